import { type ChallengeReason, type ChallengeRecord, type Review, type Track } from '@podmates/domain';

/** Why somebody asks for a second look, as they choose it and as reviewers read it. */
export const REASON_WORDS: Readonly<Record<ChallengeReason, string>> = {
  unclear: 'I cannot make out what it shows',
  'another-day': 'It may be from another day',
  'another-goal': 'It may show something else',
  'seen-before': 'I may have seen it before',
};

/** What became of a second look, for who asked for it and nobody else. */
export const ASKED_WORDS: Readonly<Record<ChallengeRecord['asked'][number]['state'], string>> = {
  open: 'You asked for a second look. People outside the pod are looking; until they are done it counts.',
  dismissed: 'You asked for a second look: two people see it in the proof, and it counts.',
  upheld: 'You asked for a second look: two people do not see it in the proof, and it does not count.',
  expired: 'You asked for a second look: too few could look in time, so it counts.',
};

export const QUESTION_WORDS: Readonly<Record<Track, string>> = {
  gym: 'Does it show training?',
  'dotnet-prompting': 'Does it show work on prompting?',
};

export const CAUSE_WORDS: Readonly<Record<Review['cause'], string>> = {
  podmate: 'A podmate of theirs asked for a second look.',
  audit: 'It was drawn by chance; nobody asked.',
  reuse: 'The same file came with another check-in before, which may have a good reason.',
};
