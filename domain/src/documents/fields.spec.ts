import { TimeZone } from './fields';

const isZone = (name: string): boolean => TimeZone.safeParse(name).success;

describe('a time zone', () => {
  it('is one the calendar can reckon with, by its newest or an older name', () => {
    const names = ['UTC', 'Europe/Berlin', 'Asia/Calcutta', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5'];
    expect(names.filter((name) => !isZone(name))).toEqual([]);
    expect(isZone('Europe/Berlin')).toBe(true); // known from before
  });

  it('is never an offset, which forgets clock changes, a moment that names a zone or a short name', () => {
    const names = [
      '+01:00',
      '-0800',
      '',
      'Europe/Atlantis',
      '2026-11-23T10:00[Europe/Berlin]',
      'Berlin time',
      'PST',
      'jst',
    ];
    expect(names.filter(isZone)).toEqual([]);
  });
});
