import { DomainError } from '../contracts';
import { Pod, type Proposal } from '../documents';
import { aCard, aRequest, aWhy } from '../matching/example-requests';
import { proposeGroup } from '../matching/proposals';
import { aPod } from './example-pod';
import { formPod, refreshCard, splitPod } from './form-pod';

const now = new Date('2026-06-02T12:00:00Z');
const people = ['ana', 'ben'].map((memberId) => aRequest({ memberId }));
const proposal = (state: Proposal['state']): Proposal => {
  const group = { memberIds: ['ana', 'ben'], score: 1, why: aWhy(), sharedHours: [16, 17, 18] };
  const cards = [aCard('ana'), aCard('ben')];
  return { ...proposeGroup(group, { id: 'p1', requests: people, cards, now }).proposal, state };
};

describe('a pod', () => {
  it('has the people, the track and the meeting of its proposal', () => {
    const pod = formPod(proposal('formed'), { id: 'pod1', now });
    expect(Pod.parse(pod)).toEqual(pod);
    const { memberIds, cards, track, meeting, timeZone } = proposal('formed');
    expect(pod).toMatchObject({ id: 'pod1', memberIds, cards, track, meeting, timeZone, status: 'active', version: 1 });
  });

  it.each(['open', 'declined', 'expired'] as const)('is not made from a proposal that is %s', (state) =>
    expect(() => formPod(proposal(state), { id: 'pod1', now })).toThrow(DomainError),
  );

  it('has the same name for the same id, and many names for many ids', () => {
    const nameOf = (id: string) => formPod(proposal('formed'), { id, now }).name;
    expect(nameOf('pod1')).toBe(nameOf('pod1'));
    const names = Array.from({ length: 200 }, (_, n) => nameOf(`pod-${n}-${(n * 7919).toString(36)}`));
    expect(new Set(names).size).toBeGreaterThan(80);
    expect(names.every((name) => /^[A-Z][a-z]+ [A-Z][a-z]+$/.test(name))).toBe(true);
  });
});

describe('what a pod begins with', () => {
  const hours = (n: number) => new Date(now.getTime() + n * 3_600_000);

  it('of newcomers is a trial of three days', () => {
    const pod = formPod({ ...proposal('formed'), kind: 'newcomer' }, { id: 'pod1', now });
    expect(pod).toMatchObject({ lane: 'newcomer', trialEndsAt: hours(72), dueAt: hours(72) });
  });

  it('otherwise is a look after three days at who is here', () => {
    const pod = formPod(proposal('formed'), { id: 'pod1', now });
    expect(pod).toMatchObject({
      lane: 'usual',
      trialEndsAt: null,
      search: null,
      lookAgainAt: hours(72),
      dueAt: hours(72),
    });
  });

  it('when some of one pod go on together is its meeting, and a search for more of them', () => {
    const old = aPod();
    const pod = splitPod(old, { id: 'pod2', cards: old.cards.slice(0, 2), now });
    expect(Pod.parse(pod)).toEqual(pod);
    const { track, meeting, timeZone } = old;
    expect(pod).toMatchObject({ id: 'pod2', memberIds: ['ana', 'ben'], track, meeting, timeZone, status: 'active' });
    expect(pod.search).toEqual({ mode: 'refill', since: now, until: hours(72) });
  });
});

describe('the cards of a pod', () => {
  it('take a newer card of a member', () => {
    const newer = aCard('ben', { streak: { current: 3, best: 5 } });
    const pod = refreshCard(aPod(), newer);
    expect(pod.cards.map((card) => card.streak.current)).toEqual([0, 3, 0]);
    expect(pod.version).toBe(2);
  });

  it.each([
    ['displayName', { displayName: 'Benjamin' }],
    ['pronouns', { pronouns: 'they' }],
    ['timeZone', { timeZone: null }],
    ['experience', { experience: 5 }],
    ['isDemo', { isDemo: true }],
    ['best streak', { streak: { current: 0, best: 1 } }],
  ])('notice a new %s', (_, difference) =>
    expect(refreshCard(aPod(), aCard('ben', difference)).cards[1]).toMatchObject(difference),
  );

  it('stay the same with the same card, and with the card of a stranger', () => {
    const pod = aPod();
    expect(refreshCard(pod, aCard('ben'))).toBe(pod);
    expect(refreshCard(pod, aCard('eve'))).toBe(pod);
  });
});
