import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { type MemberCard } from '@podmates/domain';
import { take } from 'rxjs';
import { Me } from '../accounts/me';
import { RelationData } from '../firebase';
import { BusyButton } from '../ui';
import { PodActs } from './pod-acts';

/** What one can say about a podmate, unseen by them: glad to meet again, or never again. */
@Component({
  selector: 'app-podmate-acts',
  imports: [BusyButton],
  template: `
    <div class="row tight">
      <button
        type="button"
        class="text-button"
        [attr.aria-pressed]="isFavourite()"
        [disabled]="!relations.hasValue()"
        (click)="favour()"
      >
        <svg viewBox="0 0 16 16" aria-hidden="true" [class.on]="isFavourite()">
          <path d="M8 13.500C3.500 10.500 2 8.300 2 6a3 3 0 0 1 6-1 3 3 0 0 1 6 1c0 2.300-1.500 4.500-6 7.500z" />
        </svg>
        Again with {{ card().displayName }}
      </button>
      <button
        type="button"
        class="text-button"
        [attr.aria-pressed]="isMuted()"
        [disabled]="!relations.hasValue()"
        (click)="mute()"
      >
        Mute nudges<span class="visually-hidden"> of {{ card().displayName }}</span>
      </button>
      <button
        #toggle
        type="button"
        class="text-button"
        [attr.aria-expanded]="isAsking()"
        (click)="isAsking.set(!isAsking())"
      >
        Block {{ card().displayName }}
      </button>
    </div>
    @if (isMuted()) {
      <p class="small soft">Nudges of {{ card().displayName }} do not reach you, and they are not told.</p>
    }
    @if (isAsking()) {
      <div class="stack">
        <p class="small soft">
          You and {{ card().displayName }} are never brought together again, and nobody learns why. Next we ask you
          which of you goes to another pod. Both streaks stay.
        </p>
        <div class="row">
          <app-busy-button kind="quiet" [isBusy]="isBusy()" (pressed)="block()"
            >Block<span class="visually-hidden"> {{ card().displayName }} now</span></app-busy-button
          >
          <button type="button" class="text-button" (click)="isAsking.set(false); toggle.focus()">Do not block</button>
        </div>
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
      margin-left: 3rem;
    }
    .text-button {
      display: inline-flex;
      align-items: center;
      gap: var(--space-half);
      overflow-wrap: anywhere;
      text-align: start;
    }
    svg {
      flex: none;
      width: 1em;
      fill: none;
      stroke: currentcolor;
      stroke-width: 1.5;
    }
    svg.on {
      fill: var(--flame);
      stroke: var(--flame);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PodmateActs {
  private readonly acts = inject(PodActs);
  private readonly data = inject(RelationData);
  private readonly me = inject(Me);
  readonly card = input.required<MemberCard>();

  /** Read once: they change here alone while this is open. */
  protected readonly relations = rxResource({
    params: () => this.me.id(),
    stream: ({ params: id }) => this.data.relations(id).pipe(take(1)),
  });
  protected readonly isFavourite = linkedSignal(
    () => this.relations.hasValue() && !!this.relations.value()?.favourites.includes(this.card().id),
  );
  protected readonly isMuted = linkedSignal(
    () => this.relations.hasValue() && !!this.relations.value()?.mutedNudges?.includes(this.card().id),
  );
  protected readonly isAsking = signal(false);
  protected readonly isBusy = computed(() => this.acts.busyWith() === this.card().id);

  protected async favour(): Promise<void> {
    const wanted = !this.isFavourite();
    if (await this.acts.favour(this.card().id, wanted)) this.isFavourite.set(wanted);
  }

  protected async mute(): Promise<void> {
    const wanted = !this.isMuted();
    if (await this.acts.muteNudges(this.card().id, wanted)) this.isMuted.set(wanted);
  }

  protected async block(): Promise<void> {
    if (await this.acts.block(this.card().id)) this.isAsking.set(false);
  }
}
