import { ChangeDetectionStrategy, Component, computed, inject, model } from '@angular/core';
import { BusyButton, Retry } from '../../ui';
import { SessionCoach } from './session-coach';

/** Three questions on the session; once answered, each with the note that answers it. */
@Component({
  selector: 'app-micro-quiz',
  templateUrl: './micro-quiz.html',
  styleUrl: './micro-quiz.css',
  imports: [BusyButton, Retry],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MicroQuiz {
  protected readonly coach = inject(SessionCoach);
  /** The place of the choice taken for each question, by the question's place. */
  readonly chosen = model<Readonly<Record<number, number>>>({});

  protected readonly count = computed(() => this.coach.questions().length);
  protected readonly heading = computed(() =>
    this.count() === 1 ? 'One question on this session' : `${NUMBERS[this.count()]} questions on this session`,
  );
  protected readonly left = computed(
    () => this.coach.questions().filter((_, n) => this.chosen()[n] === undefined).length,
  );
  protected readonly score = computed(() => {
    const result = this.coach.result();
    if (!result) return '';
    return result.score === null
      ? 'You skipped these, and nothing follows from it.'
      : `${result.score} of ${result.of} right.`;
  });
  protected readonly explained = computed(() => {
    const answers = this.coach.result()?.answers;
    if (!answers) return [];
    return this.coach.questions().map(({ question, choices, answer, noteIds }, n) => ({
      question,
      isRight: answers[n] === answer,
      right: choices[answer] ?? '',
      given: choices[answers[n] ?? -1] ?? '',
      notes: this.coach.cited(noteIds),
    }));
  });

  protected choose(question: number, choice: number): void {
    this.chosen.update((all) => ({ ...all, [question]: choice }));
  }

  protected submit(event: Event): void {
    event.preventDefault();
    if (this.left() > 0) return;
    void this.coach.answerQuiz(this.coach.questions().map((_, n) => this.chosen()[n] ?? 0));
  }
}

const NUMBERS = ['No', 'One', 'Two', 'Three'] as const;
