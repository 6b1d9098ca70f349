import { readCoachFile, runCoach, SAFETY_WORDS } from '@podmates/domain/coach';
import { atLeast, atMost, type Benchmark, type Measured } from './benchmark';
import { leadOfEach, type Sentence, sentencesIn, textRank, upTo } from './coach/baselines';
import { covered, isFaithful, isWordForWord, leaks, type Line } from './coach/judge';
import { readable, type WrittenSession, writtenSessions } from './coach/written-sessions';

/**
 * The coach without a model on sessions written by hand, beside two baselines that read the same notes. What the
 * figures are is defined in docs/coach.md and judged by code that shares nothing with the coach.
 */
export const coach: Benchmark = {
  name: 'coach',
  title: 'The coach without a model: what a fair reader expects, and nothing invented',
  run: ({ seed }) => Promise.resolve(measure(seed)),
};

const COVERAGE = 0.95;
/** Of the items; that none is lost counts more, so silence and doubt carry one over. */
const ITEMS = 0.9;
const FIXED_WORDS = new Set<string>(Object.values(SAFETY_WORDS));

interface Side {
  readonly name: string;
  readonly linesOf: (one: Compared) => readonly Line[];
}

interface Compared {
  readonly written: WrittenSession;
  readonly output: ReturnType<typeof runCoach>['output'];
  readonly characters: number;
  readonly sentences: readonly Sentence[];
  readonly ranked: readonly Sentence[];
}

const SIDES: readonly Side[] = [
  { name: 'coach', linesOf: ({ output }) => output.summary },
  { name: 'lead-3', linesOf: ({ sentences }) => sentences.slice(0, 3) },
  { name: 'lead, as many sentences', linesOf: ({ sentences, output }) => sentences.slice(0, output.summary.length) },
  { name: 'lead, as many characters', linesOf: ({ sentences, characters }) => upTo(sentences, characters) },
  { name: 'lead-3 of each member', linesOf: ({ sentences }) => leadOfEach(sentences) },
  { name: 'TextRank, 3 sentences', linesOf: ({ ranked }) => ranked.slice(0, 3) },
  { name: 'TextRank, as many sentences', linesOf: ({ ranked, output }) => ranked.slice(0, output.summary.length) },
  { name: 'TextRank, as many characters', linesOf: ({ ranked, characters }) => upTo(ranked, characters) },
];

function measure(seed: number): Measured {
  checkJudge();
  const all = writtenSessions().map((written) => compared(written, seed));
  const open = all.filter(({ written }) => !written.heldOut);
  const heldOut = all.filter(({ written }) => written.heldOut);
  const rows = SIDES.map((side) => ({
    side,
    open: coverageOf(side, open),
    heldOut: coverageOf(side, heldOut),
    all: coverageOf(side, all),
    faithful: shareOf(side, all, isFaithful),
    wordForWord: shareOf(side, all, isWordForWord),
    length: lengthOf(side, all),
  }));
  const [engine, ...baselines] = rows;
  if (!engine) throw new Error('There is nothing to measure.');
  const best = (of: string): number =>
    Math.max(...baselines.filter(({ side }) => side.name.startsWith(of)).map((row) => row.all));
  const items = itemsOf(all);
  return {
    table: {
      columns: ['summary', 'coverage', 'written with', 'held out', 'faithful', 'word for word', 'length'],
      rows: rows.map((row) => [
        row.side.name,
        row.all.toFixed(3),
        row.open.toFixed(3),
        row.heldOut.toFixed(3),
        row.faithful.toFixed(3),
        row.wordForWord.toFixed(3),
        row.length.toFixed(2),
      ]),
    },
    claims: [
      atLeast('coverage', engine.all, COVERAGE),
      atLeast('coverage, sessions held out', engine.heldOut, COVERAGE),
      atLeast('faithfulness', engine.faithful, 1),
      atLeast('coverage / best lead', engine.all / best('lead'), 1, '×'),
      atLeast('coverage / best TextRank', engine.all / best('TextRank'), 1, '×'),
      atMost('open items dropped that a reader would carry', items.dropped, 0),
      atLeast('open items carried or not as a reader would', items.right / items.count, ITEMS),
      atMost('bounds broken (agenda, actions, quiz, who may be named)', broken(all), 0),
    ],
    notes: [
      `${all.length} sessions written by hand, ${heldOut.length} of them held out; ${all.reduce((sum, { written }) => sum + written.expected.covers.length, 0)} expectations, ${items.count} open items. All sides read the same notes.`,
      ...missedOf(open),
      `Carried otherwise than expected, of those written with: ${itemsOf(open).wrong.join(', ') || 'none'}.`,
    ],
  };
}

