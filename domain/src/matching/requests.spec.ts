import { MatchRequest, type Member, NO_PREFERENCES, type Sprint } from '../documents';
import { candidateOf } from './candidate';
import { noRelations, withBlock } from './relations';
import { candidateBefore, newMatchRequest, refreshRequest, requestNow } from './requests';

const now = new Date('2026-06-03T09:00:00Z');
const ana: Member = {
  id: 'ana',
  displayName: 'Ana',
  email: 'ana@example.com',
  pronouns: '',
  timeZone: 'America/New_York',
  privacy: { pronouns: 'podmates', timeZone: 'podmates' },
  isAdult: true,
  language: 'en',
  experience: 2,
  preferences: NO_PREFERENCES,
  podId: null,
  seenAt: null,
  wayBack: null,
  activeSprintId: 's1',
  isDemo: false,
  pauses: [],
  version: 1,
  schemaVersion: 1,
  createdAt: now,
};
const planSlot = { weekday: 1, time: '18:00', minutes: 60, ifPart: 'it is six', thenPart: 'I go' };
const sprint: Sprint = {
  id: 's1',
  memberId: 'ana',
  track: 'gym',
  template: { id: 'gym', version: 1, title: 'Gym', weeks: 6, minutes: 60 },
  goal: { title: 'Train', cadence: { kind: 'times-per-week', times: 3 }, focus: 'strength' },
  slots: [planSlot],
  backup: planSlot,
  availability: [{ weekday: 1, start: '18:00', end: '20:00' }],
  timeZone: 'Europe/Berlin',
  dayStart: '04:00',
  startsOn: '2026-06-03',
  endsOn: '2026-07-14',
  pauses: [],
  status: 'planned',
  podId: null,
  version: 1,
  schemaVersion: 1,
  createdAt: now,
};

const asked = (before: MatchRequest | null = null, member = ana, at = now) =>
  newMatchRequest({ member, sprint, relations: noRelations('ana'), isTrusted: false, before, now: at });

describe('a match request', () => {
  it('waits from now, with the hours of the sprint in the zone of the sprint', () => {
    const request = asked();
    expect(request).toMatchObject({
      id: 'ana',
      memberId: 'ana',
      sprintId: 's1',
      timeZone: 'Europe/Berlin',
      hours: [16, 17],
      focus: 'strength',
      isAdult: true,
      sizes: [2, 3, 4],
      fence: 0,
      status: 'waiting',
      waitingSince: now,
    });
    expect(MatchRequest.parse(request)).toEqual(request);
  });

  it('goes on from the one before, so that an older lock stays older', () => {
    const rematchedAt = [now];
    const before: MatchRequest = { ...asked(), fence: 4, rematchedAt, version: 7, status: 'cancelled' };
    const again = asked(before, ana, new Date(now.getTime() + 1000));
    expect(again).toMatchObject({ fence: 4, rematchedAt, version: 8, lock: null, matchedAt: null });
  });

  it('is that of a newcomer until they were in a pod', () => {
    expect(asked().lane).toBe('newcomer');
    expect(asked({ ...asked(), status: 'cancelled' }).lane).toBe('newcomer');
    const afterPod = asked({ ...asked(), status: 'matched' });
    expect(afterPod.lane).toBe('usual');
    expect(asked({ ...afterPod, status: 'cancelled' }).lane).toBe('usual');
    expect(asked(null, { ...ana, isDemo: true }).lane).toBe('usual');
  });

  it('is brought up to date with what its member said since, and not touched without need', () => {
    const relations = withBlock(noRelations('ana'), 'eve');
    const request = newMatchRequest({ member: ana, sprint, relations, isTrusted: false, before: null, now });
    expect(refreshRequest(request, { member: ana, relations })).toBe(request);
    const member: Member = { ...ana, isAdult: false, preferences: { ...NO_PREFERENCES, sizes: [2] } };
    const fresh = refreshRequest(request, { member, relations: noRelations('ana') });
    expect(fresh).toMatchObject({ isAdult: false, sizes: [2], blocks: [], hours: [16, 17], version: 2 });
    expect(fresh.waitingSince).toBe(request.waitingSince);
  });
});

describe('a request as its member is now', () => {
  const relations = withBlock(noRelations('ana'), 'eve');
  const member: Member = { ...ana, isAdult: false, preferences: { ...NO_PREFERENCES, comfort: 'same', gender: 'man' } };
  const later: Sprint = { ...sprint, id: 's2', availability: [{ weekday: 2, start: '18:00', end: '20:00' }] };

  it('of somebody in a pod has their age, wishes and relations, and the hours of the sprint that runs', () => {
    const matched: MatchRequest = { ...asked(), status: 'matched' };
    const fresh = requestNow(matched, { member, sprint: later, relations, now });
    expect(fresh).toMatchObject({ isAdult: false, comfort: 'same', gender: 'man', blocks: ['eve'], hours: [40, 41] });
    expect(requestNow(matched, { member, sprint: null, relations, now }).hours).toEqual([16, 17]);
  });

  it('that waits keeps the hours that it waits with', () =>
    expect(requestNow(asked(), { member, sprint: later, relations, now })).toMatchObject({
      isAdult: false,
      hours: [16, 17],
    }));
});

it('somebody who looks round is seen as they will be when they wait', () => {
  const relations = withBlock(noRelations('ana'), 'eve');
  const request = newMatchRequest({ member: ana, sprint, relations, isTrusted: false, before: null, now });
  const hours = [16, 17];
  const looking = candidateBefore({ member: ana, relations, track: 'gym', timeZone: 'Europe/Berlin', hours, now });
  expect(looking).toEqual({ ...candidateOf(request, now), focus: null });
});
