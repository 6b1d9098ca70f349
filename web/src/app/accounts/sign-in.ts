import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { CallRefused, Identity, type Provider, SignInExplained, SignInStopped } from '../firebase';
import { Brand } from '../ui/brand';
import { Entrance } from './entrance';
import { ProviderMark } from './provider-mark';

const WHY: Readonly<Record<string, string>> = {
  suspended: 'This account is paused. Its pages stay closed until a moderator opens them again.',
  deleted: 'This account was closed, and what it held is gone. You are welcome to begin anew with another one.',
  unreachable: 'Podmates could not be reached just now. Nothing is lost; please sign in again in a moment.',
};
const PROVIDERS: readonly { readonly id: Provider; readonly name: string }[] = [
  { id: 'google.com', name: 'Google' },
  { id: 'microsoft.com', name: 'Microsoft' },
  { id: 'github.com', name: 'GitHub' },
];

@Component({
  selector: 'app-sign-in',
  templateUrl: './sign-in.html',
  styleUrl: './sign-in.css',
  imports: [Brand, ProviderMark, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignIn {
  private readonly identity = inject(Identity);
  private readonly entrance = inject(Entrance);
  private readonly router = inject(Router);

  /** Where to go afterwards, and why the person is here; both from the address. */
  readonly next = input<string>();
  readonly why = input<string>();

  protected readonly providers = PROVIDERS;
  protected readonly busyWith = signal<Provider | null>(null);
  private readonly trouble = signal<string | null>(null);
  protected readonly message = computed(() => this.trouble() ?? WHY[this.why() ?? ''] ?? null);

  constructor() {
    // Loads the sign-in code while the person reads, so that the press opens the provider's page at once.
    void this.identity.whenKnown().then(
      () => (this.identity.user() && !this.why() && !this.busyWith() ? this.goOn('/today') : undefined),
      () => this.trouble.set(WHY['unreachable'] ?? null),
    );
  }

  protected async continueWith(provider: Provider): Promise<void> {
    if (this.busyWith()) return;
    this.busyWith.set(provider);
    this.trouble.set(null);
    try {
      await this.identity.signInWith(provider);
      const { isNew } = await this.entrance.enter();
      await this.goOn(isNew ? '/start' : '/today');
    } catch (error) {
      if (!(error instanceof SignInStopped)) this.trouble.set(wordsFor(error));
    } finally {
      this.busyWith.set(null);
    }
  }

  private async goOn(otherwise: string): Promise<void> {
    const next = this.next();
    await this.router.navigateByUrl(next?.startsWith('/') && !next.startsWith('//') ? next : otherwise);
  }
}

function wordsFor(error: unknown): string {
  if (error instanceof CallRefused && error.code === 'permission-denied') return WHY['suspended'] ?? error.message;
  if (error instanceof CallRefused || error instanceof SignInExplained) return error.message;
  return 'Signing in did not get through. Please try again, or take another provider.';
}