/** A judge that takes anything would make every figure worthless. */
function checkJudge(): void {
  const [written] = writtenSessions();
  const [note] = written ? readable(written) : [];
  if (!written || !note) throw new Error('There is no session to judge by.');
  const line = (text: string, cites = [note.id]): Line => ({ text: `${note.text} ${text}`, cites });
  const invented = [line('98765'), line('and Zelda'), line('', []), line('', ['no-such-note'])];
  if (!isFaithful(line(''), written)) throw new Error('The judge refuses what a note says.');
  if (invented.some((one) => isFaithful(one, written))) throw new Error('The judge takes what no note says.');
  if (isWordForWord(line('and zelda'), written)) throw new Error('The judge takes a word that no note says.');
  if (covered([], written.expected.covers).length > 0) throw new Error('The judge finds facts where there are none.');
}

function compared(written: WrittenSession, seed: number): Compared {
  const { output } = runCoach(readCoachFile(written.session), { seed });
  const sentences = sentencesIn(readable(written));
  const characters = sum(output.summary.map(quoted).map(({ text }) => text.length));
  return { written, output, characters, sentences, ranked: textRank(sentences) };
}

/** Without the coach's "Ana – win: ", which the baselines do not say. */
const quoted = ({ text, cites }: Line): Line => ({ text: text.replace(/^[^:]{1,60} – [a-z ]+: /u, ''), cites });

function coverageOf({ linesOf }: Side, all: readonly Compared[]): number {
  const found = all.map((one) => covered(linesOf(one), one.written.expected.covers).length);
  const wanted = all.map(({ written }) => written.expected.covers.length);
  return sum(found) / sum(wanted);
}

/** The coach's fixed words about safety cite notes and quote none, so they are left out here. */
function shareOf({ linesOf }: Side, all: readonly Compared[], test: typeof isFaithful): number {
  const lines = all.flatMap((one) =>
    linesOf(one)
      .filter(({ text }) => !FIXED_WORDS.has(text))
      .map((line) => test(line, one.written)),
  );
  return lines.filter(Boolean).length / lines.length;
}

/** Characters of the summary over those of the notes that may be read. */
const lengthOf = ({ linesOf }: Side, all: readonly Compared[]): number =>
  sum(all.flatMap((one) => linesOf(one).map((line) => quoted(line).text.length))) /
  sum(all.flatMap(({ written }) => readable(written).map(({ text }) => text.length)));

function itemsOf(all: readonly Compared[]) {
  const judged = all.flatMap(({ written, output }) =>
    written.session.openItems.map(({ id }) => ({
      name: `${written.name} ${id}`,
      isCarried: output.carried.includes(id),
      isExpected: written.expected.carried.includes(id),
    })),
  );
  const wrong = judged.filter(({ isCarried, isExpected }) => isCarried !== isExpected);
  return {
    count: judged.length,
    right: judged.length - wrong.length,
    dropped: wrong.filter(({ isExpected }) => isExpected).length,
    wrong: wrong.map(({ name }) => name),
  };
}

function broken(all: readonly Compared[]): number {
  return sum(
    all.map(({ written, output }) => {
      const { members, minutes } = written.session;
      const mayAct = new Set(members.filter(({ aiConsent, present }) => aiConsent && present).map(({ id }) => id));
      const perMember = members.map(({ id }) => output.actions.filter(({ member }) => member === id).length);
      return sum([
        leaks(output, written).length,
        Number(sum(output.agenda.map((item) => item.minutes)) > minutes),
        output.agenda.filter(({ why }) => why === '').length,
        output.actions.filter(({ member }) => !mayAct.has(member)).length,
        perMember.filter((count) => count > 2).length,
        output.quiz.filter((question) => !isAnswerable(question, written)).length,
      ]);
    }),
  );
}

/** The right choice is a name or a text of the notes that the question cites, and no other choice is the same. */
function isAnswerable(
  { choices, answer, cites }: { choices: readonly string[]; answer: number; cites: readonly string[] },
  written: WrittenSession,
): boolean {
  const right = choices[answer];
  if (right === undefined || new Set(choices).size !== choices.length) return false;
  return isWordForWord({ text: right, cites }, written);
}

const missedOf = (open: readonly Compared[]): string[] =>
  open.flatMap(({ written, output }) => {
    const found = new Set(covered(output.summary, written.expected.covers));
    return written.expected.covers
      .filter((one) => !found.has(one))
      .map(({ member, kind, notes }) => `Not covered: ${written.name}, ${member}'s ${kind} (${notes.join(', ')}).`);
  });

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
