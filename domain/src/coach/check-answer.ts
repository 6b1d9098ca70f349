import * as z from 'zod';
import { checklistFor } from './checklists';
import { CoachNoteKind, type CoachSession } from './coach-file';
import { type ActionDraft, type CoachOutput, OUTPUT_LIMITS, type QuizQuestion, type SummaryLine } from './coach-output';
import { mayBeStep } from './draft-actions';
import { FRAME_WORDS } from './frame-words';
import { standsOn } from './grounding';
import { plainName, plainText } from './plain-text';
import { type CoachPrompt } from './prompt';
import { type ReadableNote } from './readable-notes';
import { type Coached } from './run-coach';
import { givesDangerousAdvice, mentionsInjury, mentionsSelfHarm } from './safety-words';
import { STOP_WORDS } from './stop-words';
import { lineOf } from './summarise-notes';
import { folded } from './words';

/** Characters. Longer answers are not read: ours are a few thousand. */
export const LONGEST_ANSWER = 40_000;
const MOST_ENTRIES = 100;
const Text = z.string().min(1).max(1_000);
const Cites = z.array(z.string().max(10)).min(1).max(OUTPUT_LIMITS.cites);
const Entries = <T extends z.ZodType>(entry: T) => z.array(entry).max(MOST_ENTRIES);
const Answer = z.object({
  summary: Entries(z.object({ member: z.string().max(10), kind: CoachNoteKind, text: Text, cites: Cites })),
  actions: Entries(z.object({ member: z.string().max(10), text: Text, cites: Cites })),
  quiz: Entries(
    z.object({
      question: Text,
      choices: z.array(Text).min(2).max(OUTPUT_LIMITS.choices),
      answer: z.number().int().min(0).max(3),
      cites: Cites,
    }),
  ),
});
type Answer = z.infer<typeof Answer>;

/** Words that turn a sentence into its opposite have to be in the notes like any other. */
const TURNING = new Set("not no nor never none without cannot can't couldn't didn't doesn't don't hasn't haven't isn't wasn't won't wouldn't nicht kein keine ohne sin ni non ne jamais nunca sem nao senza".split(' ')); // prettier-ignore
const REPORTING = 'wants want plans plan said says did went will named mentioned noted because first then since still also'.split(' '); // prettier-ignore
const ASKING = 'which these what who where when how did does do has have note noted want wants way got'.split(' ');
const allowedBeside = (more: readonly string[]): ReadonlySet<string> =>
  new Set([...FRAME_WORDS, ...STOP_WORDS, ...more].filter((word) => !TURNING.has(word)));
const IN_SENTENCES = allowedBeside(REPORTING);
const IN_QUESTIONS = allowedBeside([...REPORTING, ...ASKING]);

/**
 * A model's answer as the coach's output, or null where nothing of it can be used and the coach without a model speaks
 * instead. The answer is text from outside: what is no plain sentence, cites no given note, or says a word, a number or
 * a name that its notes do not say is dropped. Agenda, checklists, carried items and safety are never the model's, and
 * what it says nothing of is filled in from `coached`.
 */
export function checkAnswer(
  raw: string,
  prompt: CoachPrompt,
  session: CoachSession,
  coached: Coached,
): CoachOutput | null {
  const answer = readAnswer(raw);
  if (answer === null) return null;
  const said = answer.summary.flatMap((line) => checkedLine(line, prompt));
  if (said.length === 0) return null;
  const told = new Set(said.flatMap(({ cites }) => cites));
  const missing = coached.output.summary.filter(({ cites }) => !cites.some((id) => told.has(id)));
  const quiz = answer.quiz.flatMap((question) => checkedQuestion(question, prompt)).slice(0, OUTPUT_LIMITS.quiz);
  return {
    agenda: coached.output.agenda,
    summary: [...safetyOf(coached), ...said, ...missing.filter((line) => !isSafety(line, coached))].slice(
      0,
      OUTPUT_LIMITS.summaryLines,
    ),
    actions: checkedActions(answer.actions, prompt, session),
    quiz: quiz.length === OUTPUT_LIMITS.quiz ? quiz : coached.output.quiz,
    carried: coached.output.carried,
  };
}

