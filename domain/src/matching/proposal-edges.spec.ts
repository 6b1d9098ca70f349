import { DomainError } from '../contracts';
import { type MatchRequest, type Proposal } from '../documents';
import { candidateOf } from './candidate';
import { aCard, aRequest } from './example-requests';
import {
  acceptProposal,
  declineProposal,
  expireProposal,
  isHeldBy,
  type Outcome,
  PROPOSAL_LASTS_MS,
  PROPOSAL_TRANSITIONS,
  proposeGroup,
} from './proposals';
import { hold } from './request-states';

const now = new Date('2026-06-02T12:00:00Z');
const end = new Date(now.getTime() + PROPOSAL_LASTS_MS);
const lastMoment = new Date(end.getTime() - 1);
const IDS = ['ana', 'ben', 'cem'];
const GONE = 'Somebody of this group no longer waits for a pod.';
const CLOSED = 'This proposal is closed. You keep your place, and we look for other people.';

const WHY = { sharedHours: 0.5, size: 1, goal: 1, experience: 1, style: 1, zone: 1, company: 0, waiting: 0 };

const requestsOf = (ids = IDS, fields: Partial<MatchRequest> = {}) =>
  ids.map((memberId) => aRequest({ memberId, hours: [16, 17, 40], ...fields }));
const propose = (p: { requests?: MatchRequest[]; ids?: string[]; carded?: string[]; kind?: Proposal['kind'] } = {}) =>
  proposeGroup(
    { memberIds: p.ids ?? IDS, score: 0.5, why: WHY },
    {
      id: 'p1',
      requests: p.requests ?? requestsOf(p.ids),
      cards: (p.carded ?? p.ids ?? IDS).map((id) => aCard(id)),
      now,
      ...(p.kind ? { kind: p.kind } : {}),
    },
  );
const at = (state: Outcome, when: Date) => ({
  ...state,
  people: state.requests.map((request) => candidateOf(request, when)),
  now: when,
});
const accepting = (state: Outcome, ...ids: string[]) =>
  ids.reduce<Outcome>((reached, id) => acceptProposal(at(reached, now), id), state);
const changing = (state: Outcome, ids: readonly string[], fields: Partial<MatchRequest>): Outcome => ({
  ...state,
  requests: state.requests.map((request) => (ids.includes(request.memberId) ? { ...request, ...fields } : request)),
});
const refusalOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return [error.code, error.message];
    throw error;
  }
  return 'allowed';
};
const known = (state: Outcome) => Object.fromEntries(state.requests.map(({ memberId, status }) => [memberId, status]));

it('a proposal that is decided stays so', () =>
  expect(PROPOSAL_TRANSITIONS).toEqual({
    open: ['open', 'formed', 'declined', 'expired'],
    formed: [],
    declined: [],
    expired: [],
  }));

describe('words of a refusal', () => {
  const declined = () => declineProposal({ ...propose(), now }) ?? propose();

  it.each<[string, () => unknown, string, string]>([
    [
      'somebody without a request',
      () => propose({ requests: requestsOf(['ana', 'ben']) }),
      'failed-precondition',
      GONE,
    ],
    ['nobody with one', () => propose({ requests: [] }), 'failed-precondition', GONE],
    ['somebody without a card', () => propose({ carded: ['ana', 'ben'] }), 'failed-precondition', GONE],
    [
      'two who may not meet',
      () => propose({ requests: requestsOf(IDS, { blocks: ['ana'] }) }),
      'failed-precondition',
      'The people of this group may not meet.',
    ],
    [
      'a stranger',
      () => acceptProposal(at(propose(), now), 'eve'),
      'permission-denied',
      'You are not part of this proposal.',
    ],
    [
      'a pod that has formed',
      () => {
        const { proposal, requests } = accepting(propose(), ...IDS);
        const unsure = { ...proposal, answers: { ...proposal.answers, ana: 'waiting' as const } };
        acceptProposal(at({ proposal: unsure, requests }, now), 'ana');
      },
      'failed-precondition',
      'This pod has formed already.',
    ],
    ['one that was declined', () => acceptProposal(at(declined(), now), 'ana'), 'failed-precondition', CLOSED],
    ['one that is over', () => acceptProposal(at(propose(), end), 'ana'), 'failed-precondition', CLOSED],
    [
      'a yes from before it was declined',
      () => acceptProposal(at({ ...declined(), ...decline(accepting(propose(), 'ana')) }, now), 'ana'),
      'failed-precondition',
      CLOSED,
    ],
  ])('%s', (_, act, code, message) => expect(refusalOf(act)).toEqual([code, message]));

  const decline = (state: Outcome): Outcome => declineProposal({ ...state, now }) ?? state;
});

