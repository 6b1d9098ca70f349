import { stemmer } from 'stemmer';
import { type Line } from './judge';
import { type WrittenNote } from './written-sessions';

const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });
const STOP = new Set(
  `a about after again all also am an and any are as at be because been but by can could did do does for from get had has
  have he her his how i if in into is it its just me more my no not now of off on one only or our out over she so some
  than that the their them then there they this to too up us was we were what when which who will with would you your der
  die das und ich zu in ein eine es de la el que y en un una le les et je à o os do da il che`.split(/\s+/u),
);

/** One sentence of one note, as a summary line. */
export interface Sentence extends Line {
  readonly member: string;
}

export const sentencesIn = (notes: readonly WrittenNote[]): Sentence[] =>
  notes.flatMap(({ id, member, text }) =>
    [...SENTENCES.segment(text)]
      .map(({ segment }) => segment.trim())
      .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
      .map((sentence) => ({ text: sentence, cites: [id], member })),
  );

/** As many as fit into `characters`, in the order given; the first that does not fit ends it. */
export function upTo(sentences: readonly Sentence[], characters: number): Sentence[] {
  let left = characters;
  const kept: Sentence[] = [];
  for (const sentence of sentences) {
    left -= sentence.text.length;
    if (left < 0) break;
    kept.push(sentence);
  }
  return kept;
}

/** Each member's first three sentences: a lead that knows who is who. */
export const leadOfEach = (sentences: readonly Sentence[]): Sentence[] =>
  [...new Set(sentences.map(({ member }) => member))].flatMap((member) =>
    sentences.filter((sentence) => sentence.member === member).slice(0, 3),
  );

const DAMPING = 0.85;
const PRECISION = 1e-6;

/**
 * TextRank (Mihalcea and Tarau, 2004): sentences are nodes, edges weigh by words in common over the logarithms of both
 * lengths, rank flows as in PageRank until it stands still. Words are stemmed and without stop words. Highest first.
 */
export function textRank(sentences: readonly Sentence[]): Sentence[] {
  const bags = sentences.map(({ text }) => new Set(contentWords(text)));
  const edges = bags.map((a, i) => bags.map((b, j) => (i === j ? 0 : similarity(a, b))));
  const outgoing = edges.map((row) => row.reduce((sum, weight) => sum + weight, 0));
  let rank = sentences.map(() => 1);
  for (let round = 0; round < 200; round += 1) {
    const next = rank.map(
      (_, i) =>
        1 -
        DAMPING +
        DAMPING * rank.reduce((sum, of, j) => sum + (outgoing[j]! > 0 ? (edges[j]![i]! / outgoing[j]!) * of : 0), 0),
    );
    const moved = Math.max(0, ...next.map((value, i) => Math.abs(value - rank[i]!)));
    rank = next;
    if (moved < PRECISION) break;
  }
  return sentences
    .map((sentence, i) => ({ sentence, rank: rank[i]!, i }))
    .sort((a, b) => b.rank - a.rank || a.i - b.i)
    .map(({ sentence }) => sentence);
}

const contentWords = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !STOP.has(word)).map((word) => stemmer(word));

function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((word) => b.has(word)).length;
  const length = Math.log(a.size) + Math.log(b.size);
  if (common === 0) return 0;
  return length > 0 ? common / length : common;
}
