import { type PlanInput, type TimeZone, type Track } from '@podmates/domain';
import { SPRINT_TEMPLATES } from '@podmates/domain/sprints';

type Availability = PlanInput['availability'];

export interface DemoPerson {
  readonly name: string;
  readonly timeZone: TimeZone;
}

/** Pods of three, each in zones that share waking hours; together they cover most of the world. */
export const POD_CAST: readonly { track: Track; startedDaysAgo: number; people: readonly DemoPerson[] }[] = [
  {
    track: 'gym',
    startedDaysAgo: 60,
    people: cast(['Ada', 'Europe/London'], ['Bruno', 'Europe/Lisbon'], ['Chiara', 'Europe/Rome']),
  },
  {
    track: 'dotnet-prompting',
    startedDaysAgo: 54,
    people: cast(['Devi', 'Asia/Kolkata'], ['Elif', 'Europe/Istanbul'], ['Farid', 'Asia/Dubai']),
  },
  {
    track: 'gym',
    startedDaysAgo: 52,
    people: cast(['Grace', 'America/New_York'], ['Hugo', 'America/Sao_Paulo'], ['Ines', 'America/Toronto']),
  },
  {
    track: 'dotnet-prompting',
    startedDaysAgo: 50,
    people: cast(['Jonas', 'Europe/Berlin'], ['Kemi', 'Africa/Lagos'], ['Lars', 'Europe/Stockholm']),
  },
  {
    track: 'gym',
    startedDaysAgo: 56,
    people: cast(['Mei', 'Asia/Tokyo'], ['Nam', 'Asia/Seoul'], ['Olivia', 'Australia/Sydney']),
  },
  {
    track: 'dotnet-prompting',
    startedDaysAgo: 49,
    people: cast(['Pablo', 'America/Mexico_City'], ['Quinn', 'America/Denver'], ['Rosa', 'America/Bogota']),
  },
  {
    track: 'gym',
    startedDaysAgo: 53,
    people: cast(['Sione', 'Pacific/Auckland'], ['Tara', 'Australia/Brisbane'], ['Ulani', 'Pacific/Fiji']),
  },
  {
    track: 'dotnet-prompting',
    startedDaysAgo: 51,
    people: cast(['Vera', 'Europe/Athens'], ['Wanja', 'Africa/Nairobi'], ['Xenia', 'Europe/Helsinki']),
  },
];

/** Those who wait for a pod: awake at any hour, so that whoever comes finds company at once. */
const WAITING: readonly DemoPerson[] = cast(
  ['Yara', 'Europe/London'],
  ['Zoe', 'America/New_York'],
  ['Amir', 'Europe/Berlin'],
  ['Bea', 'America/Los_Angeles'],
  ['Chen', 'Asia/Singapore'],
  ['Dana', 'Australia/Melbourne'],
  ['Emil', 'Europe/Copenhagen'],
  ['Freya', 'Europe/Oslo'],
  ['Gil', 'Asia/Jerusalem'],
  ['Hana', 'Asia/Tokyo'],
  ['Ivo', 'Europe/Prague'],
  ['June', 'America/Chicago'],
);

/** The n-th person to wait; after the last one the names begin again. */
export const waitingPerson = (n: number): DemoPerson =>
  WAITING[n % WAITING.length] ?? { name: 'Yara', timeZone: 'UTC' };

function cast(...people: readonly (readonly [name: string, timeZone: TimeZone])[]): DemoPerson[] {
  return people.map(([name, timeZone]) => ({ name, timeZone }));
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const WAKING_HOURS: Availability = WEEKDAYS.map((weekday) => ({ weekday, start: '08:00', end: '22:00' }));
const ANY_TIME: Availability = WEEKDAYS.map((weekday) => ({ weekday, start: '00:00', end: '24:00' }));

/** A plan as the form would send it, from the track's template. */
export function demoPlan(p: { track: Track; timeZone: TimeZone; isWide: boolean; mutationId: string }): PlanInput {
  const template = SPRINT_TEMPLATES[p.track];
  return {
    clientMutationId: p.mutationId,
    track: p.track,
    goal: { title: template.goalTitle, cadence: template.cadence, focus: null },
    slots: [...template.slots],
    backup: template.backup,
    availability: p.isWide ? ANY_TIME : WAKING_HOURS,
    timeZone: p.timeZone,
    dayStart: '00:00',
  };
}
