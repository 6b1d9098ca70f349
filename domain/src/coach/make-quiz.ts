import { diceOf, turnOf } from '../matching/engine/turn';
import { type CoachNoteKind } from './coach-file';
import { OUTPUT_LIMITS, type QuizQuestion } from './coach-output';
import { daysIn } from './cues';
import { shortened } from './plain-text';
import { type Statement } from './statements';
import { folded, shareIn, wordsOf } from './words';

type Ask = (about: Statement, all: readonly Statement[], seed: number) => QuizQuestion | null;

/** The weightiest sentences of a long session make the questions and the choices. */
const MOST_ASKED_OF = 120;
const MOST_TRIED = 60;

/** What a question asks by turns, so that three questions are not three times the same. */
const TURNS: readonly (readonly Ask[])[] = [
  [askWhat, askBlank, askWho],
  [askBlank, askWhat, askWho],
  [askWho, askWhat, askBlank],
];

/**
 * Three questions about this session, each answerable from the notes it cites; the wrong choices are what other notes
 * say, so that nobody finds the answer by its look. The same for the same statements and seed. Fewer where the notes do
 * not hold as much: a question with an answer that nobody wrote would be worse than none.
 */
export function makeQuiz(statements: readonly Statement[], seed: number): QuizQuestion[] {
  const all = statements
    .filter(({ speaksOfInjury }) => !speaksOfInjury)
    .sort((a, b) => b.weight - a.weight || a.place - b.place)
    .slice(0, MOST_ASKED_OF);
  const asked: { readonly question: QuizQuestion; readonly about: Statement }[] = [];
  for (const turn of TURNS) {
    const done = new Set(asked.map(({ about }) => about));
    const authors = new Set(asked.map(({ about }) => about.author.id));
    const inTurn = all
      .filter((statement) => !done.has(statement))
      .sort(
        (a, b) =>
          Number(authors.has(a.author.id)) - Number(authors.has(b.author.id)) ||
          b.weight - a.weight ||
          turnOf(`${a.place}`, seed) - turnOf(`${b.place}`, seed),
      )
      .slice(0, MOST_TRIED);
    const found = firstFound(turn, inTurn, all, seed + asked.length);
    if (found && asked.length < OUTPUT_LIMITS.quiz) asked.push(found);
  }
  return asked.map(({ question }) => question);
}

function firstFound(turn: readonly Ask[], inTurn: readonly Statement[], all: readonly Statement[], seed: number) {
  for (const ask of turn)
    for (const about of inTurn) {
      const question = ask(about, all, seed);
      if (question) return { question, about };
    }
  return null;
}

const QUESTIONS = {
  win: (name: string) => `Which of these did ${name} note as a win?`,
  block: (name: string) => `What got in the way for ${name}?`,
  next: (name: string) => `What does ${name} want to do next?`,
  note: (name: string) => `Which of these did ${name} note?`,
} as const satisfies Record<CoachNoteKind, (name: string) => string>;

/** Share of common words from which two choices could both be right. */
const TOO_CLOSE = 0.5;

/** "What does Ana want to do next?" */
function askWhat(about: Statement, all: readonly Statement[], seed: number): QuizQuestion | null {
  const couldBeRight = all.filter(
    ({ author, kind }) =>
      author.id === about.author.id && (kind === about.kind || kind === 'note' || about.kind === 'note'),
  );
  const wrong = fromOtherNotes(about, all)
    .filter((other) => !couldBeRight.some((right) => right === other || isClose(right, other)))
    .sort(
      (a, b) =>
        Number(b.kind === about.kind) - Number(a.kind === about.kind) ||
        Number(b.author.id === about.author.id) - Number(a.author.id === about.author.id) ||
        turnOf(`${a.place}`, seed) - turnOf(`${b.place}`, seed),
    );
  return question(about, QUESTIONS[about.kind](about.authorName), choiceOf(about), wrong.map(choiceOf), seed);
}

