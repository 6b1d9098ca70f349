import { type CallableInput, CALLABLES, DomainError, fieldProblems } from '../contracts';
import { type MatchPreferences, type Member, type MemberCard, type Streak } from '../documents';
import { problemsOfPreferences } from './preference-problems';

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

/**
 * The member with what they want of a pod; used to match and shown to nobody. The version is that of the profile form,
 * and stays. Throws DomainError `invalid-argument` when they want company of their own gender and name none.
 */
export function changePreferences(member: Member, preferences: MatchPreferences): Member {
  const problems = problemsOfPreferences(preferences);
  if (problems.length > 0) throw new DomainError('invalid-argument', 'Some of this is not right yet.', problems);
  return { ...member, preferences };
}

/** What podmates may see of the member: the name always, the rest as the member allows. */
export const memberCard = (member: Member, streak: Pick<Streak, 'current' | 'best'> | null): MemberCard => ({
  id: member.id,
  displayName: member.displayName,
  pronouns: member.privacy.pronouns === 'podmates' && member.pronouns !== '' ? member.pronouns : null,
  timeZone: member.privacy.timeZone === 'podmates' ? member.timeZone : null,
  experience: member.experience,
  isDemo: member.isDemo,
  pauses: member.pauses,
  streak: { current: streak?.current ?? 0, best: streak?.best ?? 0 },
});
