import { computed, Injectable, signal } from '@angular/core';

interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
}

const isOffer = (event: Event): event is InstallOffer => 'prompt' in event && typeof event.prompt === 'function';

/** The browser's offer to install Podmates, kept until the member asks for it. Started with the app, as it comes once. */
@Injectable({ providedIn: 'root' })
export class Installation {
  private readonly offer = signal<InstallOffer | null>(null);
  readonly isOffered = computed(() => this.offer() !== null);

  constructor() {
    addEventListener('beforeinstallprompt', (event) => {
      if (!isOffer(event)) return;
      event.preventDefault();
      this.offer.set(event);
    });
    addEventListener('appinstalled', () => this.offer.set(null));
  }

  async install(): Promise<void> {
    await this.offer()?.prompt();
    this.offer.set(null); // an offer can be used once
  }
}
