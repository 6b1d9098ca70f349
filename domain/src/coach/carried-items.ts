import { type OpenItem } from './coach-file';
import { cuedKind } from './cues';
import { beginsWithDeed, isAbout, sharedStems, sharedWith, tellsDeed, type Topic, topicOf } from './item-topics';
import { type ReadableNote } from './readable-notes';
import { anyOf } from './word-patterns';
import { folded, sentencesOf, stemsOf, wordsOf } from './words';

const NOT_DONE = anyOf(String.raw`
  (?:did|do|does|have|has|could|was|is|ca|wo)n't\b / (?:didnt|havent|couldnt|wasnt)\b / not\b / never\b / forgot / no time
  yet\b / fail / nicht / noch / kein / vergessen / todavia / aun\b / no (?:pude|he|fui|tuve) / olvide / pas\b / encore
  oublie / nao\b / ainda / non\b / ancora
`);
const IN_PART = anyOf(String.raw`
  almost / nearly / (?:first |second |the |one )?half\b / halfway / part(?:ly|ially| of) / started / tried to / in progress
  only\b / working on / waiting / still\b / fast\b / zur halfte / casi\b / presque / quase\b / quasi\b
`);
const DONE_NEVERTHELESS = anyOf(String.raw`
  (?:did|do)n't (?:skip|miss|forget) / not (?:only|once) / no longer open / isn't open / never (?:missed|skipped|late)
  without (?:missing|skipping)
`);
const REOPENED = anyOf(String.raw`
  cancel / (?:have|need|had) to (?:\S+ ){1,6}again / fell through / redo\b / rebook / called off / postpon / moved to
  after all not / abgesagt / noch ?mal / cancelad / annule
`);
const AHEAD = anyOf(String.raw`
  i'll\b / will\b / going to / gonna / want to / plan(?:ning)? to / need to / have to / next (?:week|time|month|session)
  tomorrow / must\b / should\b / werde\b / will ich / morgen\b / nachste / voy a / proxim / je vais / prochain / vou\b
  is (?:next|on) (?:mon|tues|wednes|thurs|fri|satur|sun)
`);
const DONE = anyOf(String.raw`
  done\b / did\b / finish / complet / ticked off / sorted\b / handled / managed / finally / checked off / took care
  all (?:three|four|five|six|seven|3|4|5|6|7)\b / every (?:single )?(?:day|night|morning|time|session|shift) / (\d+) ?(?:/|of|out of) ?\1\b
  now\b / since (?:last|yesterday|mon|tues|wednes|thurs|fri|satur|sun)
  (?:is|are) (?:up|with|there|here|back|gone|out|live|set|installed|in place)\b
  ready\b / ✅ / ✔ / erledigt / geschafft / gemacht / fertig / endlich / (?:hab|habe|haben|hat)\b / hecho / hice / termine
  logre / por fin / j'ai\b / fait\b / fini / reussi / enfin / feito / fiz\b / consegui\b / fatto / ho\b / (?:he|hemos) \w+d[oa]\b
`);
const GIVEN_UP = anyOf(String.raw`
  dropp(?:ed|ing) (?:the|that|my|it) / no longer (?:need|want|relevant) / (?:don't|do not) need / giving up on / gave up on
  scrapp(?:ed|ing) / off (?:my|the) list / cross(?:ed|ing) (?:it )?off / not (?:needed|doing (?:that|this|the)) any ?more
  brauche (?:ich )?nicht mehr / ya no (?:necesito|hace falta) / plus besoin
`);
const ALL_OF_THEM = anyOf(String.raw`
  (?:all|both|every one|everything|each) (?:of )?(?:my |the |our |open |last |old )*(?:open )?(?:items?|actions?|to-?dos?)
  (?:all|both|everything) (?:of it |of them )?from last (?:time|week|session) / everything on my list / alles von letzter woche
`);

type Verdict = 'done' | 'open';

/**
 * The open items that stay open, in their order. An item is done when its member says so, or somebody who names that
 * member. Once done, only an explicit setback opens it again: a next step on the same thing does not. Where nothing is
 * said, where it is said in part, and where the coach may not read, it stays: forgetting what somebody took on is worse
 * than asking once more.
 */
