import { DomainError } from '../contracts';
import { type MatchRequest, Proposal } from '../documents';
import { candidateOf } from '../matching/candidate';
import { aCard, aRequest } from '../matching/example-requests';
import { type ProposalNow } from '../matching/proposals';
import {
  acceptAddition,
  chooseNewcomer,
  endAddition,
  expireAddition,
  mayGoTogether,
  mayJoin,
  meetingWith,
  proposeAddition,
  refuseHost,
} from './additions';
import { newSearch } from './deciding';
import { aPod } from './example-pod';

const now = new Date('2026-06-02T12:00:00Z');
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000);
const waiting = (memberId: string, fields: Partial<MatchRequest> = {}) => aRequest({ memberId, ...fields });
const inPod = (memberId: string, fields: Partial<MatchRequest> = {}) =>
  waiting(memberId, { status: 'matched', ...fields });
const seen = (request: MatchRequest) => candidateOf(request, now);
const pod = aPod({ memberIds: ['ana'], status: 'degraded', search: newSearch('refill', now) });
const choose = (queue: readonly MatchRequest[], people = [inPod('ana')]) =>
  chooseNewcomer(people.map(seen), queue.map(seen), now);

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
    const ana = seen(inPod('ana', { sizes: [3] }));
    expect(mayJoin([ana], seen(waiting('b')))).toBe(true);
    expect(mayJoin([ana], seen(waiting('b', { sizes: [3] })))).toBe(false);
  });
});

describe('people of one pod', () => {
  it('may go on together although they have just met, and never against a block', () => {
    const [ana, ben] = [seen(inPod('ana', { recent: [{ memberId: 'ben', until: hours(1) }] })), seen(inPod('ben'))];
    expect(mayGoTogether([ana, ben])).toBe(true);
    expect(mayGoTogether([ana, { ...ben, blocks: ['ana'] }])).toBe(false);
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
    proposeAddition({
      id: 'p1',
      kind: 'refill',
      pod,
      requests,
      people: (fields.requests ?? requests).map(seen),
      card: aCard('ben'),
      now,
      ...fields,
    })!;
  const { proposal, requests: held } = propose();
  const people = requests.map(seen);
  const accept = (fields: Partial<ProposalNow> = {}, memberId = 'ben') =>
    acceptAddition({ proposal, requests: held, people, now, ...fields }, memberId);

  it('asks the newcomer alone, and locks nobody else', () => {
    expect(Proposal.parse(proposal)).toEqual(proposal);
    expect(proposal).toMatchObject({ kind: 'refill', podId: 'pod1', memberIds: ['ana', 'ben'], state: 'open' });
    expect(proposal).toMatchObject({ answers: { ana: 'accepted', ben: 'waiting' }, fences: { ben: 4 } });
    expect(held).toMatchObject([{ memberId: 'ben', status: 'proposed', lock: { proposalId: 'p1', fence: 4 } }]);
  });

  it('lasts a day, and no longer than the search', () => {
    expect(proposal.expiresAt).toEqual(hours(24));
    const short = { ...pod, search: { ...newSearch('refill', now), until: hours(5) } };
    expect(propose({ pod: short }).proposal.expiresAt).toEqual(hours(5));
  });

  it('is formed when the newcomer accepts', () => {
    const formed = accept();
    expect(formed.proposal).toMatchObject({ state: 'formed', memberIds: ['ana', 'ben'], podId: 'pod1', version: 2 });
    expect(formed.requests).toMatchObject([{ memberId: 'ben', status: 'matched', lock: null }]);
    expect(accept(formed).proposal).toBe(formed.proposal);
  });

  it.each([
    ['who was blocked meanwhile', { people: [{ ...people[0]!, blocks: ['ben'] }, people[1]!] }],
    ['whose lock is another one’s', { requests: [{ ...held[0]!, lock: { ...held[0]!.lock!, fence: 9 } }] }],
    ['who is not known any more', { people: [people[0]!] }],
  ])('closes like one whose time is over for a newcomer %s', (_, fields) =>
    expect(accept(fields).proposal.state).toBe('expired'),
  );

  it('is not the pod’s to answer, nor a stranger’s', () => {
    expect(() => accept({}, 'ana')).toThrow(DomainError);
    expect(() => accept({}, 'eve')).toThrow(DomainError);
    expect(() => refuseHost({ ...proposal, kind: 'new-pod' }, 'ana')).not.toThrow();
  });

  it('lets the newcomer wait on when its time is over, and asks the pod nothing', () => {
    const at = { proposal, requests: held };
    expect(expireAddition({ ...at, now: hours(23) })).toBeNull();
    const expired = expireAddition({ ...at, now: hours(24) });
    expect(expired).toMatchObject({ proposal: { state: 'expired' }, requests: [{ status: 'waiting' }] });
    expect(expireAddition({ ...accept(), now: hours(24) })).toBeNull();
    expect(() => accept({ now: hours(24) })).toThrow(DomainError);
  });

  it('can be ended before its time, once', () => {
    const ended = endAddition({ proposal, requests: held });
    expect(ended).toMatchObject({ proposal: { state: 'expired' }, requests: [{ status: 'waiting' }] });
    expect(endAddition(ended!)).toBeNull();
  });

  it('to somebody of another pod leaves their request as it is', () => {
    const both = [inPod('ana'), inPod('ben')];
    const merge = propose({ kind: 'merge', requests: both });
    expect(merge).toMatchObject({ proposal: { kind: 'merge', fences: {} }, requests: [] });
    const formed = accept({ ...merge, people: both.map(seen) });
    expect(formed.proposal).toMatchObject({ state: 'formed', answers: { ana: 'accepted', ben: 'accepted' } });
  });

  it('takes people who were podmates lately as they are', () => {
    const three = aPod({ memberIds: ['ana', 'cem'], search: newSearch('refill', now) });
    const recent = [inPod('ana', { recent: [{ memberId: 'cem', until: hours(1) }] }), inPod('cem'), waiting('ben')];
    expect(propose({ pod: three, requests: recent }).proposal.memberIds).toEqual(['ana', 'cem', 'ben']);
  });

  it.each([
    ['of a pod that looks for nobody', { pod: { ...pod, search: null } }],
    ['after its search', { now: hours(72) }],
    ['of somebody who does not wait', { requests: [inPod('ana'), inPod('ben')] }],
    ['of people who may not meet', { requests: [inPod('ana', { blocks: ['ben'] }), waiting('ben')] }],
    ['without the people of the pod', { requests: [waiting('ben')] }],
    ['without a request', { requests: [inPod('ana')] }],
    ['from another pod of somebody who has none', { kind: 'merge' as const }],
  ])('is refused %s', (_, fields) => expect(propose(fields)).toBeNull());
});
