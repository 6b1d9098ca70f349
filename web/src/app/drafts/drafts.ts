import { Injectable } from '@angular/core';

/** What a person typed and has not sent. Survives a reload, an update of the app and a closed tab. */
export interface Draft<T> {
  /** `null` when there is none, or when `isOne` does not know its shape any more. */
  read(): T | null;
  write(value: T): void;
  clear(): void;
}

const PREFIX = 'podmates.draft.';

/** Drafts in this browser's local storage; where that is full or forbidden they live as long as the page. */
@Injectable({ providedIn: 'root' })
export class Drafts {
  private readonly unstored = new Map<string, string>();

  /** `key` names form and subject: `check-in.sprint1_4`. `isOne` guards against drafts of an older version. */
  draft<T>(key: string, isOne: (value: unknown) => value is T): Draft<T> {
    const place = PREFIX + key;
    return {
      read: () => {
        const value = parsed(this.unstored.get(place) ?? storedAt(place));
        return isOne(value) ? value : null;
      },
      write: (value) => this.store(place, JSON.stringify(value)),
      clear: () => {
        this.unstored.delete(place);
        forget(place);
      },
    };
  }

  /** On signing out: the next person at this device sees nothing of it. */
  clearAll(): void {
    this.unstored.clear();
    for (const place of Object.keys(localStorage)) if (place.startsWith(PREFIX)) forget(place);
  }

  private store(place: string, text: string): void {
    try {
      localStorage.setItem(place, text);
      this.unstored.delete(place);
    } catch {
      this.unstored.set(place, text);
    }
  }
}

function storedAt(place: string): string | null {
  try {
    return localStorage.getItem(place);
  } catch {
    return null;
  }
}

function forget(place: string): void {
  try {
    localStorage.removeItem(place);
  } catch {
    return; // storage is forbidden here, so nothing was stored
  }
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
