import { MatchRequest, Member, NO_PREFERENCES, SCHEMA_VERSION } from '../documents';
import { aRequest } from '../matching/example-requests';
import { noRelations, withRecent } from '../matching/relations';
import { beganToWait } from '../matching/waitlist';
import { aDailyPlan, aSprint } from '../sprints/plan-examples';
import { aPod } from './example-pod';
import { atTheTop, matchedRequest, movedRequest, releasedMember, withdrawnRequest } from './release';

const now = new Date('2026-06-02T12:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 3_600_000);
const ana: Member = {
  id: 'ana',
  displayName: 'Ana',
  email: '',
  pronouns: '',
  timeZone: 'Europe/Berlin',
  privacy: { pronouns: 'podmates', timeZone: 'podmates' },
  isAdult: true,
  language: 'en',
  experience: 3,
  preferences: NO_PREFERENCES,
  podId: 'pod1',
  activeSprintId: 's1',
  seenAt: now,
  wayBack: null,
  isDemo: false,
  pauses: [],
  version: 4,
  schemaVersion: SCHEMA_VERSION,
  createdAt: daysAgo(30),
};

describe('a member outside of the pod', () => {
  it.each(['nowhere', 'queue', 'together', 'along', 'way-back'] as const)(
    'who leaves for %s keeps the sprint',
    (to) => {
      const released = releasedMember(ana, aPod(), to, now);
      expect(Member.parse(released)).toEqual(released);
      expect(released).toMatchObject({ podId: null, activeSprintId: 's1', version: 4 });
    },
  );

  it('who exits ends the sprint', () =>
    expect(releasedMember(ana, aPod(), 'exit', now)).toMatchObject({ podId: null, activeSprintId: null }));

  it('has a way back for 30 days, unless the pod has ended', () => {
    const way = { podId: 'pod1', podName: 'Steady Otters', until: daysAgo(-30) };
    expect(releasedMember(ana, aPod(), 'way-back', now).wayBack).toEqual(way);
    expect(releasedMember(ana, aPod({ status: 'ended' }), 'way-back', now).wayBack).toBeNull();
  });
});

describe('their request', () => {
  const matched = aRequest({ memberId: 'ana', status: 'matched', lane: 'newcomer', fence: 2, version: 5 });
  const p = { member: ana, sprint: aSprint(aDailyPlan('18:00'), '2026-06-01T08:00:00Z'), isTrusted: false, now };

  it('waits ahead of those who just came, with whom not to meet again', () => {
    const relations = withRecent(noRelations('ana'), ['ben'], now);
    const moved = movedRequest({ ...p, relations, before: matched });
    expect(MatchRequest.parse(moved)).toEqual(moved);
    expect(moved).toMatchObject({
      status: 'waiting',
      lane: 'usual',
      recent: [{ memberId: 'ben' }],
      fence: 2,
      version: 6,
    });
    expect(moved.waitingSince).toEqual(daysAgo(3));
    expect(beganToWait(moved)).toEqual(now);
  });

  it('waits for nothing after leaving without looking further, and is a newcomer’s no more', () =>
    expect(withdrawnRequest(matched)).toMatchObject({ status: 'cancelled', lane: 'usual', lock: null, version: 6 }));

  it('is matched again by coming back, and counts with those who waited only if they did', () => {
    const back = matchedRequest(withdrawnRequest({ ...matched, matchedAt: daysAgo(20) }), now);
    expect(back).toMatchObject({ status: 'matched', matchedAt: daysAgo(20), version: 7 });
    expect(matchedRequest({ ...matched, status: 'waiting' }, now)).toMatchObject({ status: 'matched', matchedAt: now });
  });

  it('comes before everybody when a pod was promised by now, and never further back', () => {
    expect(atTheTop(matched, now).waitingSince).toEqual(daysAgo(14));
    expect(beganToWait(atTheTop(matched, now))).toEqual(matched.waitingSince);
    expect(atTheTop({ ...matched, waitingSince: daysAgo(20) }, now).waitingSince).toEqual(daysAgo(20));
  });
});
