import { computed, Injectable, signal } from '@angular/core';
import { type Provider } from './platform-port';

export interface Person {
  readonly id: string;
  readonly displayName: string;
  readonly email: string;
}

/** Who sits here. `undefined`: not known yet; `null`: nobody. */
@Injectable({ providedIn: 'root' })
export class Identity {
  private readonly person = signal<Person | null | undefined>(undefined);
  private watching: Promise<void> | undefined;

  readonly user = this.person.asReadonly();
  readonly memberId = computed(() => this.user()?.id);

  /** Resolves once `user` is known; rejects when the sign-in code could not be loaded, and may be asked again. */
  whenKnown(): Promise<void> {
    this.watching ??= this.watch();
    this.watching.catch(() => (this.watching = undefined));
    return this.watching;
  }

  /** Whether the moderators' pages are for whoever is signed in. The server asks the token itself, each time. */
  async isModerator(): Promise<boolean> {
    await this.whenKnown();
    return this.user() ? (await import('./auth-sdk')).hasClaim('moderator') : false;
  }

  /** Shows the provider's page. Rejects with `SignInStopped` when the person turned back. */
  async signInWith(provider: Provider): Promise<void> {
    await this.whenKnown();
    await (await import('./auth-sdk')).signInWith(provider);
  }

  /** Gets a new token from the provider. Rejects without a network; where the sign-in is over, `user` becomes null. */
  async renew(): Promise<void> {
    await (await import('./auth-sdk')).renewToken();
  }

  /** Signs out and forgets what this device kept; the caller then loads a fresh page. */
  async signOut(): Promise<void> {
    await (await import('./auth-sdk')).leave();
    await (await import('./listen')).forgetKept();
  }

  private async watch(): Promise<void> {
    const { watchUser } = await import('./auth-sdk');
    await new Promise<void>((known, failed) => {
      watchUser((user) => {
        this.person.set(
          user && {
            id: user.uid,
            displayName: user.displayName ?? '',
            email: user.email ?? user.providerData[0]?.email ?? '',
          },
        );
        known();
      }).catch(failed);
    });
  }
}
