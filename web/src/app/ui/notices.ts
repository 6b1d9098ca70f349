import { Injectable, signal } from '@angular/core';

export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly act?: { readonly label: string; readonly run: () => void };
}

const READ_WITHIN_MS = 6000; // about twice the time that the longest of our sentences takes to read

/** Short sentences at the lower edge of the screen, read out politely. One with an act stays until it is used or dismissed. */
@Injectable({ providedIn: 'root' })
export class Notices {
  private readonly list = signal<readonly Notice[]>([]);
  private nextId = 0;
  readonly shown = this.list.asReadonly();

  say(text: string, act?: Notice['act']): void {
    const notice = { id: this.nextId++, text, act };
    this.list.update((shown) => [...shown.filter((other) => other.text !== text), notice]);
    if (!act) setTimeout(() => this.dismiss(notice.id), READ_WITHIN_MS);
  }

  dismiss(id: number): void {
    this.list.update((shown) => shown.filter((notice) => notice.id !== id));
  }
}
