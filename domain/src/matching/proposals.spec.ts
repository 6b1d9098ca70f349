import { DomainError } from '../contracts';
import { Proposal } from '../documents';
import { candidateOf } from './candidate';
import { aCard, aRequest } from './example-requests';
import { matchPeople } from './match-people';
import { answerProposal, expireProposal, PROPOSAL_LASTS_MS, proposeGroup } from './proposals';

const now = new Date('2026-06-02T12:00:00Z');
const atExpiry = new Date(now.getTime() + PROPOSAL_LASTS_MS);
const people = ['ana', 'ben', 'cem'].map((memberId) => aRequest({ memberId, hours: [16, 17, 40] }));
const cards = people.map((person) => aCard(person.memberId));
const group = () => {
  const [found] = matchPeople(people.map(candidateOf), { now, seed: 1 }).groups;
  if (!found) throw new Error('These three make a group.');
  return found;
};
const opened = () => proposeGroup(group(), { id: 'p1', requests: people, cards, now });
type Answer = [memberId: string, answer: 'accept' | 'rematch'];
const after = (...answers: Answer[]) =>
  answers.reduce(
    (state, [memberId, answer]) => answerProposal({ ...state, memberId, answer, now: new Date(now.getTime() + 1000) }),
    opened(),
  );
const codeOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'allowed';
};

describe('a proposal', () => {
  it('holds the requests of its group for 24 hours', () => {
    const { proposal, requests } = opened();
    expect(Proposal.parse(proposal)).toEqual(proposal);
    expect(proposal).toMatchObject({ state: 'open', podId: null, expiresAt: atExpiry, sharedHours: [16, 17, 40] });
    expect(Object.values(proposal.answers)).toEqual(['waiting', 'waiting', 'waiting']);
    expect(proposal.cards.map((card) => card.id)).toEqual(proposal.memberIds);
    expect(proposal.sprintIds).toEqual({ ana: 'sprint-ana', ben: 'sprint-ben', cem: 'sprint-cem' });
    expect(requests.map((r) => [r.status, r.version, r.lock])).toEqual(
      Array(3).fill(['proposed', 2, { proposalId: 'p1', fence: 1, expiresAt: atExpiry }]),
    );
    expect(proposal.fences).toEqual({ ana: 1, ben: 1, cem: 1 });
  });

  it('gives back the requests of its group alone', () => {
    const requests = [...people, aRequest({ memberId: 'dora' })];
    expect(proposeGroup(group(), { id: 'p1', requests, cards, now }).requests).toHaveLength(3);
  });

  it.each([
    ['somebody was proposed elsewhere meanwhile', { status: 'proposed' as const }],
    ['somebody cancelled meanwhile', { status: 'cancelled' as const }],
    ['somebody has blocked another', { blocks: ['ana'] }],
    ['somebody changed their hours', { hours: [99, 100] }],
  ])('is not made when %s', (_, difference) => {
    const requests = people.map((person) => (person.memberId === 'ben' ? { ...person, ...difference } : person));
    expect(codeOf(() => proposeGroup(group(), { id: 'p1', requests, cards, now }))).toBe('failed-precondition');
  });

  it('is not made for one, for five, or without a card', () => {
    const five = ['a', 'b', 'c', 'd', 'e'].map((memberId) => aRequest({ memberId }));
    const propose = (ids: string[], known = five.map((p) => aCard(p.memberId))) =>
      codeOf(() => proposeGroup({ ...group(), memberIds: ids }, { id: 'p1', requests: five, cards: known, now }));
    expect(propose(['a', 'b', 'c', 'd'])).toBe('allowed');
    expect(propose(['a', 'b', 'c', 'd', 'e'])).toBe('failed-precondition');
    expect(propose(['a'])).toBe('failed-precondition');
    expect(propose(['a', 'b'], [aCard('a')])).toBe('failed-precondition');
  });
});

