import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { type FieldProblem as Problem } from '@podmates/domain';
import { FieldProblem } from './field-problem';

/** A field for some lines, with its name, how much of its room is used, and what is wrong with it. */
@Component({
  selector: 'app-counted-text',
  imports: [FieldProblem],
  template: `
    <div class="field">
      <label [for]="name()">{{ label() }}</label>
      <textarea
        #field
        class="input"
        dir="auto"
        [id]="name()"
        [rows]="rows()"
        [placeholder]="placeholder()"
        [value]="value()"
        [attr.aria-invalid]="isRefused() || null"
        [attr.aria-describedby]="described()"
        (input)="typed.emit(field.value)"
      ></textarea>
      <span [id]="name() + '-count'" class="hint numbers">{{ length() }} of {{ limit() }}</span>
      <app-field-problem [problems]="problems()" [path]="path()" [label]="spoken()" />
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CountedText {
  /** The field's id on the page. */
  readonly name = input.required<string>();
  readonly label = input.required<string>();
  readonly value = input.required<string>();
  /** In characters, without those at the ends. */
  readonly limit = input.required<number>();
  readonly problems = input.required<readonly Problem[]>();
  /** As in `FieldProblem`. */
  readonly path = input.required<string>();
  /** How a sentence about it begins: "The win is too long". */
  readonly spoken = input.required<string>();
  readonly rows = input(2);
  readonly placeholder = input('');
  readonly typed = output<string>();

  protected readonly length = computed(() => this.value().trim().length);
  protected readonly isRefused = computed(() => this.problems().some(({ path }) => path === this.path()));
  protected readonly described = computed(() => `${this.name()}-count problem-${this.path().replaceAll('.', '-')}`);
}
