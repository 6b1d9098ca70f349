import { type Relaxation } from '@podmates/domain';
import { type Candidate, hourWindows, type Matching, relaxationsFor } from '@podmates/domain/matching';

/** Comparisons of two people spent on this, a few seconds' worth. */
const MOST_COMPARED = 20_000_000;
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** Somebody in no group, why, and what would bring how many more people; null where the run was too large to count. */
export interface LeftOut {
  readonly id: string;
  readonly reason: Matching['unmatched'][number]['reason'];
  readonly relax: readonly (Relaxation & { readonly say: string })[] | null;
}

/** Counts for those who have waited longest first. */
export function sayRelaxations(
  unmatched: Matching['unmatched'],
  people: readonly Candidate[],
  now: Date,
): readonly LeftOut[] {
  const known = new Map(people.map((person) => [person.id, person]));
  const waited = ({ id }: { readonly id: string }): number => known.get(id)?.waitingSince.getTime() ?? 0;
  const counted = Math.floor(MOST_COMPARED / Math.max(1, people.length));
  const first = new Set([...unmatched].sort((a, b) => waited(a) - waited(b)).slice(0, counted));
  return unmatched.map((one) => {
    const person = first.has(one) ? known.get(one.id) : undefined;
    if (!person) return { ...one, relax: null };
    return {
      ...one,
      relax: relaxationsFor(person, people).map((relax) => ({ ...relax, say: say(relax, person, now) })),
    };
  });
}

/** "add Tuesday 18:00–20:00 (Europe/Berlin): 6 more people" */
function say(relax: Relaxation, person: Candidate, now: Date): string {
  const more = `${relax.people} more ${relax.people === 1 ? 'person' : 'people'}`;
  if (relax.kind === 'allow-size') return `allow pods of ${relax.size}: ${more}`;
  const windows = hourWindows(relax, person.zone, now).map(
    ({ weekday, start, end }) => `${WEEKDAYS[weekday - 1]} ${start}–${end}`,
  );
  return `add ${windows.join(' and ')} (${person.zone}): ${more}`;
}
