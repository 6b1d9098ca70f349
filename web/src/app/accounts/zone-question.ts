import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { CallRefused } from '../firebase';
import { BusyButton } from '../ui/busy-button';
import { Notices } from '../ui/notices';
import { Me } from './me';
import { profileFormOf, SaveProfile } from './save-profile';
import { ZoneAnswer } from './zone-answer';

/** "Stay on home time" or "move": a goal's zone never follows a device by itself. */
@Component({
  selector: 'app-zone-question',
  template: `
    @if (isShown()) {
      <section class="card question" aria-labelledby="zone-question">
        <div>
          <h2 id="zone-question">Are you staying in {{ name(answer.deviceZone) }}?</h2>
          <p class="soft">
            Your plan runs on {{ name(answer.profileZone() ?? '') }} time. It stays so unless you move it.
          </p>
        </div>
        <div class="row tight">
          <button type="button" class="button quiet" (click)="answer.stay()">Stay on home time</button>
          <app-busy-button kind="quiet" [isBusy]="isMoving()" (pressed)="move()">
            Move to {{ name(answer.deviceZone) }}
          </app-busy-button>
        </div>
      </section>
    }
  `,
  styles: `
    .question {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-2);
      margin-bottom: var(--space-3);
      background: var(--cold-tint);
    }
  `,
  imports: [BusyButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ZoneQuestion {
  private readonly me = inject(Me);
  private readonly saving = inject(SaveProfile);
  private readonly notices = inject(Notices);
  protected readonly answer = inject(ZoneAnswer);
  protected readonly isMoving = signal(false);

  /** In the settings it shows at once, elsewhere after a day in the other zone. */
  readonly isAtOnce = input(false);
  protected readonly isShown = computed(() => (this.isAtOnce() ? this.answer.isOpen() : this.answer.isDue()));

  protected async move(): Promise<void> {
    const profile = this.me.profile();
    if (!profile) return;
    this.isMoving.set(true);
    try {
      await this.saving.save({ ...profileFormOf(profile), timeZone: this.answer.deviceZone }, profile.version);
      this.notices.say(`Your time zone is now ${this.name(this.answer.deviceZone)}.`);
    } catch (error) {
      this.notices.say(error instanceof CallRefused ? error.message : 'The zone could not be changed just now.');
    } finally {
      this.isMoving.set(false);
    }
  }

  /** `America/Argentina/Buenos_Aires` → `Buenos Aires`. */
  protected readonly name = (zone: string) => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
