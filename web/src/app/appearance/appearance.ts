import { Injectable, signal } from '@angular/core';

export const LOOKS = ['system', 'light', 'dark'] as const;
export type Look = (typeof LOOKS)[number];

const PLACE = 'podmates.look';

/** Light, dark or as the system says; kept in this browser, since a phone and a desk may want different ones. */
@Injectable({ providedIn: 'root' })
export class Appearance {
  private readonly chosen = signal<Look>(storedLook());
  readonly look = this.chosen.asReadonly();

  choose(look: Look): void {
    this.chosen.set(look);
    show(look);
    try {
      localStorage.setItem(PLACE, look);
    } catch {
      return; // storage is forbidden: the choice lasts as long as the page
    }
  }
}

/** Before the first paint of the app, so that a dark room stays dark. */
export const showStoredLook = (): void => show(storedLook());

function show(look: Look): void {
  if (look === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = look;
}

function storedLook(): Look {
  try {
    const stored = localStorage.getItem(PLACE);
    return LOOKS.find((look) => look === stored) ?? 'system';
  } catch {
    return 'system';
  }
}
