import { cuedKind, isCorrection, labelOf } from './cues';
import { type ReadableNote } from './readable-notes';
import { givesDangerousAdvice } from './safety-words';
import { sentencesOf, wordsOf } from './words';

/** A sentence without an end is read in parts of about this many characters. */
const LONG = 200;
/** A note up to this long is one thing said. */
const WHOLE = 160;
/** What people say before they say something; words that may be meant need a pause after them ("right knee"). */
const FILLERS =
  /^(?:(?:(?:ok(?:ay)?|so|u+m+|u+h+|h+m+|btw|fyi|yeah|yep|lol|haha+|anyway|tbh|honestly|literally|basically)\b|(?:well|also|oh|right|update)(?=[,.!:;…]))[\s,.!:;…]*)+/iu;
/** What a cut leaves at both ends; not the dot of `.NET` and not the sign of a number. */
const EDGES =
  /^(?:[\s,:;–]|[.-](?=\s)|(?:and|but|then|und|aber|pero|mais|et)\s)+|(?:[\s,;–-]|\s(?:and|but|so|because|und|aber|pero|mais|et))+$/giu;

/** A piece without what a cut leaves. */
export const trimmed = (piece: string): string => piece.replace(EDGES, '').trim();

const CLAUSES =
  /,? (?:but|however|though|aber|pero|mais|mas) |, (?:and |so |then )?(?=(?:next|i'll|i will|i have to|i need to|i want to|going to|gonna|plan|tomorrow)\b)|\s[-–—]\s|;\s/giu;

/**
 * What of a note is read as one: a short note of a kind as a whole, as its author meant it; else sentences; where a note
 * has no kind and one sentence says several things, its clauses.
 */
export const piecesOf = (note: ReadableNote, most: number): string[] =>
  cut(note, most).map((piece) => trimmed(piece.replace(FILLERS, '')));

function cut(note: ReadableNote, most: number): string[] {
  const sentences = sentencesOf(note.text).slice(0, most);
  const isOne = note.text.length <= WHOLE && kindsIn(note, sentences) <= 1 && !sentences.some(givesDangerousAdvice);
  const steps = note.text.split(ENUMERATION).map((step) => step.trim());
  if (note.kind !== 'note' && steps.length > 2) return steps.slice(0, most);
  if (isOne && kindsIn(note, clausesOf(note.text)) <= 1) return [note.text];
  const pieces = joinedCorrections(sentences).flatMap(inParts).slice(0, most);
  if (note.kind !== 'note') return pieces;
  return pieces.flatMap((piece) => {
    const clauses = clausesOf(piece);
    return kindsIn(note, clauses) > 1 ? clauses : [piece];
  });
}

const clausesOf = (text: string): string[] => text.split(CLAUSES).map((clause) => clause.trim());

/** How many kinds of thing the parts of a note say: one where its author gave it, none where no word tells. */
const kindsIn = (note: ReadableNote, parts: readonly string[]): number =>
  note.kind !== 'note' ? 1 : new Set(parts.map(kindOf).filter((kind) => kind !== null)).size;

const kindOf = (text: string) => labelOf(text.replace(FILLERS, '')).kind ?? cuedKind(text);

/** "1) this 2) that" is two things. */
const ENUMERATION = /(?<![\p{L}\p{N}])(?:[1-9][).]|\([1-9]\))\s+(?=\p{L})/u;

/** Where somebody who knows no full stop begins anew. */
const ANEW =
  /,? (?=(?:and|but|so|then|because|und|aber|pero|mais|et) (?:then |now )?(?:i|i'm|we|my|next|then|on|it|the|after|today|tomorrow|ich|wir|yo|je|nous)\b)/iu;

/** Parts of a long sentence, cut where somebody begins anew, or else at commas. */
function inParts(sentence: string): string[] {
  if (sentence.length <= LONG) return [sentence];
  return sentence.split(ANEW).flatMap((part) => (part.length <= LONG ? [part] : regrouped(part.split(/(?<=[,;]) +/u))));
}

/** Neighbours together as long as they are not too long. */
const regrouped = (parts: readonly string[]): string[] =>
  parts.reduce<string[]>((groups, next) => {
    const last = groups.at(-1);
    if (last === undefined || last.length + next.length + 1 > LONG) return [...groups, next];
    return [...groups.slice(0, -1), `${last} ${next}`];
  }, []);

/** "Scratch that." says nothing without what follows. */
const joinedCorrections = (sentences: readonly string[]): string[] =>
  sentences.reduce<string[]>((sofar, sentence) => {
    const last = sofar.at(-1);
    if (last !== undefined && isCorrection(`${last} `) && wordsOf(last).length <= 4)
      return [...sofar.slice(0, -1), `${last} ${sentence}`];
    return [...sofar, sentence];
  }, []);
