import { DomainError } from '../contracts';
import { type MatchRequest, Proposal } from '../documents';
import { candidateOf } from './candidate';
import { aCard, aRequest } from './example-requests';
import { matchPeople } from './match-people';
import { meetingHours } from './meeting-time';
import {
  acceptProposal,
  declineProposal,
  expireProposal,
  type Outcome,
  PROPOSAL_LASTS_MS,
  proposeGroup,
} from './proposals';
import { cancel, hold } from './request-states';

const now = new Date('2026-06-02T12:00:00Z');
const atExpiry = new Date(now.getTime() + PROPOSAL_LASTS_MS);
const people = ['ana', 'ben', 'cem'].map((memberId) => aRequest({ memberId, hours: [16, 17, 40] }));
const cards = people.map((person) => aCard(person.memberId));
const group = () => {
  const [found] = matchPeople(
    people.map((one) => candidateOf(one, now)),
    { now, seed: 1 },
  ).groups;
  if (!found) throw new Error('These three make a group.');
  return found;
};
const opened = () => proposeGroup(group(), { id: 'p1', requests: people, cards, now });

const at = (state: Outcome, when = now) => ({
  ...state,
  people: state.requests.map((one) => candidateOf(one, when)),
  now: when,
});
const accept = (state: Outcome, memberId: string, when = now) => acceptProposal(at(state, when), memberId);
const after = (...memberIds: string[]) => memberIds.reduce((state, id) => accept(state, id), opened());
const declined = (state = opened()) => declineProposal(at(state)) ?? state;
const expired = (state: Outcome) => expireProposal(at(state, atExpiry));
const changing = (state: Outcome, memberId: string, change: (request: MatchRequest) => MatchRequest): Outcome => ({
  ...state,
  requests: state.requests.map((request) => (request.memberId === memberId ? change(request) : request)),
});
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
    expect(proposal).toMatchObject({ state: 'open', kind: 'new-pod', podId: null, expiresAt: atExpiry });
    expect(proposal.sharedHours).toEqual([16, 17, 40]);
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

  it.each<[string, Partial<MatchRequest>]>([
    ['somebody cancelled meanwhile', { status: 'cancelled' }],
    ['somebody pauses', { status: 'snoozed' }],
    [
      'somebody is in another proposal',
      { status: 'proposed', lock: { proposalId: 'p0', fence: 1, expiresAt: atExpiry } },
    ],
    ['somebody has blocked another', { blocks: ['ana'] }],
    ['somebody changed their hours', { hours: [99, 100] }],
    ['somebody wants another size', { sizes: [2] }],
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

describe('acceptances', () => {
  it('form the pod when all have accepted', () => {
    const { proposal, requests } = after('ana', 'ben', 'cem');
    expect(proposal).toMatchObject({ state: 'formed', version: 4 });
    expect(requests.map((r) => [r.status, r.lock, r.matchedAt])).toEqual(Array(3).fill(['matched', null, now]));
  });

  it('leave it open until then', () => expect(after('ana', 'ben').proposal.state).toBe('open'));

  it('change nothing when given twice', () => {
    const once = after('ana');
    expect(accept(once, 'ana')).toEqual({ proposal: once.proposal, requests: once.requests });
    const formed = after('ana', 'ben', 'cem');
    expect(accept(formed, 'ana', atExpiry)).toEqual({ proposal: formed.proposal, requests: formed.requests });
  });

  it.each([
    ['a stranger', after(), 'eve', now, 'permission-denied'],
    ['a member in time', after(), 'ana', now, 'allowed'],
    ['a member too late', after(), 'ana', atExpiry, 'failed-precondition'],
    ['a member after somebody asked for other people', declined(), 'ana', now, 'failed-precondition'],
  ])('of %s', (_, state, memberId, when, code) => expect(codeOf(() => accept(state, memberId, when))).toBe(code));

  it('close it when two of its people may no longer meet, and say nothing of it', () => {
    const state = after('ana');
    const blocked = at(changing(state, 'cem', (request) => ({ ...request, blocks: ['ana'] })));
    const { proposal, requests } = acceptProposal(blocked, 'ben');
    expect(proposal).toMatchObject({ state: 'declined', answers: state.proposal.answers });
    expect(requests.map((r) => [r.status, r.lock])).toEqual(Array(3).fill(['waiting', null]));
  });
});

describe('the time that a proposal names', () => {
  const [meets] = meetingHours(opened().proposal, now);
  const busy =
    (id: string, hours: readonly number[]) =>
    (state: Outcome, when = now) => {
      const seen = at(state, when);
      return { ...seen, people: seen.people.map((person) => (person.id === id ? { ...person, hours } : person)) };
    };

  it('still suits all of them, or it closes: enough other hours in common are not what they said yes to', () => {
    expect(meets).toBe(16);
    expect(acceptProposal(busy('cem', [17, 40])(opened()), 'ana').proposal.state).toBe('declined');
    expect(acceptProposal(busy('cem', [16, 40])(opened()), 'ana').proposal.state).toBe('open');
  });

  it('suits those of them who become the pod when the day is over', () => {
    expect(expireProposal(busy('ben', [17, 40])(after('ana', 'ben'), atExpiry))?.proposal.state).toBe('expired');
    expect(expireProposal(busy('cem', [17, 40])(after('ana', 'ben'), atExpiry))?.proposal.state).toBe('formed');
  });
});

it('a proposal closes when one of its people is not there any more', () => {
  const seen = at(opened());
  const left = { ...seen, people: seen.people.filter(({ id }) => id !== 'cem') };
  expect(acceptProposal(left, 'ana').proposal.state).toBe('declined');
});

it.each([
  ['stays', 'host', 'newcomer'],
  ['is a pod like any other without', 'cem', 'new-pod'],
])('a starter pod that shrinks %s its trusted member', (_, third, kind) => {
  const lane = (request: MatchRequest): MatchRequest =>
    request.memberId === 'ben'
      ? { ...request, lane: 'usual', isTrusted: third === 'host' }
      : { ...request, lane: 'newcomer' };
  const starter = proposeGroup(group(), { id: 'p1', kind: 'newcomer', requests: people.map(lane), cards, now });
  const accepted = ['ana', 'ben'].reduce((state, id) => accept(state, id), starter);
  expect(expired(accepted)?.proposal).toMatchObject({ state: 'formed', kind });
});

describe('a proposal that is declined', () => {
  it('sends all back to waiting, as long as before, and does not name who did it', () => {
    const { proposal, requests } = declined(after('ana'));
    expect(proposal).toMatchObject({ state: 'declined', answers: { ana: 'accepted', ben: 'waiting', cem: 'waiting' } });
    expect(requests.map((r) => [r.status, r.lock])).toEqual(Array(3).fill(['waiting', null]));
    expect(requests.every((r) => r.waitingSince.getTime() === people[0]?.waitingSince.getTime())).toBe(true);
  });

  it('was open: what is decided, or over, stays as it is', () => {
    expect(declineProposal(at(after('ana', 'ben', 'cem')))).toBeNull();
    expect(declineProposal(at(opened(), atExpiry))).toBeNull();
  });

  it('says the same words as one that has expired', () => {
    const wordsOf = (state: Outcome | null, when: Date) => {
      try {
        return state && accept(state, 'ana', when).proposal.state;
      } catch (error) {
        return (error as DomainError).message;
      }
    };
    expect(wordsOf(declined(), now)).toBe(wordsOf(expired(opened()), atExpiry));
    expect(wordsOf(declined(), now)).toBe(wordsOf(opened(), atExpiry));
  });
});

describe('at its expiry', () => {
  it('nothing happens a moment too early, or once it is decided', () => {
    expect(expireProposal(at(after('ana'), new Date(atExpiry.getTime() - 1)))).toBeNull();
    expect(expired(declined())).toBeNull();
  });

  it('two who accepted become a pod; the third waits on as long as before', () => {
    const late = expired(after('ana', 'cem'));
    expect(late?.proposal.state).toBe('formed');
    expect(late?.proposal.memberIds.toSorted()).toEqual(['ana', 'cem']);
    expect(late?.proposal.cards.map((card) => card.id).toSorted()).toEqual(['ana', 'cem']);
    expect(late?.proposal.answers).toEqual({ ana: 'accepted', cem: 'accepted' });
    expect(Object.keys(late?.proposal.sprintIds ?? {}).toSorted()).toEqual(['ana', 'cem']);
    expect(late?.requests.find((r) => r.memberId === 'ben')).toMatchObject({
      status: 'waiting',
      lock: null,
      waitingSince: people[1]?.waitingSince,
    });
    expect(Proposal.parse(late?.proposal)).toEqual(late?.proposal);
  });

  it.each([[[]], [['ana']]])('with %j accepted all wait on', (memberIds: string[]) => {
    const late = expired(after(...memberIds));
    expect(late?.proposal.state).toBe('expired');
    expect(late?.requests.map((r) => [r.status, r.lock])).toEqual(Array(3).fill(['waiting', null]));
  });

  it('those who accepted wait on like everybody when two of them may no longer meet', () => {
    const blocking = (request: MatchRequest) => ({ ...request, blocks: ['ana'] });
    expect(expired(changing(after('ana', 'cem'), 'cem', blocking))?.proposal.state).toBe('expired');
    const four = ['ana', 'ben', 'cem', 'dan'].map((memberId) => aRequest({ memberId }));
    const p = { id: 'p1', requests: four, cards: four.map(({ id }) => aCard(id)), now };
    const three = ['ana', 'ben', 'cem'].reduce<Outcome>(
      (state, id) => accept(state, id),
      proposeGroup({ ...group(), memberIds: four.map(({ id }) => id) }, p),
    );
    expect(expired(three)?.proposal.memberIds).toEqual(['ana', 'ben', 'cem']);
    expect(expired(changing(three, 'cem', blocking))?.proposal.state).toBe('expired');
  });

  it('a size that nobody of those who accepted wants leaves out as few as it can', () => {
    const wanting = (sizes: MatchRequest['sizes'], ...ids: string[]) =>
      expired(ids.reduce((state, id) => changing(state, id, (r) => ({ ...r, sizes })), after('ana', 'cem')));
    expect(wanting([3], 'ana')?.proposal.state).toBe('expired');
    expect(wanting([2, 3], 'ana', 'cem')?.proposal.state).toBe('formed');
  });

  it('does not bind somebody who left meanwhile', () => {
    const late = expired(changing(after('ana', 'ben'), 'ana', cancel));
    expect(late?.proposal.state).toBe('expired');
    expect(late?.requests.map(({ memberId, status }) => [memberId, status]).sort()).toEqual([
      ['ana', 'cancelled'],
      ['ben', 'waiting'],
      ['cem', 'waiting'],
    ]);
  });
});

describe('a proposal whose lock was taken over', () => {
  const taken = (request: MatchRequest) =>
    hold(request, { proposalId: 'p2', expiresAt: new Date(8e14), now: atExpiry });

  it('changes nothing of the request any more', () => {
    const late = expired(changing(after('ana', 'ben'), 'ana', taken));
    expect(late?.proposal.state).toBe('expired');
    expect(late?.requests.find((r) => r.memberId === 'ana')).toMatchObject({
      status: 'proposed',
      lock: { proposalId: 'p2', fence: 2 },
      version: 3,
    });
  });

  it('not even when the newer proposal has the same id', () => {
    const again = (request: MatchRequest) => hold(request, { proposalId: 'p1', expiresAt: atExpiry, now: atExpiry });
    const late = expired(changing(after('ana', 'ben'), 'ana', again));
    expect(late?.requests.find((r) => r.memberId === 'ana')?.lock?.fence).toBe(2);
  });
});
