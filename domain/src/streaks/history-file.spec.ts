import { DomainError } from '../contracts';
import { readStreakHistory } from './index';

const file = (changed: object = {}) => ({
  zone: 'Europe/Berlin',
  dayStart: '04:00',
  cadence: { kind: 'weekly', days: [1, 3, 5], backup: 6 },
  start: '2026-03-02',
  days: 42,
  staked: false,
  now: '2026-04-20T12:00:00Z',
  events: [
    { type: 'checkIn', slot: '2026-03-02', receivedAt: '2026-03-02T18:00:00+01:00' },
    { type: 'pause', requestedAt: '2026-03-05T08:00:00Z', from: '2026-03-06', to: '2026-03-07', kind: 'planned' },
  ],
  ...changed,
});
const event = (changed: object) => file({ events: [...file().events, changed] });
const problemsOf = (content: unknown): string[] => {
  try {
    readStreakHistory(content);
  } catch (error) {
    if (error instanceof DomainError) return error.fields.map(({ path, message }) => `${path} ${message}`);
    throw error;
  }
  return [];
};

describe('a file with a history', () => {
  it('is read, with instants in any offset', () => {
    const { events, now, cadence } = readStreakHistory(file());
    expect(now).toEqual(new Date('2026-04-20T12:00:00Z'));
    expect(cadence).toEqual({ kind: 'weekly', days: [1, 3, 5], backup: 6 });
    expect(events[0]).toEqual({
      type: 'checkIn',
      slot: '2026-03-02',
      receivedAt: new Date('2026-03-02T17:00:00Z'),
      capturedAt: null,
      clientSkewMs: null,
    });
  });

  it('may leave out what is optional', () => {
    const { cadence } = readStreakHistory(file({ cadence: { kind: 'weekly', days: [2] }, events: [] }));
    expect(cadence).toEqual({ kind: 'weekly', days: [2], backup: null });
  });

  it.each<[unknown, string]>([
    [null, ''],
    [[], ''],
    [file({ zone: 'Mars/Olympus' }), 'zone'],
    [file({ zone: undefined }), 'zone'],
    [file({ dayStart: '4:00' }), 'dayStart'],
    [file({ dayStart: '24:00' }), 'dayStart'],
    [file({ cadence: { kind: 'monthly' } }), 'cadence.kind'],
    [file({ cadence: 'daily' }), 'cadence'],
    [file({ cadence: { kind: 'weekly', days: [] } }), 'cadence.days'],
    [file({ cadence: { kind: 'weekly', days: [1, 8] } }), 'cadence.days[1]'],
    [file({ cadence: { kind: 'weekly', days: [1, 1] } }), 'cadence.days'],
    [file({ cadence: { kind: 'weekly', days: [1], backup: 0 } }), 'cadence.backup'],
    [file({ start: '2026-02-30' }), 'start'],
    [file({ start: '2026-3-2' }), 'start'],
    [file({ days: 0 }), 'days'],
    [file({ days: 1.5 }), 'days'],
    [file({ days: 3661 }), 'days'],
    [file({ staked: 'no' }), 'staked'],
    [file({ now: 'today' }), 'now'],
    [file({ now: '2026-03-02' }), 'now'],
    [file({ events: {} }), 'events'],
    [event({ type: 'nap' }), 'events[2].type'],
    [event({}), 'events[2].type'],
    [event({ type: 'checkIn', slot: '2026-03-32', receivedAt: '2026-03-02T18:00:00Z' }), 'events[2].slot'],
    [event({ type: 'checkIn', slot: '2026-03-02' }), 'events[2].receivedAt'],
    [event({ type: 'checkIn', slot: '2026-03-02', receivedAt: '2026-13-02T18:00:00Z' }), 'events[2].receivedAt'],
    [
      event({ type: 'checkIn', slot: '2026-03-02', receivedAt: '2026-03-02T18:00:00Z', capturedAt: 7 }),
      'events[2].capturedAt',
    ],
    [
      event({ type: 'checkIn', slot: '2026-03-02', receivedAt: '2026-03-02T18:00:00Z', clientSkewMs: '0' }),
      'events[2].clientSkewMs',
    ],
    [event({ type: 'zone', at: '2026-03-02T18:00:00Z', zone: '+01:00' }), 'events[2].zone'],
    [event({ type: 'zone', zone: 'UTC' }), 'events[2].at'],
    [event({ ...file().events[1], to: '2026-03-05' }), 'events[2].to'],
    [event({ ...file().events[1], kind: 'holiday' }), 'events[2].kind'],
    [event({ ...file().events[1], requestedAt: null }), 'events[2].requestedAt'],
    [event({ type: 'makeUp', receivedAt: '2026-03-02T18:00:00Z' }), 'events[2].slot'],
    [event({ type: 'import', slot: '2026-03-02', receivedAt: '2026-03-02T18:00:00Z' }), 'events[2].type'],
  ])('that is none is refused by the path of the bad field: %#', (content, path) => {
    const problems = problemsOf(content);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${path.replace(/[[\].]/g, '\\$&')} .`));
  });
});
