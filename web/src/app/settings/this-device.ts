import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { SwUpdate } from '@angular/service-worker';
import { Departure } from '../accounts/departure';
import { Me } from '../accounts/me';
import { Installation } from '../shell/installation';
import { BusyButton } from '../ui/busy-button';
import { Notices } from '../ui/notices';

@Component({
  selector: 'app-this-device',
  template: `
    <div class="stack wide">
      <section class="card stack">
        <h2>Podmates on this device</h2>
        <p class="soft">
          @if (isReadyOffline) {
            Podmates opens without a network here and shows what it last knew.
          } @else {
            This browser keeps no copy of Podmates, so it opens with a network only.
          }
        </p>
        @if (installation.isOffered()) {
          <div>
            <button type="button" class="button quiet" (click)="installation.install()">Install Podmates</button>
          </div>
        }
      </section>
      <section class="card stack">
        <h2>Sign out</h2>
        <p class="soft">You are signed in as {{ me.profile()?.email }}. What this device keeps of you is removed.</p>
        <div><app-busy-button kind="quiet" [isBusy]="isLeaving()" (pressed)="leave()">Sign out</app-busy-button></div>
      </section>
    </div>
  `,
  styles: '.card { max-width: 36rem; }',
  imports: [BusyButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ThisDevice {
  private readonly departure = inject(Departure);
  private readonly notices = inject(Notices);
  protected readonly me = inject(Me);
  protected readonly installation = inject(Installation);
  protected readonly isReadyOffline = inject(SwUpdate).isEnabled;
  protected readonly isLeaving = signal(false);

  protected async leave(): Promise<void> {
    this.isLeaving.set(true);
    try {
      await this.departure.leave();
    } catch {
      this.isLeaving.set(false);
      this.notices.say('Signing out did not get through. Please try again.');
    }
  }
}
