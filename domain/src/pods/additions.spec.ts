import { DomainError } from '../contracts';
import { type MatchRequest, Proposal } from '../documents';
import { candidateOf } from '../matching/candidate';
import { aCard, aRequest } from '../matching/example-requests';
import {
  answerAddition,
  chooseNewcomer,
  endAddition,
  expireAddition,
  mayJoin,
  meetingWith,
  proposeAddition,
} from './additions';
import { newSearch } from './deciding';
import { aPod } from './example-pod';

const now = new Date('2026-06-02T12:00:00Z');
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000);
const waiting = (memberId: string, fields: Partial<MatchRequest> = {}) => aRequest({ memberId, ...fields });
const inPod = (memberId: string, fields: Partial<MatchRequest> = {}) =>
  waiting(memberId, { status: 'matched', ...fields });
const pod = aPod({ memberIds: ['ana'], status: 'degraded', search: newSearch('refill', now) });
const choose = (queue: readonly MatchRequest[], people = [inPod('ana')]) =>
  chooseNewcomer(people.map(candidateOf), queue.map(candidateOf), now);

describe('who is asked to join', () => {
  it('is the one who suits best of the first few in turn', () => {
    const head = ['b1', 'b2', 'b3', 'b4', 'b5'].map((id, n) =>
      waiting(id, { experience: 5, waitingSince: hours(-20 + n) }),
    );
    const near = waiting('near', { waitingSince: hours(-30) });
    const late = waiting('late', { waitingSince: hours(-1) });
    expect(choose([...head, near])).toBe('near');
    expect(choose([late, ...head])).toBe('b1'); // behind five others, however well they would fit
    expect(choose([...head].reverse())).toBe('b1');
  });

  it('is nobody when nobody may', () => {
    expect(choose([])).toBeNull();
    expect(choose([waiting('b', { blocks: ['ana'] })])).toBeNull();
    expect(choose([waiting('b')], [inPod('ana', { blocks: ['b'] })])).toBeNull();
    expect(choose([waiting('b', { language: 'de' })])).toBeNull();
    expect(choose([waiting('b', { hours: [1, 2] })])).toBeNull();
    expect(
      choose(
        [waiting('b')],
        ['ana', 'cem', 'dana', 'eve'].map((id) => inPod(id)),
      ),
    ).toBeNull();
  });

  it('is content with the size, and the pod takes the size that it gets', () => {
    const ana = candidateOf(inPod('ana', { sizes: [3] }));
    expect(mayJoin([ana], candidateOf(waiting('b')))).toBe(true);
    expect(mayJoin([ana], candidateOf(waiting('b', { sizes: [3] })))).toBe(false);
  });
});

describe('the meeting with one more', () => {
  it('stays where it suits everybody', () => {
    expect(meetingWith(pod, [inPod('ana'), waiting('b')], now)).toEqual({
      meeting: pod.meeting,
      timeZone: pod.timeZone,
    });
  });

  it('moves into the shared hours otherwise, in the pod’s zone while somebody lives there', () => {
    const later = waiting('b', { hours: [17, 18], timeZone: 'Europe/London' });
    expect(meetingWith(pod, [inPod('ana'), later], now)).toMatchObject({
      timeZone: 'Europe/Berlin',
      meeting: { time: '19:00' },
    });
    const abroad = [inPod('ana', { timeZone: 'Europe/London' }), later];
    expect(meetingWith(pod, abroad, now)).toMatchObject({ timeZone: 'Europe/London', meeting: { time: '18:00' } });
  });

  it('moves when it would last into an hour that does not suit', () => {
    const long = { ...pod, meeting: { ...pod.meeting, time: '19:30' } };
    expect(meetingWith(long, [inPod('ana'), waiting('b', { hours: [16, 17] })], now)).not.toMatchObject({
      meeting: long.meeting,
    });
  });
});

