import { DOCUMENT, inject, Injectable } from '@angular/core';
import { OutboxStore } from '../check-in/outbox-store';
import { Drafts } from '../drafts/drafts';
import { Identity } from '../firebase';

/**
 * Leaving Podmates on this device: only check-ins that the server does not have stay behind, shown to nobody but
 * their member, and a fresh page forgets what memory still holds.
 */
@Injectable({ providedIn: 'root' })
export class Departure {
  private readonly identity = inject(Identity);
  private readonly drafts = inject(Drafts);
  private readonly outbox = inject(OutboxStore);
  private readonly page = inject(DOCUMENT).defaultView;

  private leaving: Promise<void> | undefined;

  /** `why` is what the sign-in page then explains. Once under way, signing out is no second reason to leave. */
  leave(why?: 'suspended' | 'deleted'): Promise<void> {
    this.leaving ??= this.signOutAndGo(why);
    this.leaving.catch(() => (this.leaving = undefined));
    return this.leaving;
  }

  private async signOutAndGo(why?: 'suspended' | 'deleted'): Promise<void> {
    this.drafts.clearAll();
    const memberId = this.identity.memberId();
    // A disk that gives no answer must keep nobody signed in.
    if (memberId) await this.outbox.removeDelivered(memberId).catch(() => undefined);
    await this.identity.signOut();
    this.page?.location.assign(why ? `/sign-in?why=${why}` : '/sign-in');
  }
}
