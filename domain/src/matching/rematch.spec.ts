import { DomainError } from '../contracts';
import { candidateOf, stillRecent } from './candidate';
import { aCard, aRequest, aWhy } from './example-requests';
import { acceptProposal, PROPOSAL_LASTS_MS, proposeGroup } from './proposals';
import { noRelations } from './relations';
import { askForRematch, countedAsRematch, refuseTooSoon } from './rematch';

const now = new Date('2026-06-02T12:00:00Z');
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const ids = ['ana', 'ben', 'cem'];
const opened = (rematchedAt: Date[] = []) => {
  const requests = ids.map((memberId) => aRequest({ memberId, rematchedAt: memberId === 'ben' ? rematchedAt : [] }));
  const group = { memberIds: ids, score: 1, why: aWhy(), sharedHours: [16, 17, 18] };
  return { ...proposeGroup(group, { id: 'p1', requests, cards: ids.map((id) => aCard(id)), now }), now };
};
const ask = (state: ReturnType<typeof opened>, memberId = 'ben', at = now) =>
  askForRematch(
    { ...state, now: at },
    {
      memberId,
      relations: noRelations(memberId),
      request: state.requests.find((request) => request.memberId === memberId) ?? null,
    },
  );
const refusal = (act: () => unknown): DomainError => {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error;
  }
  throw new Error('It was not refused.');
};

describe('asking for other people', () => {
  it('lets all wait on, and keeps the one who asked from these for thirty days', () => {
    const { proposal, requests, relations } = ask(opened());
    expect(proposal.state).toBe('declined');
    expect(requests.map((r) => r.status)).toEqual(['waiting', 'waiting', 'waiting']);
    expect(stillRecent(relations, later(24 * 30 - 1))).toEqual(['ana', 'cem']);
    expect(stillRecent(relations, later(24 * 30))).toEqual([]);
    expect(requests.map((r) => [r.memberId, stillRecent(r, now), r.rematchedAt])).toEqual([
      ['ana', [], []],
      ['ben', ['ana', 'cem'], [now]],
      ['cem', [], []],
    ]);
  });

  it('changes nothing the second time, or after somebody else', () => {
    const asked = { ...ask(opened()), now };
    expect(ask(asked)).toMatchObject({ proposal: asked.proposal, relations: { recent: [] } });
    expect(ask(asked, 'ana').requests).toBe(asked.requests);
  });

  it('can follow an acceptance while it is open', () => {
    const state = opened();
    const accepted = acceptProposal({ ...state, people: state.requests.map((one) => candidateOf(one, now)) }, 'ben');
    expect(ask({ ...accepted, now }).proposal.state).toBe('declined');
  });

  it.each([
    ['a stranger', () => ask(opened(), 'eve'), 'permission-denied'],
    [
      'somebody too late',
      () => ask(opened(), 'ben', new Date(now.getTime() + PROPOSAL_LASTS_MS)),
      'failed-precondition',
    ],
  ])('is refused to %s', (_, act, code) => expect(refusal(act).code).toBe(code));

  it('is possible three times a day, and says when it is again', () => {
    const twice = [later(-20), later(-3)];
    expect(ask(opened(twice)).requests[1]?.rematchedAt).toEqual([...twice, now]);
    const { code, message } = refusal(() => ask(opened([...twice, later(-1)])));
    expect(code).toBe('resource-exhausted');
    expect(message).toContain('You can again today at 18:00'); // 16:00 UTC in Berlin
    expect(refusal(() => ask(opened([later(-2), later(-2), later(-1)]))).message).toContain('tomorrow at 12:00');
    expect(ask(opened([later(-24), later(-2), later(-1)])).proposal.state).toBe('declined');
  });

  it('is what leaving or pausing amounts to, and after three of them nobody comes back at once', () => {
    const request = aRequest({ memberId: 'ben', rematchedAt: [later(-30), later(-3), later(-2)] });
    const left = countedAsRematch(request, now);
    expect(left.rematchedAt).toEqual([later(-3), later(-2), now]);
    expect(countedAsRematch(left, later(1)).rematchedAt).toEqual([later(-2), now, later(1)]);
    const { code, message } = refusal(() => refuseTooSoon(left, now));
    expect(code).toBe('resource-exhausted');
    expect(message).toContain('You can join the queue again tomorrow at 11:00');
    expect(() => refuseTooSoon(left, later(21))).not.toThrow();
    expect(() => refuseTooSoon(request, now)).not.toThrow();
  });

  it('is counted as well for somebody whose request the proposal does not hold', () => {
    const merging = (rematchedAt: Date[]) => {
      const state = opened();
      const request = aRequest({ memberId: 'ben', status: 'matched', rematchedAt });
      const requests = state.requests.filter(({ memberId }) => memberId !== 'ben');
      return askForRematch({ ...state, requests }, { memberId: 'ben', relations: noRelations('ben'), request });
    };
    const own = merging([later(-1)]).requests.find(({ memberId }) => memberId === 'ben');
    expect(own).toMatchObject({ status: 'matched', rematchedAt: [later(-1), now], version: 2 });
    expect(refusal(() => merging([later(-3), later(-2), later(-1)])).code).toBe('resource-exhausted');
  });
});
