import { effect, inject, Injectable } from '@angular/core';
import { Callables } from '../firebase';
import { Connection } from '../shell/connection';
import { minuteOf } from '../schedule/minute';
import { Clock } from '../time/clock';
import { Me } from './me';

/** As seldom as the server notes it. */
const NOTED_EVERY_MS = 6 * 3_600_000;

/**
 * Tells the server that the member is here, when what it knows of that is hours old: a pod does not wait for somebody
 * who has not looked in for days. Kept by the frame around the pages.
 */
@Injectable({ providedIn: 'root' })
export class Visits {
  private readonly callables = inject(Callables);
  private readonly connection = inject(Connection);
  private readonly me = inject(Me);
  private readonly now = minuteOf(inject(Clock));
  /** What was told already; a failed attempt is made again with the next news of the member. */
  private toldAt = 0;

  constructor() {
    effect(() => {
      const profile = this.me.profile();
      if (!profile || !this.connection.isOnline() || document.hidden) return;
      const now = this.now().getTime();
      const isNoted = now - Math.max(profile.seenAt?.getTime() ?? 0, this.toldAt) < NOTED_EVERY_MS;
      if (isNoted) return;
      this.toldAt = now;
      void this.callables.call('noteVisit', {}).catch(() => (this.toldAt = 0));
    });
  }
}
