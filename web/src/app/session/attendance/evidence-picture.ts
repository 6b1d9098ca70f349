import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { type Timeline } from './timeline';

/** When somebody was seen: a bar per source over the planned time. A screen reader reads it as one sentence. */
@Component({
  selector: 'app-evidence-picture',
  template: `
    <figure role="img" [attr.aria-label]="timeline().words">
      <div class="rows" aria-hidden="true">
        @for (row of timeline().rows; track row.name) {
          <span class="name small soft">{{ row.name }}</span>
          <span class="track">
            <span
              class="planned"
              [style.inset-inline-start.%]="timeline().planned.left"
              [style.inline-size.%]="timeline().planned.width"
            ></span>
            @for (bar of row.bars; track $index) {
              <span class="bar" [style.inset-inline-start.%]="bar.left" [style.inline-size.%]="bar.width"></span>
            }
          </span>
        } @empty {
          <span class="name small soft">Seen</span>
          <span class="track">
            <span
              class="planned"
              [style.inset-inline-start.%]="timeline().planned.left"
              [style.inline-size.%]="timeline().planned.width"
            ></span>
          </span>
        }
        <span></span>
        <span class="ends small soft numbers">
          <span class="start" [style.inset-inline-start.%]="timeline().planned.left">{{ timeline().startWords }}</span>
          <span class="end" [style.inset-inline-end.%]="timeline().after">{{ timeline().endWords }}</span>
        </span>
      </div>
    </figure>
  `,
  styleUrl: './evidence-picture.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EvidencePicture {
  readonly timeline = input.required<Timeline>();
}
