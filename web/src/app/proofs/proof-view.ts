import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject, input, signal } from '@angular/core';
import { type ProofKind } from '@podmates/domain';
import { Callables, CallRefused } from '../firebase';
import { BusyButton } from '../ui';

type Opened = { readonly kind: 'image'; readonly url: string } | { readonly kind: 'text'; readonly text: string };

/** The photo or text behind a check-in: fetched when it is asked for, and gone with the page. */
@Component({
  selector: 'app-proof-view',
  imports: [BusyButton],
  templateUrl: './proof-view.html',
  styleUrl: './proof-view.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProofView {
  private readonly callables = inject(Callables);
  /** One of the two: a check-in, or somebody's that this member reviews. */
  readonly slotId = input('');
  readonly reviewId = input('');
  readonly kind = input.required<ProofKind>();
  /** Whose it is, for who cannot see the photo; empty: one's own. */
  readonly owner = input('');

  protected readonly opened = signal<Opened | null>(null);
  protected readonly isBusy = signal(false);
  protected readonly problem = signal('');
  protected readonly what = computed(() => (this.kind() === 'image' ? 'photo' : 'text'));
  protected readonly words = computed(() =>
    this.reviewId()
      ? 'The photo to look at'
      : this.owner()
        ? `The photo that ${this.owner()} checked in with`
        : 'Your photo, as your pod sees it',
  );

  constructor() {
    inject(DestroyRef).onDestroy(() => this.close());
  }

  protected async open(): Promise<void> {
    this.isBusy.set(true);
    this.problem.set('');
    try {
      const { kind, contentType, base64 } = await this.callables.call(
        'openProof',
        this.reviewId() ? { reviewId: this.reviewId() } : { slotId: this.slotId() },
      );
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      this.opened.set(
        kind === 'image'
          ? { kind, url: URL.createObjectURL(new Blob([bytes], { type: contentType })) }
          : { kind, text: new TextDecoder().decode(bytes) },
      );
    } catch (error) {
      if (!(error instanceof CallRefused)) throw error;
      this.problem.set(error.code === 'not-found' ? 'It is not open to you any more.' : 'It could not be fetched now.');
    } finally {
      this.isBusy.set(false);
    }
  }

  protected close(): void {
    const opened = this.opened();
    if (opened?.kind === 'image') URL.revokeObjectURL(opened.url);
    this.opened.set(null);
  }
}
