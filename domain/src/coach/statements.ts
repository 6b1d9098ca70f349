import { type CoachMember, type CoachNoteKind } from './coach-file';
import { cuedKind, daysIn, isCorrection, isVague, labelOf, saysWhen } from './cues';
import { piecesOf, trimmed } from './note-pieces';
import { type ReadableNote } from './readable-notes';
import { givesDangerousAdvice, mentionsInjury } from './safety-words';
import { commonTo, numbersIn, shareIn, stemsOf } from './words';

/** One sentence of one note, with what the coach makes of it. */
export interface Statement {
  /** The note it is from, and notes of the same author that say the same. */
  readonly noteIds: readonly string[];
  readonly author: CoachMember;
  readonly authorName: string;
  /** The note's own kind, or what the words say where the note has none. */
  readonly kind: CoachNoteKind;
  readonly text: string;
  readonly stems: ReadonlySet<string>;
  readonly numbers: readonly string[];
  /** Place among all statements in the order of writing. */
  readonly place: number;
  /** How much a reader would miss it; comparable within one author and kind. */
  readonly weight: number;
  readonly speaksOfInjury: boolean;
}

/** Sentences read at most: of one note (a pasted transcript has its say by its first ones), and about of all. */
const MOST_SENTENCES = { note: 400, session: 20_000, leastOfNote: 10 } as const;

/** Everything said in the notes that is worth repeating, in the order of writing, without what was taken back. */
export function statementsOf(notes: readonly ReadableNote[]): Statement[] {
  let place = 0;
  const most = Math.max(
    MOST_SENTENCES.leastOfNote,
    Math.min(MOST_SENTENCES.note, Math.floor(MOST_SENTENCES.session / Math.max(1, notes.length))),
  );
  const all = notes.flatMap((note) =>
    piecesOf(note, most).flatMap((piece, n) => {
      const statement = statementFrom(note, piece, n, place);
      if (statement === null) return [];
      place += 1;
      return statement;
    }),
  );
  return withoutRepeats(withoutTakenBack(all));
}

function statementFrom(note: ReadableNote, piece: string, n: number, place: number): Statement | null {
  const label = labelOf(piece);
  const text = trimmed(label.text);
  const stems = stemsOf(text);
  if (stems.size === 0 || isEmptyTalk(text) || givesDangerousAdvice(text)) return null;
  const isQuestion = /\?\s*$/u.test(text);
  const kind = note.kind !== 'note' ? note.kind : isQuestion ? 'note' : (label.kind ?? cuedKind(text) ?? 'note');
  const numbers = numbersIn(text);
  const speaksOfInjury = mentionsInjury(text);
  return {
    noteIds: [note.id],
    author: note.author,
    authorName: note.authorName,
    kind: kind === 'win' && speaksOfInjury ? 'note' : kind,
    text,
    stems,
    numbers,
    place,
    weight: weightOf({ text, stems, numbers, kind, isOwnKind: note.kind !== 'note', isFirst: n === 0 }),
    speaksOfInjury,
  };
}

const EMPTY_TALK =
  /^(?:no|none|nothing|nope|n\/a|nil|all good|same|same here|dito|idem|nichts|nada|rien|niente|no blockers?|nothing,? (?:much|special|really|to report|today)|nothing (?:got )?in the way|no (?:wins?|news|problems?)|see above|(?:thanks|thank you|hello|hi|hey|morning|bye|cheers|welcome|great|nice|cool|awesome|congrats|well done|good job|love (?:it|that)|see you|good night|night|good evening|evening)(?: (?:you|all|everyone|everybody|guys|team|folks|so much|job|work|one|session|then|soon|next|time|week|on|(?:mon|tues|wednes|thurs|fri|satur|sun)day))*)[\s.!?…]*$/iu;
const isEmptyTalk = (text: string): boolean => EMPTY_TALK.test(text.trim());

/** What makes a sentence worth a line. Hand-set; the order they give matters, not the values. */
const WEIGHTS = {
  ownKind: 0.6, // its author says what it is
  cue: 0.4, // its words say what it is
  number: 0.5, // how much, how often
  when: 0.4, // a day or a time: a step without one is rarely taken
  word: 0.08, // per meaning word, up to ten
  first: 0.3, // people begin with what matters
  question: -0.6,
  vague: -0.4,
  bare: -0.5, // one meaning word
} as const;

