import { ChangeDetectionStrategy, Component } from '@angular/core';

/** Whom to turn to; shown to the one whose notes ask for it, and to nobody else. */
@Component({
  selector: 'app-help-card',
  template: `
    <section class="card stack help" aria-labelledby="help-heading">
      <h2 id="help-heading">You need not carry this alone</h2>
      <p>
        Something you wrote sounds like a hard time. Free and confidential help in your country is at
        <a href="https://findahelpline.com" target="_blank" rel="noopener noreferrer">findahelpline.com</a>. If you are
        in danger now, please call your local emergency number.
      </p>
      <p class="small">
        A person of our team has been asked to look after you. It counts against nobody, and the coach repeats nothing
        of it.
      </p>
    </section>
  `,
  styles: `
    .help {
      border-color: var(--cold);
      background: var(--cold-tint);
      color: var(--cold-ink);
    }
    p {
      max-width: 62ch;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HelpCard {}