describe('the last moment', () => {
  it('still takes a yes, and a no', () => {
    expect(acceptProposal(at(propose(), lastMoment), 'ana').proposal).toMatchObject({ state: 'open', version: 2 });
    expect(declineProposal({ ...propose(), now: lastMoment })?.proposal).toMatchObject({
      state: 'declined',
      version: 2,
    });
    expect(declineProposal({ ...propose(), now: end })).toBeNull();
  });

  it('is over at the end itself', () => {
    expect(expireProposal(at(propose(), lastMoment))).toBeNull();
    expect(expireProposal(at(propose(), end))?.proposal).toMatchObject({ state: 'expired', version: 2 });
  });

  it('changes nothing for whoever said yes in time, and says so again later', () => {
    const once = accepting(propose(), 'ana');
    expect(acceptProposal(at(once, end), 'ana')).toEqual({ proposal: once.proposal, requests: once.requests });
  });
});

describe('who becomes the pod at the end', () => {
  it('is as many as a size suits, those named first', () => {
    const state = changing(accepting(propose({ ids: ['ana', 'ben', 'cem', 'dan'] }), ...IDS), IDS, { sizes: [2] });
    const late = expireProposal(at(state, end));
    expect(late?.proposal).toMatchObject({ state: 'formed', memberIds: ['ana', 'ben'] });
    expect(late && known(late)).toEqual({ ana: 'matched', ben: 'matched', cem: 'waiting', dan: 'waiting' });
  });

  it('is nobody where no size suits two of them', () => {
    const state = changing(accepting(propose(), 'ana', 'ben'), IDS, { sizes: [4] });
    const late = expireProposal(at(state, end));
    expect(late?.proposal.state).toBe('expired');
    expect(late && known(late)).toEqual({ ana: 'waiting', ben: 'waiting', cem: 'waiting' });
  });

  it('counts a host who has a pod and no request', () => {
    const { proposal, requests } = accepting(propose(), 'ana', 'ben');
    const { ana, ...fences } = proposal.fences;
    expect(ana).toBe(1);
    const hosted = {
      proposal: { ...proposal, fences },
      requests: requests.filter(({ memberId }) => memberId !== 'ana'),
    };
    const people = requests.map((request) => candidateOf(request, end));
    const late = expireProposal({ ...hosted, people, now: end });
    expect(late?.proposal).toMatchObject({ state: 'formed', memberIds: ['ana', 'ben'] });
    expect(late && known(late)).toEqual({ ben: 'matched', cem: 'waiting' });
  });

  it.each<[string, Partial<MatchRequest>, string[], Proposal['kind'], Proposal['kind']]>([
    ['a trusted member of the usual lane', { lane: 'usual', isTrusted: true }, ['ana', 'ben'], 'newcomer', 'newcomer'],
    ['one who did not say yes', { lane: 'usual', isTrusted: true }, ['ana', 'cem'], 'newcomer', 'new-pod'],
    ['a trusted newcomer', { lane: 'newcomer', isTrusted: true }, ['ana', 'ben'], 'newcomer', 'new-pod'],
    ['nobody trusted', { lane: 'usual', isTrusted: false }, ['ana', 'ben'], 'newcomer', 'new-pod'],
    ['nobody, where it was no starter pod', { lane: 'usual', isTrusted: false }, ['ana', 'ben'], 'new-pod', 'new-pod'],
  ])('is a starter pod, or not, with %s', (_, ben, yes, before, kind) => {
    const requests = requestsOf(IDS, { lane: 'newcomer', isTrusted: false }).map((request) =>
      request.memberId === 'ben' ? { ...request, ...ben } : request,
    );
    const state = accepting(propose({ requests, kind: before }), ...yes);
    expect(expireProposal(at(state, end))?.proposal).toMatchObject({ state: 'formed', kind });
  });
});

describe('a lock that is another’s', () => {
  const { proposal, requests } = propose();
  const [ana] = requests as [MatchRequest, ...MatchRequest[]];

  it.each<[string, MatchRequest, boolean]>([
    ['its own', ana, true],
    ['of another proposal', { ...ana, lock: ana.lock && { ...ana.lock, proposalId: 'p2' } }, false],
    ['that is newer', { ...ana, lock: ana.lock && { ...ana.lock, fence: 2 } }, false],
    ['of a request that waits', { ...ana, status: 'waiting' }, false],
    ['that is gone', { ...ana, lock: null }, false],
  ])('%s', (_, request, isHeld) => expect(isHeldBy(proposal, request)).toBe(isHeld));

  it('is left alone by each end of the proposal', () => {
    const taken = (request: MatchRequest) => hold(request, { proposalId: 'p2', expiresAt: new Date(8e14), now: end });
    const others = { proposal, requests: requests.map((one) => (one === ana ? taken(one) : one)) };
    for (const ended of [declineProposal({ ...others, now }), expireProposal(at(others, end))])
      expect(ended?.requests[0]).toEqual(taken(ana));
  });
});
