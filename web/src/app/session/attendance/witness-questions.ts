import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { AttendanceData, CallRefused, Callables } from '../../firebase';
import { BusyButton } from '../../ui';
import { Room } from '../room';

/** Whether podmates were there, asked of whoever can say; each question goes once it has an answer. */
@Component({
  selector: 'app-witness-questions',
  templateUrl: './witness-questions.html',
  styleUrl: './witness-questions.css',
  imports: [BusyButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WitnessQuestions {
  private readonly data = inject(AttendanceData);
  private readonly callables = inject(Callables);
  protected readonly room = inject(Room);

  private readonly stored = rxResource({
    params: () => {
      const session = this.room.current();
      return session ? { sessionId: session.id, memberId: this.room.selfId() } : undefined;
    },
    stream: ({ params }) => this.data.testimony(params.sessionId, params.memberId),
  });
  protected readonly open = computed(() => {
    const testimony = this.stored.hasValue() ? this.stored.value() : null;
    return Object.entries(testimony?.about ?? {})
      .filter(([id, { until }]) => !testimony?.answers[id] && until > this.room.now())
      .map(([id]) => ({ id, name: this.room.nameOf(id) }))
      .filter(({ id }) => !this.isClosed().includes(id));
  });
  /** Answered by others meanwhile, as the server said. */
  private readonly isClosed = signal<readonly string[]>([]);
  protected readonly busyWith = signal<string | null>(null);
  protected readonly notice = signal('');

  protected async answer(memberId: string, wasThere: boolean): Promise<void> {
    const sessionId = this.room.current()?.id;
    if (!sessionId || this.busyWith()) return;
    this.busyWith.set(`${memberId} ${wasThere}`);
    this.notice.set('');
    try {
      await this.callables.call('confirmPresence', { sessionId, memberId, wasThere });
      this.notice.set('Thank you. Your answer is in.');
    } catch (problem) {
      const isOver = problem instanceof CallRefused && problem.code === 'failed-precondition';
      if (isOver) this.isClosed.update((ids) => [...ids, memberId]);
      this.notice.set(problem instanceof CallRefused ? problem.message : 'That did not go through. Please try again.');
    } finally {
      this.busyWith.set(null);
    }
  }
}
