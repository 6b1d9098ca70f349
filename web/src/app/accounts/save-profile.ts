import { inject, Injectable } from '@angular/core';
import { type CallableInput, type Member } from '@podmates/domain';
import { Callables } from '../firebase';

export type ProfileForm = Omit<CallableInput<'saveProfile'>, 'expectedVersion'>;

export const profileFormOf = (member: Member): ProfileForm => ({
  displayName: member.displayName,
  pronouns: member.pronouns,
  timeZone: member.timeZone,
  privacy: member.privacy,
  isAdult: member.isAdult,
  experience: member.experience,
});

@Injectable({ providedIn: 'root' })
export class SaveProfile {
  private readonly callables = inject(Callables);

  /** `seenVersion`: of the profile that the form began with. Throws `CallRefused`, `aborted` when it is older than the stored one. */
  async save(form: ProfileForm, seenVersion: number): Promise<void> {
    await this.callables.call('saveProfile', { ...form, expectedVersion: seenVersion });
  }
}