/** "Who noted this?" */
function askWho(about: Statement, all: readonly Statement[], seed: number): QuizQuestion | null {
  const others = fromOtherNotes(about, all).filter(({ author }) => author.id !== about.author.id);
  const names = [...new Set(others.map(({ authorName }) => authorName))].filter((name) => name !== about.authorName);
  const givesAway = wordsOf(about.authorName).some(({ folded: word }) =>
    wordsOf(about.text).some((said) => said.folded === word),
  );
  if (givesAway || others.some((other) => isClose(other, about))) return null;
  return question(about, `Who noted this: “${choiceOf(about)}”`, about.authorName, names, seed);
}

/** "Which number belongs here?" */
function askBlank(about: Statement, all: readonly Statement[], seed: number): QuizQuestion | null {
  if (about.text.length > OUTPUT_LIMITS.choiceText) return null;
  const others = fromOtherNotes(about, all);
  for (const kind of ['number', 'day'] as const) {
    const own = blanksIn(about.text, kind);
    const [answer] = own;
    if (answer === undefined || own.filter((blank) => folded(blank) === folded(answer)).length > 1) continue;
    const isOwn = new Set(own.map(folded));
    const wrong = [
      ...new Map(others.flatMap(({ text }) => blanksIn(text, kind)).map((blank) => [folded(blank), blank])).values(),
    ].filter((blank) => !isOwn.has(folded(blank)));
    if (wrong.length < 2) continue;
    const inTurn = wrong.sort((a, b) => distance(answer, a) - distance(answer, b) || turnOf(a, seed) - turnOf(b, seed));
    const asked = question(
      about,
      `What belongs in the gap? ${about.authorName} noted: “${about.text.replace(answer, '___')}”`,
      answer,
      inTurn,
      seed,
    );
    if (asked) return asked;
  }
  return null;
}

/** Plain numbers and days as written; a number that is part of a time, a date or a set scheme would give itself away. */
function blanksIn(text: string, kind: 'number' | 'day'): string[] {
  if (kind === 'number')
    return text.match(/(?<![\p{L}\p{N}.,:/×x-])\d{1,6}(?:[.,]\d{1,2})?(?![\p{L}\p{N}:/×]|[.,]\d|-\d)/gu) ?? [];
  return wordsOf(text)
    .map((word) => word.text)
    .filter((word) => daysIn(word).length > 0);
}

/** Numbers of like size are the plausible ones; days are all alike. */
function distance(a: string, b: string): number {
  const [x, y] = [a, b].map((text) => Number(text.replace(',', '.')));
  if (x === undefined || y === undefined || Number.isNaN(x) || Number.isNaN(y)) return 0;
  return Math.round(4 * Math.abs(Math.log((x + 1) / (y + 1))));
}

const choiceOf = ({ text }: Statement): string => shortened(text.replace(/\n/gu, ' '), OUTPUT_LIMITS.choiceText);

const fromOtherNotes = (about: Statement, all: readonly Statement[]): Statement[] =>
  all.filter(({ noteIds }) => !noteIds.some((id) => about.noteIds.includes(id)));

const isClose = (a: Statement, b: Statement): boolean =>
  shareIn(a.stems, b.stems) > TOO_CLOSE || shareIn(b.stems, a.stems) > TOO_CLOSE;

function question(
  about: Statement,
  asked: string,
  right: string,
  wrong: readonly string[],
  seed: number,
): QuizQuestion | null {
  const distinct = [...new Set(wrong.filter((choice) => choice !== '' && folded(choice) !== folded(right)))].slice(
    0,
    OUTPUT_LIMITS.choices - 1,
  );
  if (right === '' || distinct.length === 0) return null;
  const dice = diceOf(turnOf(`${about.place}:${asked}`, seed));
  const answer = Math.floor(dice() * (distinct.length + 1));
  return {
    question: shortened(asked, OUTPUT_LIMITS.questionText),
    choices: [...distinct.slice(0, answer), right, ...distinct.slice(answer)],
    answer,
    cites: [...about.noteIds],
  };
}
