import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { SafeLeaving } from './safe-leaving';

/** In the place of the room after "Leave safely": what has happened, and what comes next. */
@Component({
  selector: 'app-left-safely',
  templateUrl: './left-safely.html',
  styleUrl: './left-safely.css',
  imports: [RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeftSafely {
  private readonly safety = inject(SafeLeaving);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  readonly sessionId = input.required<string>();

  protected readonly leaving = computed(() => this.safety.from(this.sessionId()));
  protected readonly asks = computed(() => this.leaving()?.named === null);
  protected readonly named = computed(() => {
    const left = this.leaving();
    const names = left?.others.filter(({ id }) => left.named?.includes(id)).map(({ name }) => name) ?? [];
    return new Intl.ListFormat('en').format(names);
  });
  protected readonly sending = computed(() => {
    switch (this.leaving()?.state) {
      case 'waiting':
        return 'This is kept on your device and sent as soon as the network allows. You can close the page.';
      case 'refused':
        return 'We could not keep this for moderators, as the session is not yours any more. You can block people in Settings.';
      default:
        return 'We have it.';
    }
  });

  constructor() {
    afterNextRender(() => this.heading()?.nativeElement.focus());
  }

  protected name(ids: readonly string[]): void {
    this.safety.name(this.sessionId(), ids);
  }

  protected nameAll(): void {
    this.name(this.leaving()?.others.map(({ id }) => id) ?? []);
  }
}
