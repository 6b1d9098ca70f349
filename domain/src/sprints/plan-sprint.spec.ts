import { DomainError } from '../contracts';
import { Slot, Sprint } from '../documents';
import { planSprint, slotsOf } from './index';
import { aDailyPlan, aPlan, aPlanSlot, aSprint } from './plan-examples';

const labels = (sprint: Sprint) => slotsOf(sprint).map(({ label }) => label);
const firstWeek = (sprint: Sprint, sunday: string) => labels(sprint).filter((label) => label <= sunday);
const iso = (date: Date) => date.toISOString().replace(':00.000Z', 'Z');

describe('a sprint', () => {
  it('is stored as planned, with its template and its slots in order', () => {
    const slots = [aPlanSlot(5, '18:00'), aPlanSlot(1, '18:00'), aPlanSlot(3, '07:00')];
    const sprint = aSprint(aPlan({ slots }), '2026-06-01T08:00:00Z');
    expect(Sprint.parse(sprint)).toEqual(sprint);
    expect(sprint.slots.map(({ weekday }) => weekday)).toEqual([1, 3, 5]);
    expect(sprint).toMatchObject({ startsOn: '2026-06-01', endsOn: '2026-07-12', template: { weeks: 6, version: 1 } });
  });

  it('is refused with the fields of a bad plan', () => {
    const plan = () => aSprint(aPlan({ timeZone: 'Mars/Olympus_Mons' }), '2026-06-01T08:00:00Z');
    expect(plan).toThrow(DomainError);
    expect(plan).toThrow(
      expect.objectContaining({ code: 'invalid-argument', fields: [expect.objectContaining({ path: 'timeZone' })] }),
    );
  });

  it('begins on the member’s own day, which can be another than the server’s', () => {
    const now = '2026-06-01T23:00:00Z'; // Tuesday morning in Auckland, Monday afternoon in New York
    expect(aSprint(aDailyPlan('20:00', { timeZone: 'Pacific/Auckland' }), now).startsOn).toBe('2026-06-02');
    expect(aSprint(aDailyPlan('20:00', { timeZone: 'America/New_York' }), now).startsOn).toBe('2026-06-01');
  });

  it('trims what was typed', () => {
    const goal = { ...aPlan().goal, title: '  Train  ' };
    expect(aSprint(aPlan({ goal }), '2026-06-01T08:00:00Z').goal.title).toBe('Train');
  });
});

describe('the slots of a sprint', () => {
  it('are valid documents, numbered from 0, with an id by number', () => {
    const slots = slotsOf(aSprint(aPlan(), '2026-06-01T08:00:00Z'));
    expect(slots).toHaveLength(18);
    slots.forEach((slot, seq) => {
      expect(Slot.parse(slot)).toEqual(slot);
      expect(slot).toMatchObject({ seq, id: `s1_${seq}`, sprintId: 's1', memberId: 'ana', state: 'open' });
    });
    expect(slots[0]).toMatchObject({
      label: '2026-06-01',
      startsAt: new Date('2026-06-01T18:00:00Z'),
      openAt: new Date('2026-06-01T00:00:00Z'),
      dueAt: new Date('2026-06-02T00:00:00Z'),
      graceEndsAt: new Date('2026-06-02T12:00:00Z'),
    });
  });

  it('are the same whenever they are worked out', () => {
    const sprint = aSprint(aPlan(), '2026-06-03T08:00:00Z');
    expect(slotsOf({ ...sprint, slots: [...sprint.slots] })).toEqual(slotsOf(sprint));
  });

  it('with a later day start, put a night slot on the day before', () => {
    const slots = [aPlanSlot(1, '18:00'), aPlanSlot(4, '00:30'), aPlanSlot(5, '18:00')];
    const [, night] = slotsOf(aSprint(aPlan({ slots, dayStart: '04:00' }), '2026-06-01T08:00:00Z'));
    expect(night).toMatchObject({
      label: '2026-06-03',
      startsAt: new Date('2026-06-04T00:30:00Z'),
      openAt: new Date('2026-06-03T04:00:00Z'),
      dueAt: new Date('2026-06-04T04:00:00Z'),
    });
  });
});

