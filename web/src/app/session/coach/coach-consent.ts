import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { CallRefused, Callables, CoachData } from '../../firebase';
import { Room } from '../room';
import { Flip } from './flip';
import { FlipSwitch } from './flip-switch';

/** Before and in a session: whether the coach may read what the member writes in it. */
@Component({
  selector: 'app-coach-consent',
  imports: [FlipSwitch],
  template: `
    @if (stored.hasValue()) {
      <label class="choice">
        <input type="checkbox" role="switch" aria-describedby="consent-hint" [appFlip]="leavesOut" />
        <span class="word">Leave my notes out of the coach’s work</span>
      </label>
      <p id="consent-hint" class="hint">
        {{
          leavesOut.isOn()
            ? 'The coach reads nothing of yours in this session, and your name stays out of what it makes.'
            : 'For this session. After it the coach makes a summary of what all of you noted; private notes are never read.'
        }}
      </p>
    } @else if (stored.error()) {
      <p class="hint">
        Whether the coach reads your notes cannot be shown just now.
        <button class="text-button" type="button" (click)="stored.reload()">Look again</button>
      </p>
    }
    <p class="problem" role="alert">{{ problem() }}</p>
  `,
  styles: `
    :host {
      display: block;
    }
    .choice {
      align-items: center;
      min-height: 0;
      padding: 0 0 var(--space-1);
    }
    .choice input {
      appearance: none;
      position: relative;
      width: 2.75rem;
      height: 1.5rem;
      border: 2px solid var(--line-strong);
      border-radius: 99px;
      background: var(--surface);
      cursor: pointer;
      transition: background-color var(--quick) var(--ease);
    }
    .choice input::after {
      content: '';
      position: absolute;
      inset: 0.1875rem auto auto 0.1875rem;
      width: 0.875rem;
      height: 0.875rem;
      border: 0.4375rem solid var(--line-strong);
      border-radius: 50%;
      transition: transform var(--quick) var(--ease);
    }
    .choice input:checked {
      border-color: var(--good);
      background: var(--good-tint);
    }
    .choice input:checked::after {
      border-color: var(--good);
      transform: translateX(1.25rem);
    }
    .problem {
      color: var(--warn-ink);
      font-size: var(--text-s);
    }
    .problem:empty {
      display: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CoachConsent {
  private readonly data = inject(CoachData);
  private readonly callables = inject(Callables);
  private readonly room = inject(Room);

  protected readonly stored = rxResource({
    params: () => this.room.id(),
    stream: ({ params: id }) => this.data.consent(id, this.room.selfId()),
  });
  private readonly isLeftOut = computed(() => this.stored.hasValue() && this.stored.value()?.isAllowed === false);
  protected readonly leavesOut = new Flip(this.isLeftOut, (isOut) => this.tell(!isOut));
  protected readonly problem = signal('');

  private async tell(isAllowed: boolean): Promise<boolean> {
    const sessionId = this.room.id();
    if (!sessionId) return false;
    this.problem.set('');
    try {
      await this.callables.call('setAiConsent', { sessionId, isAllowed });
      return true;
    } catch (problem) {
      this.problem.set(
        problem instanceof CallRefused ? problem.message : 'That did not get through. Please try again.',
      );
      return false;
    }
  }
}
