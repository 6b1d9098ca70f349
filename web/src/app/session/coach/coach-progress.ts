import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type CoachDoc } from '@podmates/domain';
import { STAGES, stagesDone } from './coach-words';

/** How far the coach is while there is nothing to read yet. */
@Component({
  selector: 'app-coach-progress',
  template: `
    <p>The coach is at work. It takes a few seconds, and this page shows it by itself.</p>
    <ol>
      @for (stage of stages(); track stage.name) {
        <li [class]="stage.state" [attr.aria-current]="stage.state === 'now' ? 'step' : null">
          <span class="dot" aria-hidden="true"></span>{{ stage.name }}
          @if (stage.state === 'behind') {
            <span class="visually-hidden">: done</span>
          }
        </li>
      }
    </ol>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-2);
    }
    ol {
      display: grid;
      gap: var(--space-1);
    }
    li {
      display: flex;
      align-items: center;
      gap: var(--space-1);
      color: var(--ink-soft);
    }
    .now {
      color: var(--ink);
      font-weight: 600;
    }
    .dot {
      flex: none;
      width: 0.75rem;
      height: 0.75rem;
      border: 2px solid var(--line-strong);
      border-radius: 50%;
    }
    .behind .dot {
      border-color: var(--good);
      background: var(--good);
    }
    .now .dot {
      border-color: var(--good);
      animation: breathe 1.6s ease-in-out infinite;
    }
    @keyframes breathe {
      50% {
        background: var(--good);
      }
    }
    @media (prefers-reduced-motion: reduce) {
      .now .dot {
        animation: none;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CoachProgress {
  readonly progress = input.required<CoachDoc['progress']>();
  protected readonly stages = computed(() => {
    const behind = stagesDone(this.progress());
    return STAGES.map(({ name }, n) => ({ name, state: n < behind ? 'behind' : n === behind ? 'now' : 'ahead' }));
  });
}
