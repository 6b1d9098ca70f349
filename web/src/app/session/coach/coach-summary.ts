import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Retry } from '../../ui';
import { sayMoment } from '../../schedule/say-time';
import { Room } from '../room';
import { CoachProgress } from './coach-progress';
import { CoachVersions } from './coach-versions';
import { safetyKind, sayMadeBy, sayStays } from './coach-words';
import { SessionCoach } from './session-coach';
import { SummaryLine } from './summary-line';

/** The kept summary: sentences with the notes they stand on, who made it, and who was there when. */
@Component({
  selector: 'app-coach-summary',
  templateUrl: './coach-summary.html',
  styleUrl: './coach-summary.css',
  imports: [CoachProgress, CoachVersions, Retry, RouterLink, SummaryLine],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CoachSummary {
  protected readonly room = inject(Room);
  protected readonly coach = inject(SessionCoach);

  protected readonly madeBy = computed(() => {
    const doc = this.coach.doc();
    return doc ? sayMadeBy(doc) : '';
  });
  protected readonly lines = computed(() =>
    (this.coach.doc()?.lines ?? []).map((line, place, all) => ({
      line,
      place,
      // A sentence that is being reworded stays the same one when others come or go before it.
      key: `${line.noteIds.join()}-${all.slice(0, place).filter((one) => one.noteIds.join() === line.noteIds.join()).length}`,
      isSafety: safetyKind(line.text) !== null,
    })),
  );
  protected readonly there = computed(() => (this.coach.doc()?.presentIds ?? []).map(this.room.nameOf).join(', '));
  protected readonly presence = computed(() =>
    (this.coach.doc()?.presence ?? []).map((one) => ({
      id: one.memberId,
      name: this.room.nameOf(one.memberId),
      when: sayStays(one, this.coach.zone()),
    })),
  );
  protected readonly erased = computed(() => {
    const erased = this.coach.doc()?.erased;
    return erased ? `${this.room.nameOf(erased.by)} took it away on ${sayMoment(erased.at, this.coach.zone())}.` : '';
  });
  /** Heard by those who wait for it without looking. */
  protected readonly said = computed(() => {
    const doc = this.coach.doc();
    if (!doc) return this.room.summary.error() ? '' : 'The summary is being put together.';
    return { working: 'The coach is at work on the summary.', ready: 'The summary is there.', erased: '' }[doc.status];
  });
}
