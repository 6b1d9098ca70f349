import { type AvailabilityWindow, type TimeZone, type Track } from '@podmates/domain';

/** Somebody made up. `keeps`: the share of slots and sessions they keep, from 0 to 1. */
export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly pronouns: string;
  readonly zone: TimeZone;
  readonly experience: number;
  readonly keeps: number;
}

export interface DemoPod {
  readonly track: Track;
  /** How long ago they started, in days; less where their sprint would be over by now. */
  readonly startedDaysAgo: number;
  readonly people: readonly DemoPerson[];
}

const person = (name: string, pronouns: string, zone: TimeZone, experience: number, keeps: number): DemoPerson => ({
  id: `demo-${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`,
  name,
  pronouns,
  zone,
  experience,
  keeps,
});

/** The demo people of each pod live near enough to one another to share evenings or mornings. */
export const DEMO_PODS: readonly DemoPod[] = [
  {
    track: 'gym',
    startedDaysAgo: 41,
    people: [
      person('Maya Lindqvist', 'she/her', 'Europe/Stockholm', 4, 0.95),
      person('Tomás Ferreira', 'he/him', 'Europe/Lisbon', 3, 0.85),
      person('Anouk de Vries', 'she/they', 'Europe/Amsterdam', 2, 0.9),
      person('Kofi Mensah', 'he/him', 'Africa/Accra', 3, 0.8),
    ],
  },
  {
    track: 'dotnet-prompting',
    startedDaysAgo: 40,
    people: [
      person('Priya Raman', 'she/her', 'Asia/Kolkata', 5, 0.95),
      person('Bishal Thapa', 'he/him', 'Asia/Kathmandu', 3, 0.8),
      person('Farah Haddad', 'she/her', 'Asia/Dubai', 4, 0.9),
      person('Dilnoza Karimova', 'she/her', 'Asia/Tashkent', 2, 0.75),
    ],
  },
  {
    track: 'gym',
    startedDaysAgo: 38,
    people: [
      person('Hannah Brooks', 'she/her', 'America/New_York', 3, 0.9),
      person('Mateo Rojas', 'he/him', 'America/Bogota', 2, 0.85),
      person('Émilie Tremblay', 'she/her', 'America/St_Johns', 4, 0.95),
    ],
  },
  {
    track: 'dotnet-prompting',
    startedDaysAgo: 34,
    people: [
      person('Jonas Weber', 'he/him', 'Europe/Berlin', 4, 0.9),
      person('Zofia Nowak', 'she/her', 'Europe/Warsaw', 3, 0.85),
      person('Elif Aydın', 'she/her', 'Europe/Istanbul', 3, 0.95),
    ],
  },
  {
    track: 'gym',
    startedDaysAgo: 30,
    people: [
      person('Aroha Ngata', 'she/her', 'Pacific/Auckland', 5, 0.95),
      person('Liam Chen', 'he/him', 'Australia/Sydney', 3, 0.8),
      person('Isla Murray', 'they/them', 'Australia/Lord_Howe', 2, 0.9),
      person('Sione Tuala', 'he/him', 'Pacific/Apia', 3, 0.85),
    ],
  },
  {
    track: 'dotnet-prompting',
    startedDaysAgo: 26,
    people: [
      person('Diego Alvarez', 'he/him', 'America/Los_Angeles', 3, 0.9),
      person('Grace Kim', 'she/her', 'America/Denver', 5, 0.95),
      person('Noah Tso', 'he/they', 'America/Phoenix', 2, 0.8),
    ],
  },
  {
    track: 'gym',
    startedDaysAgo: 19,
    people: [
      person('Yuki Tanaka', 'she/her', 'Asia/Tokyo', 4, 0.9),
      person('Minh Anh Tran', 'she/her', 'Asia/Ho_Chi_Minh', 3, 0.85),
      person('Rizal Santoso', 'he/him', 'Asia/Jakarta', 2, 0.9),
    ],
  },
  {
    track: 'dotnet-prompting',
    startedDaysAgo: 12,
    people: [
      person('Youssef Amrani', 'he/him', 'Africa/Casablanca', 3, 0.85),
      person('Ciara Byrne', 'she/her', 'Europe/Dublin', 4, 0.95),
    ],
  },
];

/**
 * Members without a pod. They do not queue by themselves: they would be matched with one another at once.
 * When a visitor waits, some of them join the queue.
 */
export const DEMO_RESERVES: readonly DemoPerson[] = [
  person('Amara Okafor', 'she/her', 'Africa/Lagos', 3, 0.95),
  person('Lukas Novák', 'he/him', 'Europe/Prague', 3, 0.9),
  person('Sofia Rossi', 'she/her', 'Europe/Rome', 4, 0.95),
  person('Ben Carter', 'he/him', 'America/Chicago', 2, 0.9),
  person('Leila Nazari', 'she/they', 'Europe/London', 3, 0.95),
  person('Marcus Silva', 'he/him', 'America/Sao_Paulo', 3, 0.9),
  person('Nia Wanjiru', 'she/her', 'Africa/Nairobi', 4, 0.95),
  person('Oskar Hansen', 'he/him', 'Europe/Copenhagen', 2, 0.9),
];

const WORKDAYS = [1, 2, 3, 4, 5] as const;
const WEEKEND = [6, 7] as const;

/** When demo people could meet: workday mornings and evenings, and the weekend by day. */
export const DEMO_AVAILABILITY: AvailabilityWindow[] = [
  ...WORKDAYS.flatMap((weekday) => [
    { weekday, start: '07:00', end: '09:00' },
    { weekday, start: '17:00', end: '22:00' },
  ]),
  ...WEEKEND.map((weekday) => ({ weekday, start: '08:00', end: '22:00' })),
];
