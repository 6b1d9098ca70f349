import { type Attendance, type Contest, type ContestReason } from '@podmates/domain';

/** The outcome as its member reads it. */
export function outcomeHeading({ outcome, credit }: Pick<Attendance, 'outcome' | 'credit'>): string {
  switch (outcome) {
    case 'on-time':
      return 'You were there';
    case 'late':
      return 'You came a little late';
    case 'left-early':
      return 'You were there for a part of it';
    case 'no-show':
      return credit === 0 ? 'You were not seen this time' : 'You called it off shortly before';
    case 'excused':
      return 'You are excused';
    case 'unknown':
      return 'Nothing is certain, so nothing counts';
  }
}

/** What it counts. */
export function sayCredit(credit: number | null): string {
  if (credit === null) return 'It counts neither for you nor against you.';
  if (credit === 1) return 'It counts in full.';
  return credit === 0 ? 'It counts as a missed session.' : 'It counts half.';
}

/** The reasons to choose from, the likeliest first. */
export const REASONS: readonly { readonly value: ContestReason; readonly name: string }[] = [
  { value: 'was-there', name: 'I was there' },
  { value: 'app-trouble', name: 'The app did not work for me' },
  { value: 'video-trouble', name: 'The video did not work for me' },
  { value: 'agreed-before', name: 'We had agreed on it' },
  { value: 'other', name: 'Something else' },
];

const RESULTS: Record<NonNullable<Contest['result']>, string> = {
  evidence: 'We looked again and found that you were there.',
  came: 'Your podmates say that you were there.',
  stands: 'Two of your podmates say that you were not there, so it stays as it is.',
  unknown: 'Nobody could say for certain, so it does not count against you.',
};

/** Where a contest stands; `until` in the reader's words. */
export const sayContest = (contest: Contest, until: string): string =>
  contest.state === 'asking' || !contest.result
    ? `Whoever was there is asked until ${until}. Without an answer by then it does not count against you.`
    : RESULTS[contest.result];