describe('a first week that is not whole', () => {
  it.each([
    ['Monday morning', '2026-06-01T08:00:00Z', ['2026-06-01', '2026-06-03', '2026-06-05']],
    ['Monday night, when Monday’s time has passed', '2026-06-01T20:00:00Z', ['2026-06-03', '2026-06-05']],
    ['Tuesday', '2026-06-02T08:00:00Z', ['2026-06-03', '2026-06-05']],
    ['Friday morning', '2026-06-05T08:00:00Z', ['2026-06-05']],
  ])('begun on %s has the slots that are left', (_, now, expected) => {
    expect(firstWeek(aSprint(aPlan(), now), '2026-06-07')).toEqual(expected);
  });

  it('asks for no more than its share, the earliest first', () => {
    const slots = [aPlanSlot(5, '18:00'), aPlanSlot(6, '18:00'), aPlanSlot(7, '18:00')];
    const plan = aPlan({ slots, backup: aPlanSlot(1, '18:00') });
    // Friday to Sunday: round(3 slots · 3 days / 7) = 1
    expect(firstWeek(aSprint(plan, '2026-06-05T08:00:00Z'), '2026-06-07')).toEqual(['2026-06-05']);
    // Thursday to Sunday: round(3 · 4 / 7) = 2
    expect(firstWeek(aSprint(plan, '2026-06-04T08:00:00Z'), '2026-06-07')).toEqual(['2026-06-05', '2026-06-06']);
    // Sunday alone: round(3 · 1 / 7) = 0, but at least one
    expect(firstWeek(aSprint(plan, '2026-06-07T08:00:00Z'), '2026-06-07')).toEqual(['2026-06-07']);
  });

  it('is left out when it holds no slot: the sprint begins on Monday and is whole', () => {
    const sprint = aSprint(aPlan(), '2026-06-06T08:00:00Z');
    expect(sprint).toMatchObject({ startsOn: '2026-06-08', endsOn: '2026-07-19' });
    expect(slotsOf(sprint)).toHaveLength(18);
  });

  it('of a daily goal has each day that is left', () => {
    expect(firstWeek(aSprint(aDailyPlan('20:00'), '2026-06-04T08:00:00Z'), '2026-06-07')).toHaveLength(4);
  });
});

describe('slots when the clocks change', () => {
  const slotOf = (zone: string, day: string, time: string, dayStart = '00:00') =>
    slotsOf(
      planSprint(aDailyPlan(time, { timeZone: zone, dayStart }), {
        id: 's1',
        memberId: 'ana',
        now: new Date(Date.parse(`${day}T12:00:00Z`) - 10 * 86_400_000),
      }),
    ).find(({ label }) => label === day);

  it.each([
    ['Europe/Berlin', '2026-03-29', '02:30', 23, '2026-03-29T01:00Z'],
    ['Europe/Berlin', '2026-10-25', '02:30', 25, '2026-10-25T00:30Z'],
    ['America/New_York', '2026-03-08', '02:30', 23, '2026-03-08T07:00Z'],
    ['America/New_York', '2026-11-01', '01:30', 25, '2026-11-01T05:30Z'],
    ['Australia/Lord_Howe', '2026-10-04', '02:10', 23.5, '2026-10-03T15:30Z'],
    ['Australia/Lord_Howe', '2026-04-05', '01:40', 24.5, '2026-04-04T14:40Z'],
    ['America/St_Johns', '2026-03-08', '18:00', 23, '2026-03-08T20:30Z'],
    ['America/St_Johns', '2026-11-01', '18:00', 25, '2026-11-01T21:30Z'],
    ['Africa/Casablanca', '2026-02-15', '18:00', 25, '2026-02-15T18:00Z'],
    ['Africa/Casablanca', '2026-03-22', '18:00', 23, '2026-03-22T17:00Z'],
    ['Africa/Cairo', '2026-04-24', '00:30', 23, '2026-04-23T22:00Z'],
    ['America/Santiago', '2026-09-06', '00:00', 23, '2026-09-06T04:00Z'],
    ['America/Santiago', '2026-04-04', '23:30', 25, '2026-04-05T02:30Z'],
    ['America/Havana', '2026-03-08', '18:00', 23, '2026-03-08T22:00Z'],
    ['America/Havana', '2026-11-01', '18:00', 25, '2026-11-01T23:00Z'],
    ['Antarctica/Troll', '2026-03-29', '01:30', 22, '2026-03-29T01:00Z'],
    ['Antarctica/Troll', '2026-10-25', '01:30', 26, '2026-10-24T23:30Z'],
  ])('in %s on %s at %s last %d hours and start at %s', (zone, day, time, hours, startsAt) => {
    const slot = slotOf(zone, day, time)!;
    expect((slot.dueAt.getTime() - slot.openAt.getTime()) / 3_600_000).toBe(hours);
    expect(iso(slot.startsAt)).toBe(startsAt);
    expect(slot.graceEndsAt.getTime() - slot.dueAt.getTime()).toBe(12 * 3_600_000);
  });

  it('are due at the later of two times, and the next day has begun at the earlier', () => {
    const before = slotOf('Europe/Berlin', '2026-10-24', '18:00', '02:30')!;
    const after = slotOf('Europe/Berlin', '2026-10-25', '18:00', '02:30')!;
    expect(iso(before.dueAt)).toBe('2026-10-25T01:30Z');
    expect(iso(after.openAt)).toBe('2026-10-25T00:30Z');
  });

  it('leave out a date that nobody there had, and go on counting', () => {
    const sprint = aSprint(aDailyPlan('18:00', { timeZone: 'Pacific/Apia' }), '2011-12-26T12:00:00Z');
    const slots = slotsOf(sprint);
    expect(slots.slice(2, 5).map(({ seq, label }) => [seq, label])).toEqual([
      [2, '2011-12-28'],
      [3, '2011-12-29'],
      [4, '2011-12-31'],
    ]);
    expect(slots[4]!.openAt).toEqual(slots[3]!.dueAt);
  });
});
