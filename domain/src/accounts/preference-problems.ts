import { CALLABLES, type FieldProblem, fieldProblems } from '../contracts';
import { type MatchPreferences } from '../documents';

/** What is wrong with what a member wants of a pod, with the form's path (`preferences.sizes`). Takes anything. */
export function problemsOfPreferences(preferences: MatchPreferences): FieldProblem[] {
  const parsed = CALLABLES.saveMatchPreferences.input.safeParse({ preferences });
  if (!parsed.success) return fieldProblems(parsed.error);
  const { comfort, gender } = parsed.data.preferences;
  if (comfort !== 'same' || gender !== null) return [];
  return [{ path: 'preferences.gender', message: 'is needed to find people of the same gender' }];
}
