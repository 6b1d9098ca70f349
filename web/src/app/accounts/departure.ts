import { DOCUMENT, inject, Injectable } from '@angular/core';
import { Drafts } from '../drafts/drafts';
import { Identity } from '../firebase';

/** Leaving Podmates on this device: nothing personal stays behind, and a fresh page forgets what memory still holds. */
@Injectable({ providedIn: 'root' })
export class Departure {
  private readonly identity = inject(Identity);
  private readonly drafts = inject(Drafts);
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
    await this.identity.signOut();
    this.page?.location.assign(why ? `/sign-in?why=${why}` : '/sign-in');
  }
}