describe('a proposal to join', () => {
  const requests = [inPod('ana'), waiting('ben', { fence: 3 })];
  const propose = (fields: Partial<Parameters<typeof proposeAddition>[0]> = {}) =>
    proposeAddition({ id: 'p1', kind: 'refill', pod, requests, card: aCard('ben'), now, ...fields });
  const { proposal, requests: held } = propose();
  const answer = (said: 'accept' | 'rematch', at = now) =>
    answerAddition({ proposal, requests: held, memberId: 'ben', answer: said, now: at });

  it('asks the newcomer alone, and locks nobody else', () => {
    expect(Proposal.parse(proposal)).toEqual(proposal);
    expect(proposal).toMatchObject({ kind: 'refill', podId: 'pod1', memberIds: ['ana', 'ben'], state: 'open' });
    expect(proposal).toMatchObject({ answers: { ana: 'accepted', ben: 'waiting' }, fences: { ben: 4 } });
    expect(held).toMatchObject([{ memberId: 'ben', status: 'proposed', lock: { proposalId: 'p1', fence: 4 } }]);
  });

  it('lasts a day, and no longer than the search', () => {
    expect(proposal.expiresAt).toEqual(hours(24));
    expect(
      propose({ pod: { ...pod, search: { ...newSearch('refill', now), until: hours(5) } } }).proposal.expiresAt,
    ).toEqual(hours(5));
  });

  it('is formed when the newcomer accepts', () => {
    const formed = answer('accept');
    expect(formed.proposal).toMatchObject({ state: 'formed', memberIds: ['ana', 'ben'], podId: 'pod1' });
    expect(formed.requests).toMatchObject([{ memberId: 'ben', status: 'matched', lock: null }]);
  });

  it('lets the newcomer wait on when they do not, and asks the pod nothing', () => {
    expect(answer('rematch')).toMatchObject({ proposal: { state: 'declined' }, requests: [{ status: 'waiting' }] });
    expect(expireAddition(proposal, held, hours(23))).toBeNull();
    const expired = expireAddition(proposal, held, hours(24));
    expect(expired).toMatchObject({
      proposal: { state: 'expired' },
      requests: [{ memberId: 'ben', status: 'waiting' }],
    });
    expect(() => answer('accept', hours(24))).toThrow(DomainError);
  });

  it('of a pod of more never forms without the newcomer', () => {
    const three = { ...aPod(), search: newSearch('refill', now) };
    const asked = propose({
      pod: three,
      requests: [inPod('ana'), inPod('ben'), inPod('cem'), waiting('eve')],
      card: aCard('eve'),
    });
    expect(expireAddition(asked.proposal, asked.requests, hours(24))?.proposal.state).toBe('expired');
  });

  it('can be ended before its time, once', () => {
    const ended = endAddition(proposal, held);
    expect(ended).toMatchObject({ proposal: { state: 'expired' }, requests: [{ status: 'waiting' }] });
    expect(endAddition(answer('accept').proposal, held)).toBeNull();
  });

  it('to somebody of another pod leaves them where they are when it comes to nothing', () => {
    const merge = propose({ kind: 'merge', requests: [inPod('ana'), inPod('ben')] });
    const declined = answerAddition({ ...merge, memberId: 'ben', answer: 'rematch', now });
    expect(declined.requests).toMatchObject([{ memberId: 'ben', status: 'matched', lock: null }]);
  });

  it.each([
    ['of a pod that looks for nobody', { pod: { ...pod, search: null } }],
    ['after its search', { now: hours(72) }],
    ['of somebody who does not wait', { requests: [inPod('ana'), inPod('ben')] }],
    ['of somebody who waits, to a pod that merges', { kind: 'merge' as const }],
    ['of people who may not meet', { requests: [inPod('ana', { blocks: ['ben'] }), waiting('ben')] }],
    ['without the requests of the pod', { requests: [waiting('ben')] }],
    ['without a request', { requests: [inPod('ana')] }],
  ])('is refused %s', (_, fields) => expect(() => propose(fields)).toThrow(DomainError));
});