describe('the answers', () => {
  it('form the pod when all have accepted', () => {
    const { proposal, requests } = after(['ana', 'accept'], ['ben', 'accept'], ['cem', 'accept']);
    expect(proposal).toMatchObject({ state: 'formed', version: 4 });
    expect(requests.map((r) => [r.status, r.lock])).toEqual(Array(3).fill(['matched', null]));
  });

  it('leave it open until then', () => expect(after(['ana', 'accept'], ['ben', 'accept']).proposal.state).toBe('open'));

  it('change nothing when given twice', () => {
    const once = after(['ana', 'accept']);
    expect(answerProposal({ ...once, memberId: 'ana', answer: 'accept', now })).toEqual(once);
    const declined = after(['ana', 'rematch']);
    expect(answerProposal({ ...declined, memberId: 'ana', answer: 'rematch', now })).toEqual(declined);
    const formed = after(['ana', 'accept'], ['ben', 'accept'], ['cem', 'accept']);
    expect(answerProposal({ ...formed, memberId: 'ana', answer: 'accept', now: atExpiry })).toEqual(formed);
  });

  it('with one rematch send all back to waiting, as long as before, and the decliner is not asked about the others again', () => {
    const { proposal, requests } = after(['ana', 'accept'], ['ben', 'rematch']);
    expect(proposal.state).toBe('declined');
    expect(requests.map((r) => [r.status, r.lock])).toEqual(Array(3).fill(['waiting', null]));
    const recent = Object.fromEntries(requests.map((r) => [r.memberId, r.recent.toSorted()]));
    expect(recent).toEqual({ ana: [], ben: ['ana', 'cem'], cem: [] });
    expect(requests.every((r) => r.waitingSince.getTime() === people[0]?.waitingSince.getTime())).toBe(true);
  });

  it('can change from accept to rematch while it is open', () =>
    expect(after(['ana', 'accept'], ['ana', 'rematch']).proposal.state).toBe('declined'));

  it('keep the newest sixty not to be asked about', () => {
    const old = Array.from({ length: 60 }, (_, n) => `old${n}`);
    const state = opened();
    const requests = state.requests.map((r) => (r.memberId === 'ana' ? { ...r, recent: old } : r));
    const [ana] = answerProposal({ ...state, requests, memberId: 'ana', answer: 'rematch', now }).requests.filter(
      (r) => r.memberId === 'ana',
    );
    expect(ana?.recent).toHaveLength(60);
    expect(ana?.recent).toEqual(expect.arrayContaining(['ben', 'cem', 'old59']));
  });

  it.each([
    ['a stranger', after(), 'eve', now, 'permission-denied'],
    ['a member in time', after(), 'ana', now, 'allowed'],
    ['a member too late', after(), 'ana', atExpiry, 'failed-precondition'],
    ['a member after a rematch', after(['ben', 'rematch']), 'ana', now, 'failed-precondition'],
  ])('of %s', (_, state, memberId, at, code) => {
    expect(codeOf(() => answerProposal({ ...state, memberId, answer: 'accept', now: at }))).toBe(code);
  });

  it('do not bind somebody who cancelled meanwhile', () => {
    const state = after(['ana', 'accept'], ['ben', 'accept']);
    const requests = state.requests.map((r) => (r.memberId === 'ana' ? { ...r, status: 'cancelled' as const } : r));
    const complete = answerProposal({ proposal: state.proposal, requests, memberId: 'cem', answer: 'accept', now });
    expect(complete.proposal.state).toBe('open');
    const late = expireProposal(complete.proposal, complete.requests, atExpiry);
    expect(late?.proposal).toMatchObject({ state: 'formed', memberIds: expect.not.arrayContaining(['ana']) });
    expect(late?.requests.find((r) => r.memberId === 'ana')?.status).toBe('cancelled');
  });
});

describe('at its expiry', () => {
  it('nothing happens a moment too early, or once it is decided', () => {
    const { proposal, requests } = after(['ana', 'accept']);
    expect(expireProposal(proposal, requests, new Date(atExpiry.getTime() - 1))).toBeNull();
    const over = after(['ana', 'rematch']);
    expect(expireProposal(over.proposal, over.requests, atExpiry)).toBeNull();
  });

  it('two who accepted become a pod; the third waits on as long as before', () => {
    const { proposal, requests } = after(['ana', 'accept'], ['cem', 'accept']);
    const late = expireProposal(proposal, requests, atExpiry);
    expect(late?.proposal.state).toBe('formed');
    expect(late?.proposal.memberIds.toSorted()).toEqual(['ana', 'cem']);
    expect(late?.proposal.cards.map((card) => card.id).toSorted()).toEqual(['ana', 'cem']);
    expect(late?.proposal.answers).toEqual({ ana: 'accepted', cem: 'accepted' });
    expect(Object.keys(late?.proposal.sprintIds ?? {}).toSorted()).toEqual(['ana', 'cem']);
    expect(late?.requests.find((r) => r.memberId === 'ben')).toMatchObject({
      status: 'waiting',
      lock: null,
      recent: [],
      waitingSince: people[1]?.waitingSince,
    });
    expect(Proposal.parse(late?.proposal)).toEqual(late?.proposal);
  });

  it.each([[[]], [[['ana', 'accept']] as Answer[]]])('with %j accepted all wait on', (answers: Answer[]) => {
    const { proposal, requests } = after(...answers);
    const late = expireProposal(proposal, requests, atExpiry);
    expect(late?.proposal.state).toBe('expired');
    expect(late?.requests.map((r) => [r.status, r.lock])).toEqual(Array(3).fill(['waiting', null]));
  });
});
