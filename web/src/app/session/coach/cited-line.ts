import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';

/** A note as the reader of a sentence sees it. */
export interface CitedNote {
  readonly id: string;
  readonly author: string;
  readonly text: string;
}

/** One sentence of the coach; on a tap, or on Enter, the notes that it stands on. */
@Component({
  selector: 'app-cited-line',
  template: `
    @if (noteIds().length === 0) {
      <p class="plain" dir="auto">{{ text() }}</p>
    } @else {
      <details #details (toggle)="isOpen.set(details.open)">
        <summary>
          <span class="text" dir="auto">{{ text() }}</span>
          <span class="from">{{ from() }}</span>
        </summary>
        @if (isOpen()) {
          <ul>
            @for (note of notes(); track note.id) {
              <li>
                <q dir="auto">{{ note.text }}</q>
                <span class="by">{{ note.author }}</span>
              </li>
            }
            @if (missing()) {
              <li class="by">{{ missing() }}</li>
            }
          </ul>
        }
      </details>
    }
  `,
  styleUrl: './cited-line.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CitedLine {
  readonly text = input.required<string>();
  readonly noteIds = input.required<readonly string[]>();
  /** Those of the notes that this member can read now. */
  readonly notes = input.required<readonly CitedNote[]>();

  protected readonly isOpen = signal(false);
  protected readonly from = computed(() => {
    const count = this.noteIds().length;
    return count === 1 ? 'from 1 note' : `from ${count} notes`;
  });
  protected readonly missing = computed(() => {
    const count = this.noteIds().length - this.notes().length;
    if (count <= 0) return '';
    return count === 1 ? 'One note is not shown any more.' : `${count} notes are not shown any more.`;
  });
}
