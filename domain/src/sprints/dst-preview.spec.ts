import { dstPreview } from './index';
import { aPlanSlot } from './plan-examples';

describe('the preview of clock changes', () => {
  it('tells which slot moves when clocks go forward', () => {
    const slots = [aPlanSlot(6, '02:30'), aPlanSlot(7, '02:30'), aPlanSlot(7, '03:00')];
    expect(dstPreview(slots, 'Europe/Berlin', '2026-03-01')).toEqual([
      {
        day: '2026-03-29',
        at: new Date('2026-03-29T01:00:00Z'),
        shiftMinutes: 60,
        affected: [{ slotIndex: 1, planned: '02:30', actual: '03:00', kind: 'moved' }],
      },
    ]);
  });

  it('tells which slot comes twice when clocks go back', () => {
    const slots = [aPlanSlot(7, '01:59'), aPlanSlot(7, '02:00'), aPlanSlot(7, '03:00')];
    const [change] = dstPreview(slots, 'Europe/Berlin', '2026-10-01');
    expect(change).toMatchObject({ day: '2026-10-25', shiftMinutes: -60 });
    expect(change!.affected).toEqual([{ slotIndex: 1, planned: '02:00', actual: '02:00', kind: 'twice' }]);
  });

  it.each([
    ['Australia/Lord_Howe', '2026-09-20', '02:15', 30, 'moved', '02:30'],
    ['Australia/Lord_Howe', '2026-03-20', '01:45', -30, 'twice', '01:45'],
    ['Africa/Cairo', '2026-04-20', '00:30', 60, 'moved', '01:00'],
    ['America/Havana', '2026-10-10', '00:30', -60, 'twice', '00:30'],
    ['Asia/Beirut', '2026-10-10', '23:30', -60, 'twice', '23:30'],
    ['America/Santiago', '2026-03-20', '23:30', -60, 'twice', '23:30'],
    ['Antarctica/Troll', '2026-03-20', '02:59', 120, 'moved', '03:00'],
  ])('in %s from %s, a daily slot at %s: %d minutes, %s, %s', (zone, from, time, shiftMinutes, kind, actual) => {
    const slots = [1, 2, 3, 4, 5, 6, 7].map((weekday) => aPlanSlot(weekday, time, 10));
    const [change] = dstPreview(slots, zone, from);
    expect(change!.shiftMinutes).toBe(shiftMinutes);
    expect(change!.affected).toEqual([expect.objectContaining({ planned: time, kind, actual })]);
  });

  it('names a change even when no slot is affected, and both of Ramadan', () => {
    const changes = dstPreview([aPlanSlot(1, '18:00')], 'Africa/Casablanca', '2026-02-10');
    expect(changes.map(({ day, shiftMinutes, affected }) => [day, shiftMinutes, affected.length])).toEqual([
      ['2026-02-15', -60, 0],
      ['2026-03-22', 60, 0],
    ]);
  });

  it('looks from the first day to the last, and no further', () => {
    const days = (from: string, count?: number) => dstPreview([], 'Europe/Berlin', from, count).map(({ day }) => day);
    expect(days('2026-03-29')).toEqual(['2026-03-29']);
    expect(days('2026-03-30')).toEqual([]);
    expect(days('2026-03-28', 1)).toEqual([]);
    expect(days('2026-03-28', 2)).toEqual(['2026-03-29']);
    expect(days('2026-03-01', 365)).toEqual(['2026-03-29', '2026-10-25']);
    expect(days('2026-02-15')).toEqual([]); // 42 days: until 28 March
  });

  it('counts a change at the very start of a day to that day', () => {
    expect(dstPreview([], 'Africa/Cairo', '2026-04-24', 1)).toHaveLength(1);
    expect(dstPreview([], 'Africa/Cairo', '2026-04-23', 1)).toHaveLength(0);
  });

  it('has nothing to tell of a zone that never changes', () => {
    expect(dstPreview([aPlanSlot(7, '02:30')], 'Asia/Kolkata', '2026-01-01', 400)).toEqual([]);
  });
});
