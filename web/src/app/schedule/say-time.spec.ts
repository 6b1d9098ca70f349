import { sayAgo, sayInOtherZone, sayLocalDay, sayMoment, sayWeekday, sayZone } from './say-time';
import { sayWeekHours } from './week-hours';

const noon = new Date('2026-11-24T12:00:00Z');

describe('times in words', () => {
  it('names the moment in the reader’s zone', () => {
    expect(sayMoment(noon, 'Europe/Berlin')).toBe('Tuesday 24 November, 13:00');
    expect(sayMoment(new Date('2026-11-24T23:00:00Z'), 'Europe/Berlin')).toBe('Wednesday 25 November, 00:00');
  });

  it('names the other zone only where its clock differs', () => {
    expect(sayInOtherZone(noon, 'Europe/Berlin', 'Europe/Paris')).toBe('');
    expect(sayInOtherZone(noon, 'Europe/Berlin', 'America/New_York')).toBe('Tuesday 07:00 New York time');
  });

  it.each([
    ['Europe/Berlin', 'Berlin time'],
    ['America/Argentina/Buenos_Aires', 'Buenos Aires time'],
    ['UTC', 'UTC'],
    ['Etc/GMT+3', 'Etc/GMT+3'],
  ])('says %s as %s', (zone, words) => expect(sayZone(zone)).toBe(words));

  it.each([
    [-30_000, 'just now'],
    [20_000, 'just now'],
    [5 * 60_000, '5 min ago'],
  ])('says what happened %d ms ago as %s', (gap, words) =>
    expect(sayAgo(noon, new Date(noon.getTime() - gap))).toBe(words),
  );

  it('says calendar days and weekdays without a zone', () => {
    expect(sayLocalDay('2026-12-07')).toBe('Monday 7 December');
    expect(sayWeekday(7)).toBe('Sunday');
  });
});

describe('hours of the week', () => {
  it('are joined and shown in the reader’s zone', () => {
    expect(sayWeekHours([18, 17, 19, 42], 'Europe/Berlin', noon)).toEqual([
      'Monday 18:00–21:00',
      'Tuesday 19:00–20:00',
    ]);
  });

  it('join over the end of the week', () => {
    expect(sayWeekHours([167, 0], 'UTC', noon)).toEqual(['Sunday 23:00–01:00']);
  });

  it('move to the neighbouring day in far zones', () => {
    expect(sayWeekHours([23], 'Pacific/Auckland', noon)).toEqual(['Tuesday 12:00–13:00']);
  });
});
