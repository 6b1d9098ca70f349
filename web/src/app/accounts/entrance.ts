import { inject, Injectable } from '@angular/core';
import { Callables } from '../firebase';

/** The step after each sign-in: the server makes the member on the first one, with this device's zone and language. */
@Injectable({ providedIn: 'root' })
export class Entrance {
  private readonly callables = inject(Callables);

  /** Throws `CallRefused`. */
  async enter(): Promise<{ isNew: boolean }> {
    return this.callables.call('enterPodmates', { timeZone: deviceZone(), language: deviceLanguage() });
  }
}

/** IANA zone of this device; browsers that hide it say UTC. */
export const deviceZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

const deviceLanguage = (): string => /^[a-z]{2}/.exec(navigator.language.toLowerCase())?.[0] ?? 'en';
