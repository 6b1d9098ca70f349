import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Appearance, type Look } from '../appearance/appearance';

const CHOICES: readonly { readonly look: Look; readonly name: string; readonly text: string }[] = [
  { look: 'system', name: 'As this device', text: 'Changes with its own setting.' },
  { look: 'light', name: 'Light', text: 'Warm paper.' },
  { look: 'dark', name: 'Dark', text: 'Easier on the eyes at night.' },
];

@Component({
  selector: 'app-appearance-page',
  template: `
    <fieldset class="card">
      <legend class="visually-hidden">Light or dark</legend>
      <h2>Light or dark</h2>
      <p class="soft">Kept on this device, and applied at once.</p>
      @for (choice of choices; track choice.look) {
        <label class="choice">
          <input
            type="radio"
            name="look"
            [value]="choice.look"
            [checked]="appearance.look() === choice.look"
            (change)="appearance.choose(choice.look)"
          />
          <span>
            {{ choice.name }}
            <span class="hint">{{ choice.text }}</span>
          </span>
        </label>
      }
    </fieldset>
  `,
  styles: `
    .card {
      max-width: 36rem;
      border: 1px solid var(--line);
    }
    .card > p {
      margin-bottom: var(--space-1);
    }
    .hint {
      display: block;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AppearancePage {
  protected readonly appearance = inject(Appearance);
  protected readonly choices = CHOICES;
}
