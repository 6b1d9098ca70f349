import { type NoteKind, type Track } from '@podmates/domain';

type Lines = readonly [string, ...string[]];

/** What demo people write when they check in. */
export const WINS: Record<Track, Lines> = {
  gym: [
    'Went although it rained.',
    'Added 2.5 kg to the squat.',
    'Short one, but I was there.',
    'Finally slept enough before it.',
    'Rowed with a neighbour.',
    'Kept the rests honest.',
  ],
  'dotnet-prompting': [
    'A prompt that writes the xUnit table in one go.',
    'Gave the model the interface first, and it stopped guessing.',
    'Refactored a LINQ chain with three examples instead of ten.',
    'Wrote down which prompts did not work.',
    'Got a clean migration script out of a vague ticket.',
    'Asked for the failing case before the fix.',
  ],
};

export const TWEAKS: Lines = [
  'Pack the bag the evening before.',
  'Start ten minutes earlier.',
  'Phone in another room.',
  '',
  'Write down the first step the day before.',
  '',
];

/** What they note in a session. */
export const NOTES: Record<NoteKind, Lines> = {
  win: ['Three of three this week.', 'The plan held on the busiest day.', 'My pod’s message got me out of the door.'],
  block: ['Late meetings on Wednesdays.', 'I start too big.', 'Travel on Friday.'],
  next: ['Move Wednesday to the backup slot.', 'Ten minutes count, too.', 'Tell you on Monday how it went.'],
};
