import { inject, Injectable } from '@angular/core';
import { Me } from '../accounts/me';
import { profileFormOf, SaveProfile } from '../accounts/save-profile';
import { Callables } from '../firebase';
import { type Wishes } from '../start/plan-draft';

@Injectable({ providedIn: 'root' })
export class SaveWishes {
  private readonly callables = inject(Callables);
  private readonly me = inject(Me);
  private readonly profiles = inject(SaveProfile);

  /** Saves what differs from the profile. Throws `CallRefused`, `aborted` when the profile was changed meanwhile. */
  async save({ preferences, isAdult }: Wishes): Promise<void> {
    const profile = this.me.profile();
    if (!profile) return;
    if (isAdult !== profile.isAdult) await this.profiles.save({ ...profileFormOf(profile), isAdult }, profile.version);
    if (JSON.stringify(preferences) !== JSON.stringify(profile.preferences))
      await this.callables.call('saveMatchPreferences', { preferences });
  }
}
