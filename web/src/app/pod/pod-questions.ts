import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { Me } from '../accounts/me';
import { PodData } from '../firebase';
import { minuteOf } from '../schedule/minute';
import { Clock } from '../time/clock';
import { PodActs } from './pod-acts';
import { PodQuestion } from './pod-question';

/** Everything that the pod, or this member of it, is asked and can still answer; what closes first comes first. */
@Component({
  selector: 'app-pod-questions',
  imports: [PodQuestion],
  template: `
    @for (question of open(); track question.id) {
      <app-pod-question
        [question]="question"
        [memberId]="me.id() ?? ''"
        [zone]="zone()"
        [isBusy]="acts.busyWith() === question.id"
        (answered)="acts.answer(question, $event)"
      />
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-2);
    }
    :host:empty {
      display: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PodQuestions {
  private readonly pods = inject(PodData);
  protected readonly acts = inject(PodActs);
  protected readonly me = inject(Me);
  private readonly now = minuteOf(inject(Clock));
  readonly podId = input.required<string>();

  private readonly questions = rxResource({
    params: () => ({ podId: this.podId(), memberId: this.me.id() ?? '' }),
    stream: ({ params }) => this.pods.questions(params.podId, params.memberId),
  });
  protected readonly zone = computed(() => this.me.profile()?.timeZone ?? 'UTC');
  protected readonly open = computed(() =>
    (this.questions.hasValue() ? this.questions.value() : [])
      .filter(({ expiresAt }) => expiresAt > this.now())
      .sort((a, b) => a.expiresAt.getTime() - b.expiresAt.getTime()),
  );
}
