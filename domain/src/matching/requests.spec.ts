import { MatchRequest, type Member, NO_PREFERENCES, type Sprint } from '../documents';
import { newMatchRequest } from './requests';

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
  activeSprintId: 's1',
  isDemo: false,
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
  status: 'planned',
  podId: null,
  version: 1,
  schemaVersion: 1,
  createdAt: now,
};

it('a match request waits from now, with the hours of the sprint in the zone of the sprint', () => {
  const request = newMatchRequest({ member: ana, sprint, before: null, now });
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

it('a new request of somebody who asked before goes on from it, so that an older lock stays older', () => {
  const before = {
    ...newMatchRequest({ member: ana, sprint, before: null, now }),
    fence: 4,
    recent: ['ben'],
    version: 7,
  };
  const again = newMatchRequest({ member: ana, sprint, before, now: new Date(now.getTime() + 1000) });
  expect(again).toMatchObject({ fence: 4, recent: ['ben'], version: 8, lock: null });
});
