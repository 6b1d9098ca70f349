import { MatchRequest, type Member, type Sprint } from '../documents';
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
  goal: { title: 'Train', cadence: { kind: 'times-per-week', times: 3 } },
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
  const request = newMatchRequest({ member: ana, sprint, now });
  expect(request).toMatchObject({
    id: 'ana',
    memberId: 'ana',
    sprintId: 's1',
    timeZone: 'Europe/Berlin',
    hours: [16, 17],
    status: 'waiting',
    waitingSince: now,
  });
  expect(MatchRequest.parse(request)).toEqual(request);
});