/** Whether an answer has the shape that was asked for. Nothing is said of whether it may be believed. */
export const isAnswer = (raw: string): boolean => readAnswer(raw) !== null;

function readAnswer(raw: string): Answer | null {
  if (raw.length > LONGEST_ANSWER) return null;
  try {
    const read = Answer.safeParse(JSON.parse(raw));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

const safetyOf = (coached: Coached): SummaryLine[] => coached.output.summary.slice(0, coached.safety.length);
const isSafety = (line: SummaryLine, coached: Coached): boolean => safetyOf(coached).includes(line);

function checkedLine(
  { member: alias, kind, text, cites }: Answer['summary'][number],
  prompt: CoachPrompt,
): SummaryLine[] {
  const author = prompt.members.get(alias);
  const notes = citedBy(cites, prompt);
  if (!author || !notes?.some(({ member }) => member === author.id) || !isSayable(text)) return [];
  if (kind === 'win' && mentionsInjury(text)) return [];
  const own = notes.filter(({ member }) => member === author.id);
  if (!standsOn(text, notes, IN_SENTENCES)) return [];
  const line = lineOf({ author, authorName: plainName(author.name), kind, text: text.trim() });
  return own.length > 0 && line.length <= OUTPUT_LIMITS.lineText ? [{ text: line, cites: idsOf(notes) }] : [];
}

/** At most two each, for those who are here, on a note of their own. */
function checkedActions(actions: Answer['actions'], prompt: CoachPrompt, { track }: CoachSession): ActionDraft[] {
  const taken = new Map<string, number>();
  return actions.flatMap(({ member: alias, text, cites }) => {
    const author = prompt.members.get(alias);
    const notes = citedBy(cites, prompt);
    if (!author?.present || !notes?.every(({ member }) => member === author.id)) return [];
    if (!isSayable(text) || text.length > OUTPUT_LIMITS.actionText || !mayBeStep(text)) return [];
    if (!standsOn(text, notes, IN_SENTENCES)) return [];
    const count = (taken.get(author.id) ?? 0) + 1;
    taken.set(author.id, count);
    if (count > OUTPUT_LIMITS.actionsPerMember) return [];
    return { member: author.id, text: text.trim(), cites: idsOf(notes), checklist: checklistFor(text, track) };
  });
}

function checkedQuestion(
  { question, choices, answer, cites }: Answer['quiz'][number],
  prompt: CoachPrompt,
): QuizQuestion[] {
  const notes = citedBy(cites, prompt);
  const right = choices[answer];
  if (!notes || right === undefined || new Set(choices.map(folded)).size !== choices.length) return [];
  const all = [...prompt.notes.values()];
  const isFine =
    [question, ...choices].every(isSayable) &&
    question.length <= OUTPUT_LIMITS.questionText &&
    choices.every((choice) => choice.length <= OUTPUT_LIMITS.choiceText && standsOn(choice, all, IN_SENTENCES)) &&
    standsOn(right, notes, IN_SENTENCES) &&
    standsOn(question, notes, IN_QUESTIONS);
  return isFine ? [{ question: question.trim(), choices, answer, cites: idsOf(notes) }] : [];
}

/** The notes that an entry cites; null when it cites one that was not given. */
function citedBy(cites: readonly string[], prompt: CoachPrompt): ReadableNote[] | null {
  const notes = cites.map((alias) => prompt.notes.get(alias));
  return notes.every((note) => note !== undefined) ? notes : null;
}

const idsOf = (notes: readonly ReadableNote[]): string[] => [...new Set(notes.map(({ id }) => id))];

/** One plain line that says nothing that is not to be passed on. Not repaired: what needs repair is not to be trusted. */
const isSayable = (text: string): boolean =>
  /[\p{L}\p{N}]/u.test(text) &&
  plainText(text) === text.trim() &&
  !/[\n<>{}]/u.test(text) &&
  !mentionsSelfHarm(text) &&
  !givesDangerousAdvice(text);
