import { type CallableInput, CALLABLES, DomainError, fieldProblems } from '../contracts';
import { type Member, type MemberCard, type Streak } from '../documents';

/**
 * The member with the profile they saved. Throws DomainError: `invalid-argument` with fields when something cannot
 * be stored, `aborted` when the member has changed since the form was read.
 */
export function changeProfile(member: Member, input: CallableInput<'saveProfile'>): Member {
  const parsed = CALLABLES.saveProfile.input.safeParse(input);
  if (!parsed.success) {
    throw new DomainError('invalid-argument', 'Some fields need another look.', fieldProblems(parsed.error));
  }
  const { expectedVersion, ...profile } = parsed.data;
  if (expectedVersion !== member.version) {
    throw new DomainError('aborted', 'Your profile was changed somewhere else; please look at it again.');
  }
  return { ...member, ...profile, version: member.version + 1 };
}

/** What podmates may see of the member: the name always, the rest as the member allows. */
export const memberCard = (member: Member, streak: Pick<Streak, 'current' | 'best'> | null): MemberCard => ({
  id: member.id,
  displayName: member.displayName,
  pronouns: member.privacy.pronouns === 'podmates' && member.pronouns !== '' ? member.pronouns : null,
  timeZone: member.privacy.timeZone === 'podmates' ? member.timeZone : null,
  experience: member.experience,
  isDemo: member.isDemo,
  streak: { current: streak?.current ?? 0, best: streak?.best ?? 0 },
});
