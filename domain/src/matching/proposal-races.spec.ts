import { DomainError } from '../contracts';
import { type MatchRequest, type Proposal } from '../documents';
import { aCard, aRequest, aWhy } from './example-requests';
import { answerProposal, expireProposal, PROPOSAL_LASTS_MS, proposeGroup } from './proposals';

const start = new Date('2026-06-02T12:00:00Z');
const nextDay = new Date(start.getTime() + PROPOSAL_LASTS_MS);
const ids = ['ana', 'ben', 'cem'] as const;

interface World {
  readonly proposal: Proposal;
  readonly requests: MatchRequest[];
  readonly now: Date;
}
type Step = (world: World) => World;

const answers =
  (memberId: string, answer: 'accept' | 'rematch'): Step =>
  (world) => ({
    ...world,
    ...answerProposal({ ...world, memberId, answer }),
  });
const STEPS: Record<string, Step> = {
  ...Object.fromEntries(ids.map((id) => [`${id} accepts`, answers(id, 'accept')])),
  ...Object.fromEntries(ids.map((id) => [`${id} asks for a rematch`, answers(id, 'rematch')])),
  'ana cancels': (world) => ({
    ...world,
    requests: world.requests.map((r) =>
      r.memberId === 'ana' && r.status !== 'cancelled' ? { ...r, status: 'cancelled', lock: null } : r,
    ),
  }),
  'a day passes': (world) => ({ ...world, now: nextDay }),
  'the task runs': (world) => ({ ...world, ...(expireProposal(world.proposal, world.requests, world.now) ?? {}) }),
};

function firstWorld(): World {
  const requests = ids.map((memberId) => aRequest({ memberId }));
  const group = { memberIds: [...ids], score: 1, why: aWhy(), sharedHours: [16, 17, 18] };
  return { ...proposeGroup(group, { id: 'p1', requests, cards: ids.map((id) => aCard(id)), now: start }), now: start };
}

/** What must hold in every world, and from one world to the next. */
const BROKEN: Record<string, (after: World, before: World) => boolean> = {
  'a pod has two to four': ({ proposal }) => proposal.memberIds.length < 2 || proposal.memberIds.length > 4,
  'only those who accepted are in a pod': ({ proposal }) =>
    proposal.state === 'formed' && proposal.memberIds.some((id) => proposal.answers[id] !== 'accepted'),
  'matched are exactly those in the pod': ({ proposal, requests }) =>
    requests.some(
      (r) =>
        r.status !== 'cancelled' &&
        (r.status === 'matched') !== (proposal.state === 'formed' && proposal.memberIds.includes(r.memberId)),
    ),
  'nobody hangs in a closed proposal': ({ proposal, requests }) =>
    requests.some((r) => r.status === 'proposed' && proposal.state !== 'open'),
  'whoever waits is free': ({ requests }) => requests.some((r) => r.status === 'waiting' && r.lock !== null),
  'waiting time is kept': ({ requests }) =>
    requests.some((r) => r.waitingSince.getTime() !== aRequest({ memberId: 'x' }).waitingSince.getTime()),
  'only the one who declined is not asked again': ({ proposal, requests }) =>
    requests.some((r) => r.recent.length > 0 && proposal.answers[r.memberId] !== 'declined'),
  'a decision is final': (after, before) => before.proposal.state !== 'open' && after.proposal !== before.proposal,
  'versions grow by one with each change': (after, before) =>
    after.proposal !== before.proposal && after.proposal.version !== before.proposal.version + 1,
};

/** A world that a step left as it was is explored already, with more steps left. */
const isSame = (a: World, b: World): boolean =>
  a.now === b.now && a.proposal === b.proposal && a.requests.every((request, n) => request === b.requests[n]);

it('accepting, declining, cancelling and expiring keep their promises in every order of up to six steps', () => {
  const found: string[] = [];
  const outcomes = new Set<string>();
  const explore = (world: World, path: string[]): void => {
    outcomes.add(world.proposal.state);
    if (path.length === 6) return;
    for (const [name, step] of Object.entries(STEPS)) {
      let after: World;
      try {
        after = step(world);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        continue; // refused: the world is as before
      }
      if (isSame(after, world)) continue;
      const wayHere = [...path, name];
      for (const [promise, isBroken] of Object.entries(BROKEN))
        if (isBroken(after, world)) found.push(`${promise}: ${wayHere.join(', ')}`);
      explore(after, wayHere);
    }
  };
  explore(firstWorld(), []);
  expect(found.slice(0, 5)).toEqual([]);
  expect([...outcomes].sort()).toEqual(['declined', 'expired', 'formed', 'open']);
});