export function carriedItems(
  items: readonly OpenItem[],
  notes: readonly ReadableNote[],
  names: ReadonlyMap<string, string>,
): OpenItem[] {
  const said = notes.flatMap((note) => sentencesOf(note.text).map((text) => ({ note, text, stems: stemsOf(text) })));
  return items.filter((item) => {
    const topic = topicOf(item.text);
    const name = [...stemsOf(names.get(item.member) ?? '')];
    let verdict: Verdict = 'open';
    for (const { note, text, stems } of said) {
      const isOwn = note.member === item.member;
      if (!isOwn && !name.some((part) => stems.has(part))) continue;
      verdict = verdictOf({ item, topic, note, text, stems, isOwn }, verdict);
    }
    return verdict === 'open';
  });
}

interface Said {
  readonly item: OpenItem;
  readonly topic: Topic;
  readonly note: ReadableNote;
  readonly text: string;
  readonly stems: ReadonlySet<string>;
  readonly isOwn: boolean;
}

function verdictOf({ item, topic, note, text, stems, isOwn }: Said, before: Verdict): Verdict {
  if (before === 'done' && !REOPENED.test(folded(text))) return 'done';
  // Most sentences are about something else, and a long session has tens of thousands.
  const shared = sharedStems(topic, stems);
  const clause = shared === 0 ? '' : closestClause(topic, text);
  if (isOwn && shared > 0 && GIVEN_UP.test(folded(clause)) && sharedWith(topic, clause) > 0) return 'done';
  if (!isAbout(topic, text, shared)) return isOwn && isSaidOfAll(note, text) ? 'done' : before;
  if (REOPENED.test(folded(text))) return 'open';
  return isDone(item, topic, note, clause, text) ? 'done' : 'open';
}

function isSaidOfAll(note: ReadableNote, text: string): boolean {
  const plain = folded(text);
  return ALL_OF_THEM.test(plain) && !isHeldBack(plain, note) && (note.kind === 'win' || DONE.test(plain));
}

/** The part of a sentence that speaks of the topic: "the first half is done, shoes I have not bought". */
function closestClause(topic: Topic, text: string): string {
  const clauses = text.split(/[,:;(]\s+|\s[-–—]\s|\s(?=but\b)/u);
  if (clauses.length === 1) return text;
  const shared = clauses.map((clause) => sharedWith(topic, clause));
  return clauses[shared.indexOf(Math.max(...shared))] ?? text;
}

function isDone(item: OpenItem, topic: Topic, note: ReadableNote, clause: string, text: string): boolean {
  if (note.kind === 'next' || note.kind === 'block') return false;
  // "Keep a log of failed prompts": its own words say nothing of how it went.
  const plain = withoutTopic(topic, clause);
  if (isHeldBack(plain, note) || fallsShort(item.text, text) || AHEAD.test(plain)) return false;
  return (
    note.kind === 'win' ||
    DONE.test(folded(text)) ||
    tellsDeed(topic, text) ||
    beginsWithDeed(text) ||
    cuedKind(text) === 'win'
  );
}

const withoutTopic = ({ stems }: Topic, text: string): string =>
  wordsOf(text).reduce((left, word) => (stems.has(word.stem) ? left.replace(word.folded, ' ') : left), folded(text));

const isHeldBack = (plain: string, note: ReadableNote): boolean => {
  if (DONE_NEVERTHELESS.test(plain)) return false;
  return NOT_DONE.test(plain) || (IN_PART.test(plain) && (note.kind !== 'win' || !DONE.test(plain)));
};

/** "Train three times" and "trained twice": fewer than was meant. */
function fallsShort(item: string, text: string): boolean {
  const [meant, ...moreMeant] = countsIn(item);
  const counts = countsIn(text);
  const [got] = counts;
  if (meant === undefined || got === undefined || moreMeant.length > 0) return false;
  return !counts.includes(meant) && counts.every((count) => count < meant);
}

/** How many: whole numbers up to a hundred, in digits or words, and how often in German and Romance words. */
const countsIn = (text: string): number[] =>
  wordsOf(text).flatMap(({ stem, folded: word }) => {
    const often = HOW_OFTEN.get(word);
    if (often !== undefined) return often;
    return /^\d{1,2}$/u.test(stem) ? Number(stem) : [];
  });
const HOW_OFTEN: ReadonlyMap<string, number> = new Map(Object.entries({
  einmal: 1, zweimal: 2, dreimal: 3, zwei: 2, drei: 3, vier: 4, dos: 2, tres: 3, cuatro: 4, deux: 2, trois: 3, quatre: 4, duas: 2, dois: 2, due: 2, tre: 3,
})); // prettier-ignore
