import { compareLoads, loadsAfter, type RankedTime, rankedTime, rankTimes, type TimesToRank } from './rank-times';

/** A time at which somebody is spared whose turn it is not. */
export interface FairTurn {
  readonly time: RankedTime;
  /** Who has carried most, and would again at the time as it is. */
  readonly relievesId: string;
}

/**
 * The fairest time instead of `current`, where that is early, late or at night for whoever has carried most already,
 * and where the burdens would be shared more evenly by moving; null while nobody is out of turn. It is for the pod to
 * decide: a turn is proposed, never imposed.
 */
export function fairTurn(p: TimesToRank, current: Date): FairTurn | null {
  const now = rankedTime(current, p);
  const [first, second] = Object.keys(now.strains)
    .map((id) => ({ id, carried: p.burdens[id] ?? 0 }))
    .sort((a, b) => b.carried - a.carried);
  if (!first || first.carried === 0 || first.carried === second?.carried) return null;
  const [fairest] = rankTimes(p);
  const isOutOfTurn = (now.strains[first.id]?.burden ?? 0) > 0;
  if (!fairest || !isOutOfTurn || (fairest.strains[first.id]?.burden ?? 0) > 0) return null;
  const isFairer = compareLoads(loadsAfter(fairest, p.burdens), loadsAfter(now, p.burdens)) < 0;
  return isFairer ? { time: fairest, relievesId: first.id } : null;
}
