import { type LeftOut } from '../documents';
import { canMeet } from './can-meet';
import { type Candidate } from './candidate';

/** Noted of one shard; whoever was left out less often than all of these begins anew. */
const MOST_NOTED = 4000;

/**
 * What a round notes for the next one: how often in a row those whom it did not ask were left out although somebody
 * waited with them whom they may meet. Whoever was in a group that fell apart, or had nobody this time, keeps the count.
 */
export function noteLeftOut(
  people: readonly Candidate[],
  p: { asked: ReadonlySet<string>; grouped: ReadonlySet<string> },
): LeftOut[] {
  const noted = people
    .filter(({ id }) => !p.asked.has(id))
    .map((person) => {
      const isOneMore = !p.grouped.has(person.id) && people.some((other) => canMeet(person, other));
      return { memberId: person.id, times: (person.leftOut ?? 0) + (isOneMore ? 1 : 0) };
    })
    .filter(({ times }) => times > 0);
  return noted.sort((a, b) => b.times - a.times || (a.memberId < b.memberId ? -1 : 1)).slice(0, MOST_NOTED);
}
