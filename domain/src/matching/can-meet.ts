import { type Candidate } from './candidate';
import { isKeptApart } from './kept-apart';
import { commonHours } from './week-hours';

/** With a single shared hour, one holiday or one late train ends the pod's week. */
export const MIN_SHARED_HOURS = 2;
export const POD_SIZE = { least: 2, usual: 3, most: 4 } as const;

const favour = (a: Candidate, b: Candidate): boolean => a.favourites.includes(b.id);
const isComfortable = (a: Candidate, b: Candidate): boolean =>
  a.comfort === null || (b.gender !== null && b.gender === (a.comfort === 'same' ? a.gender : a.comfort));

/** Not together although nothing else speaks against it: a block, an open report, or a pod that was not long ago. */
const areKeptApart = (a: Candidate, b: Candidate): boolean =>
  isKeptApart(a, b) || ((a.recent.includes(b.id) || b.recent.includes(a.id)) && !(favour(a, b) && favour(b, a)));

/** The hard rule but for hours: what nobody can be asked to relax. */
export const mayMeet = (a: Candidate, b: Candidate): boolean =>
  a.id !== b.id &&
  a.track === b.track &&
  a.language === b.language &&
  a.ageGroup === b.ageGroup &&
  isComfortable(a, b) &&
  isComfortable(b, a) &&
  !areKeptApart(a, b);

/**
 * The hard rule: whether two people may be in one pod. Symmetric; no score and no wait outweighs it. It is asked when
 * groups are made, and again with what is stored then in the transaction that commits.
 */
export const canMeet = (a: Candidate, b: Candidate): boolean =>
  mayMeet(a, b) && commonHours([a, b]).length >= MIN_SHARED_HOURS;

/** Whether all of them may be one pod: each pair may meet, the size suits everybody, and all share enough hours. */
export const canAllMeet = (people: readonly Candidate[]): boolean =>
  people.length >= POD_SIZE.least &&
  people.length <= POD_SIZE.most &&
  people.every((person) => person.sizes.includes(people.length)) &&
  people.every((a, i) => people.slice(i + 1).every((b) => canMeet(a, b))) &&
  commonHours(people).length >= MIN_SHARED_HOURS;

/** How many people share enough of these hours, and how many of the hours at least one of them shares. */
export function countOverlap(
  hours: readonly number[],
  people: readonly Pick<Candidate, 'hours'>[],
): { people: number; hours: number } {
  const shared = people
    .map((person) => commonHours([{ hours }, person]))
    .filter((common) => common.length >= MIN_SHARED_HOURS);
  return { people: shared.length, hours: new Set(shared.flat()).size };
}
