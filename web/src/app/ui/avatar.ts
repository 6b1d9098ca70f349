import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

const TONES = 6; // as many as `--person-0` … in tokens.css

/** A person's initials on a tone that follows from the name. Decoration: the name stands beside it. */
@Component({
  selector: 'app-avatar',
  template: '{{ initials() }}',
  host: {
    'aria-hidden': 'true',
    '[style.--tone]': 'tone()',
    '[style.--size.rem]': 'size()',
    '[class.here]': 'isHere()',
  },
  styles: `
    :host {
      position: relative;
      display: inline-grid;
      flex: none;
      place-items: center;
      width: var(--size);
      height: var(--size);
      border-radius: 50%;
      background: var(--tone);
      color: var(--person-ink);
      font-size: calc(var(--size) * 0.38);
      font-weight: 650;
      letter-spacing: 0.02em;
      user-select: none;
    }
    :host(.here)::after {
      content: '';
      position: absolute;
      inset: auto 0 0 auto;
      width: 28%;
      height: 28%;
      border: 2px solid var(--surface);
      border-radius: 50%;
      background: var(--good);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Avatar {
  readonly name = input.required<string>();
  /** Width in rem. */
  readonly size = input(2.5);
  readonly isHere = input(false);

  protected readonly initials = computed(() => {
    const words = this.name().trim().split(/\s+/u);
    const picked = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
    return picked.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('') || '·';
  });
  protected readonly tone = computed(() => {
    const sum = [...this.name()].reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7);
    return `var(--person-${sum % TONES})`;
  });
}
