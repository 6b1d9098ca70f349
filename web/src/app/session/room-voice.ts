import { DestroyRef, inject, Injectable, signal } from '@angular/core';

/** What happens within this time is said in one breath. */
const GATHER_MS = 300;

/** The one voice of the room for screen readers: polite, and each thing once. */
@Injectable()
export class RoomVoice {
  readonly words = signal('');
  private readonly gathered = new Set<string>();
  private soon: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.soon));
  }

  say(sentence: string): void {
    if (sentence === '') return;
    this.gathered.add(sentence);
    this.soon ??= setTimeout(() => this.speak(), GATHER_MS);
  }

  private speak(): void {
    this.soon = undefined;
    const words = [...this.gathered].join(' ');
    this.gathered.clear();
    // The same words again are no change to a live region, unless something differs that nobody hears.
    this.words.set(words === this.words() ? `${words}\u00a0` : words);
  }
}