interface Weighed {
  readonly text: string;
  readonly stems: ReadonlySet<string>;
  readonly numbers: readonly string[];
  readonly kind: CoachNoteKind;
  readonly isOwnKind: boolean;
  readonly isFirst: boolean;
}

function weightOf({ text, stems, numbers, kind, isOwnKind, isFirst }: Weighed): number {
  const has = (fact: boolean, weight: number): number => (fact ? weight : 0);
  return (
    1 +
    has(isOwnKind, WEIGHTS.ownKind) +
    has(kind !== 'note' && cuedKind(text) === kind, WEIGHTS.cue) +
    has(numbers.length > 0 || [...stems].some((stem) => /^\d/u.test(stem)), WEIGHTS.number) +
    has(saysWhen(text), WEIGHTS.when) +
    Math.min(10, stems.size) * WEIGHTS.word +
    has(isFirst, WEIGHTS.first) +
    has(/\?\s*$/u.test(text), WEIGHTS.question) +
    has(isVague(text), WEIGHTS.vague) +
    has(stems.size < 2, WEIGHTS.bare)
  );
}

/** How far back a correction looks among its author's statements. */
const CORRECTS_WITHIN = 6;

/** Without what its own author took back later ("scratch that, Thursday"). */
function withoutTakenBack(all: readonly Statement[]): Statement[] {
  const gone = new Set<Statement>();
  const kinds = new Map<Statement, CoachNoteKind>();
  const byAuthor = new Map<string, Statement[]>();
  for (const statement of all) {
    const before = byAuthor.get(statement.author.id) ?? [];
    if (isCorrection(`${statement.text} `)) {
      const sameKind = before
        .slice(-CORRECTS_WITHIN)
        .filter((earlier) => statement.kind === 'note' || earlier.kind === statement.kind);
      const corrected = sameKind.reduce<Statement | null>(
        (best, earlier) =>
          best === null || closeness(earlier, statement) >= closeness(best, statement) ? earlier : best,
        null,
      );
      if (corrected) {
        // "Not Friday" takes one of three days back, and the other two stand.
        if (daysIn(corrected.text).length <= 1) gone.add(corrected);
        if (statement.kind === 'note') kinds.set(statement, corrected.kind);
      }
    }
    byAuthor.set(statement.author.id, [...before.slice(1 - CORRECTS_WITHIN), statement]);
  }
  return all.filter((statement) => !gone.has(statement)).map((one) => ({ ...one, kind: kinds.get(one) ?? one.kind }));
}

const closeness = (a: Statement, b: Statement): number => commonTo(a.stems, b.stems).length;

/** From this share of common words on, two sentences of one person say the same. */
const SAME = 0.75;

/** Two sentences of one author and kind that say the same become one, which stands on both notes. */
function withoutRepeats(all: readonly Statement[]): Statement[] {
  const kept: Statement[] = [];
  const places = new Map<string, number[]>();
  for (const statement of all) {
    const group = `${statement.kind} ${statement.author.id}`;
    const before = places.get(group) ?? [];
    const same = before.slice(-50).find((place) => saysSame(kept[place], statement));
    const earlier = same === undefined ? undefined : kept[same];
    if (same === undefined || !earlier) {
      places.set(group, [...before, kept.push(statement) - 1]);
      continue;
    }
    const fuller = statement.stems.size > earlier.stems.size ? statement : earlier;
    kept[same] = {
      ...fuller,
      noteIds: [...new Set([...earlier.noteIds, ...statement.noteIds])].slice(0, 10),
      place: earlier.place,
    };
  }
  return kept;
}

function saysSame(a: Statement | undefined, b: Statement): boolean {
  if (!a) return false;
  const [less, more] = a.stems.size <= b.stems.size ? [a, b] : [b, a];
  return (
    shareIn(less.stems, more.stems) >= SAME &&
    less.stems.size >= more.stems.size / 2 &&
    less.numbers.every((number) => more.numbers.includes(number)) &&
    daysIn(less.text).every((day) => daysIn(more.text).includes(day)) &&
    (a.text === b.text || less.stems.size >= 2)
  );
}
