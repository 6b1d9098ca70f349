import { type CoachMember, type CoachNoteKind } from './coach-file';
import { OUTPUT_LIMITS, type SummaryLine } from './coach-output';
import { FRAME, FRAME_WORDS } from './frame-words';
import { standsOn } from './grounding';
import { shortened } from './plain-text';
import { type ReadableNote } from './readable-notes';
import { type Statement } from './statements';

const KINDS = ['win', 'block', 'next'] as const satisfies readonly CoachNoteKind[];
/** Lines that one member gets of each kind; with many members fewer, so that all have their say. */
const MOST_EACH = { win: 3, block: 3, next: 3, note: 4 } as const satisfies Record<CoachNoteKind, number>;
/** What has no kind fills up to this many lines of a member, and gets one in any case. */
const FILLED_UP = 4;
/** A second or third line of a kind has to weigh this much of the first; what has no kind, this much by itself. */
const WORTH = { besideTheFirst: 0.65, withoutKind: 1.6 } as const;

/**
 * Who won what, what got in the way, what comes next: by member, those who are here first, each kind by weight and then
 * in the order of writing. Every line is a sentence of the notes it cites; of those who are away, a next step is a
 * suggestion. `room`: lines at most.
 */
export function summariseNotes(
  statements: readonly Statement[],
  members: readonly CoachMember[],
  notes: ReadonlyMap<string, ReadableNote>,
  room: number,
): SummaryLine[] {
  return statementsToTell(statements, members, room).flatMap((statement) => {
    const line = { text: lineOf(statement), cites: [...statement.noteIds] };
    // Code, not trust: what does not stand on its notes is no line, however it came about.
    const cited = line.cites.flatMap((id) => notes.get(id) ?? []);
    return standsOn(line.text, cited, FRAME_WORDS) ? [line] : [];
  });
}

/** The statements that get a line, in the order of the lines. */
export function statementsToTell(
  statements: readonly Statement[],
  members: readonly CoachMember[],
  room: number,
): Statement[] {
  const inOrder = [...members.filter(({ present }) => present), ...members.filter(({ present }) => !present)];
  const heard = inOrder.filter(({ id }) => statements.some(({ author }) => author.id === id));
  return pickedFor(heard, statements, room);
}

function pickedFor(members: readonly CoachMember[], statements: readonly Statement[], room: number): Statement[] {
  let most = Math.max(...Object.values(MOST_EACH));
  for (;;) {
    const picked = members.flatMap((member) => pickedOf(member, statements, most));
    if (picked.length <= room || most === 1) return picked.slice(0, room);
    most -= 1;
  }
}

function pickedOf(member: CoachMember, statements: readonly Statement[], most: number): Statement[] {
  const ofKind = KINDS.flatMap((kind) => best(statements, member, kind, most));
  const left = Math.max(1, Math.min(most, FILLED_UP - ofKind.length));
  return [...ofKind, ...best(statements, member, 'note', left)];
}

function best(statements: readonly Statement[], member: CoachMember, kind: CoachNoteKind, most: number): Statement[] {
  const [first, ...others] = statements
    .filter((statement) => statement.author.id === member.id && statement.kind === kind)
    .sort((a, b) => b.weight - a.weight || b.place - a.place);
  if (!first || (kind === 'note' && first.weight < WORTH.withoutKind && !first.speaksOfInjury)) return [];
  // Notes without a kind may be about anything: none of them stands for another.
  const least = kind === 'note' ? WORTH.withoutKind : first.weight * WORTH.besideTheFirst;
  return [first, ...others.filter(({ weight }) => weight >= least)]
    .slice(0, Math.min(most, MOST_EACH[kind]))
    .sort((a, b) => a.place - b.place);
}

/** "Ana – win: …", the one form that a line has, whoever finds the words. */
export function lineOf({
  author,
  authorName,
  kind,
  text,
}: Pick<Statement, 'author' | 'authorName' | 'kind' | 'text'>): string {
  const who = author.present ? authorName : `${authorName} (${FRAME.away})`;
  const what = kind === 'next' && !author.present ? FRAME.suggestion : FRAME[kind];
  return shortened(`${who} – ${what}: ${text.replace(/\n/gu, ' ')}`, OUTPUT_LIMITS.lineText);
}
