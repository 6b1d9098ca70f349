import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type FieldProblem as Problem } from '@podmates/domain';

/**
 * What is wrong with one field. `path` as in `FieldProblem`; give the field
 * `aria-describedby="problem-<path with dashes>"` (`problem-slots-1-time`) and `aria-invalid`.
 */
@Component({
  selector: 'app-field-problem',
  template: `
    @if (mine(); as text) {
      <span class="problem" [id]="id()">{{ text }}</span>
    }
  `,
  styles: `
    .problem {
      display: block;
      margin-top: var(--space-half);
      color: var(--warn-ink);
      font-size: var(--text-s);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FieldProblem {
  readonly problems = input.required<readonly Problem[]>();
  readonly path = input.required<string>();
  /** What the field is called, so that the sentence is whole: "Name is empty". */
  readonly label = input('This');

  protected readonly id = computed(() => `problem-${this.path().replaceAll('.', '-')}`);
  protected readonly mine = computed(() => {
    const found = this.problems().find(({ path }) => path === this.path());
    return found && `${this.label()} ${found.message}`;
  });
}
