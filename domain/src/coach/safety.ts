import { type SummaryLine } from './coach-output';
import { type Readable, type ReadableNote } from './readable-notes';
import { exertionsIn, mentionsInjury } from './safety-words';
import { sentencesOf } from './words';

/**
 * Something that a person decides about, never the coach:
 * - `pause`: offer this member a safety pause (behaviour 22); declining it costs nothing
 * - `call-a-human`: show resources and call a person of the team. It is never a strike, and the text is never quoted.
 */
export interface SafetyFlag {
  readonly kind: 'pause' | 'call-a-human';
  readonly member: string;
  readonly noteIds: readonly string[];
}

/** Ratings of perceived exertion this high, this often in one session, ask for a rest. */
const EXERTION = { high: 9, times: 3 } as const;
const MOST_CITED = 10;

/** What the notes say that somebody should look after; by member, in their order. */
export function safetyFlags({ notes, setAside, members }: Readable): SafetyFlag[] {
  return members.flatMap(({ id }) => {
    const own = notes.filter(({ member }) => member === id);
    const inDanger = setAside.filter(({ member }) => member === id);
    const hurt = own.filter(({ text }) => sentencesOf(text).some(mentionsInjury));
    const hard = own.flatMap((note) =>
      exertionsIn(note.text)
        .filter((rating) => rating >= EXERTION.high)
        .map(() => note),
    );
    const toPause = new Set([...hurt, ...(hard.length >= EXERTION.times ? hard : [])]);
    return [
      ...(inDanger.length > 0 ? [flag('call-a-human', id, inDanger)] : []),
      ...(toPause.size > 0
        ? [
            flag(
              'pause',
              id,
              own.filter((note) => toPause.has(note)),
            ),
          ]
        : []),
    ];
  });
}

const flag = (kind: SafetyFlag['kind'], member: string, notes: readonly ReadableNote[]): SafetyFlag => ({
  kind,
  member,
  noteIds: notes.map(({ id }) => id).slice(0, MOST_CITED),
});

/** Shown as they are: no name, no number, no quotation, no advice beyond whom to turn to. */
export const SAFETY_WORDS = {
  pause: 'A safety pause is on offer: planned slots can rest for a while, and the streak rests with them.',
  'call-a-human':
    'Nobody has to carry heavy thoughts alone: a crisis line or the local emergency number answers day and night, and a person of the team has been asked to get in touch.',
} as const satisfies Record<SafetyFlag['kind'], string>;

export const safetyLines = (flags: readonly SafetyFlag[]): SummaryLine[] =>
  flags.map(({ kind, noteIds }) => ({ text: SAFETY_WORDS[kind], cites: [...noteIds] }));
