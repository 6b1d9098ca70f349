import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { type ContestReason, LIMITS } from '@podmates/domain';
import { isContestable } from '@podmates/domain/attendance';
import { Me } from '../../accounts/me';
import { AttendanceData, CallRefused, Callables } from '../../firebase';
import { sayMoment } from '../../schedule/say-time';
import { BusyButton, Retry } from '../../ui';
import { Room } from '../room';
import { outcomeHeading, REASONS, sayContest, sayCredit } from './attendance-words';
import { EvidencePicture } from './evidence-picture';
import { timelineOf } from './timeline';

/** What the session's end says of the reader: the outcome, on what grounds, and a way to contest it. */
@Component({
  selector: 'app-own-attendance',
  templateUrl: './own-attendance.html',
  styleUrl: './own-attendance.css',
  imports: [BusyButton, EvidencePicture, Retry],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OwnAttendance {
  private readonly data = inject(AttendanceData);
  private readonly callables = inject(Callables);
  private readonly me = inject(Me);
  protected readonly room = inject(Room);
  protected readonly reasons = REASONS;
  protected readonly noteLimit = LIMITS.contestNote;

  protected readonly stored = rxResource({
    params: () => {
      const session = this.room.current();
      return session ? { sessionId: session.id, memberId: this.room.selfId() } : undefined;
    },
    stream: ({ params }) => this.data.attendance(params.sessionId, params.memberId),
  });
  protected readonly attendance = computed(() => (this.stored.hasValue() ? this.stored.value() : null));
  private readonly zone = computed(() => this.me.profile()?.timeZone ?? 'UTC');

  protected readonly view = computed(() => {
    const attendance = this.attendance();
    if (!attendance) return null;
    const { contest } = attendance;
    return {
      heading: outcomeHeading(attendance),
      reason: attendance.reason,
      credit: sayCredit(attendance.credit),
      timeline: timelineOf(attendance, this.zone()),
      contest: contest && sayContest(contest, sayMoment(contest.until, this.zone())),
      until: sayMoment(attendance.contestableUntil, this.zone()),
    };
  });
  private readonly isInTime = computed(() => this.room.now() < (this.attendance()?.contestableUntil ?? 0));
  protected readonly mayContest = computed(() => {
    const attendance = this.attendance();
    return attendance !== null && this.isInTime() && !attendance.contest && isContestable(attendance);
  });
  protected readonly mayExcuse = computed(() => {
    const attendance = this.attendance();
    return this.isInTime() && attendance?.credit != null && attendance.credit < 1;
  });

  protected readonly chosen = signal<readonly ContestReason[]>(['was-there']);
  protected readonly note = signal('');
  protected readonly busyWith = signal<'contest' | 'excuse' | null>(null);
  protected readonly problem = signal('');

  protected toggle(reason: ContestReason): void {
    this.chosen.update((all) => (all.includes(reason) ? all.filter((one) => one !== reason) : [...all, reason]));
  }

  protected contest(event: Event): void {
    event.preventDefault();
    const sessionId = this.attendance()?.sessionId;
    if (!sessionId || this.chosen().length === 0) return;
    const input = { sessionId, reasons: [...this.chosen()], note: this.note() };
    void this.run('contest', () => this.callables.call('contestAttendance', input));
  }

  protected excuse(): void {
    const sessionId = this.attendance()?.sessionId;
    if (sessionId) void this.run('excuse', () => this.callables.call('excuseAbsence', { sessionId }));
  }

  private async run(act: 'contest' | 'excuse', ask: () => Promise<unknown>): Promise<void> {
    if (this.busyWith()) return;
    this.busyWith.set(act);
    this.problem.set('');
    try {
      await ask();
    } catch (problem) {
      this.problem.set(problem instanceof CallRefused ? problem.message : 'That did not go through. Please try again.');
    } finally {
      this.busyWith.set(null);
    }
  }
}
