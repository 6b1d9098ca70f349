import { type Proposal, type Relations } from '../documents';
import { canAllMeet, canMeet } from './can-meet';
import { isHeldBy } from './proposals';
import { personOf, relationsOf, requestOf, run, type World } from './racing-world';
import { isStale } from './request-states';

/** For tests: what every history of a racing world must keep. */
const isLive = (proposal: Proposal, { now }: World) => proposal.state === 'open' && now < proposal.expiresAt;
const pods = ({ proposals }: World) => proposals.filter(({ state }) => state === 'formed');
const newOnes = (after: World, before: World, state: Proposal['state']) =>
  after.proposals.filter((one) => one.state === state && before.proposals.find(({ id }) => id === one.id) !== one);
const peopleOf = (world: World, ids: readonly string[]) => ids.map((id) => personOf(world, id));
const held = (world: World, proposal: Proposal) =>
  proposal.memberIds.filter((id) => isHeldBy(proposal, requestOf(world, id)));
const keepsApart = ({ blocks, reported }: Relations, id: string) => [...blocks, ...reported].includes(id);
const said = (world: World, proposal: Proposal) =>
  held(world, proposal).filter((id) => proposal.answers[id] === 'accepted');

/** What must hold in every world, and from one world to the next. */
const BROKEN: Record<string, (after: World, before: World) => boolean> = {
  'nobody is in two pods': (world) => {
    const all = pods(world).flatMap(({ memberIds }) => memberIds);
    return new Set(all).size < all.length;
  },
  'nobody is in two live proposals': (world) =>
    world.requests.some(({ id }) => {
      const live = world.proposals.filter((one) => isLive(one, world) && one.memberIds.includes(id));
      return live.length > 1;
    }),
  'a pod has two to four': (world) => pods(world).some(({ memberIds: ids }) => ids.length < 2 || ids.length > 4),
  'a pod is formed only of those who accepted, and who may meet in that moment': (after, before) =>
    newOnes(after, before, 'formed').some(
      ({ memberIds, answers }) =>
        memberIds.some((id) => answers[id] !== 'accepted') || !canAllMeet(peopleOf(before, memberIds)),
    ),
  'a pod is formed as soon as all have accepted': (world) =>
    world.proposals.some((one) => isLive(one, world) && said(world, one).length === one.memberIds.length),
  'nothing expires that enough have accepted who may meet': (after, before) =>
    newOnes(after, before, 'expired').some((one) => {
      const people = peopleOf(before, said(before, before.proposals.find(({ id }) => id === one.id) ?? one));
      return people.length >= 2 && people.every((a, n) => people.slice(n + 1).every((b) => canMeet(a, b)));
    }),
  'nobody is with somebody whom they blocked or reported': (after, before) =>
    newOnes(after, before, 'formed').some(({ memberIds }) =>
      memberIds.some((a) => memberIds.some((b) => keepsApart(relationsOf(before, a), b))),
    ),
  'who is matched is in one pod': (world) =>
    world.requests.some(
      ({ id, status }) => (status === 'matched') !== pods(world).some(({ memberIds }) => memberIds.includes(id)),
    ),
  'nobody hangs in a proposal that is decided': (world) =>
    world.requests.some(
      ({ lock }) => lock !== null && world.proposals.find(({ id }) => id === lock.proposalId)?.state !== 'open',
    ),
  'only who is proposed is held': ({ requests }) =>
    requests.some(({ status, lock }) => (status === 'proposed') !== (lock !== null)),
  'after the next run nobody is held by a lock that is over': (world) =>
    world.requests.some((request) => isStale(request, world.now)) &&
    run(world).requests.some((request) => isStale(request, world.now)),
  'fences grow with each lock, and never shrink': (after, before) =>
    after.requests.some((request) => {
      const old = requestOf(before, request.id);
      const isNewLock = request.lock !== null && request.lock !== old.lock;
      return request.fence < old.fence || (isNewLock && !(request.lock && request.lock.fence > old.fence));
    }),
  'the time that was waited is kept': ({ requests }, before) =>
    requests.some(({ id, waitingSince }) => waitingSince !== requestOf(before, id).waitingSince),
  'a decision is final': (after, before) =>
    before.proposals.some((one, n) => one.state !== 'open' && after.proposals[n] !== one),
  'versions grow with each change': (after, before) =>
    after.proposals.some((one, n) => {
      const old = before.proposals[n];
      return old !== undefined && old !== one && one.version <= old.version;
    }),
};

/** The promises that this step broke. */
export const brokenBy = (after: World, before: World): string[] =>
  Object.entries(BROKEN).flatMap(([promise, isBroken]) => (isBroken(after, before) ? [promise] : []));
