import { backupTimes } from './backup-times';
import { suggestTimes } from './suggest-times';

const FROM = new Date('2026-11-23T12:00:00Z'); // a Monday
const slot = (timeZone: string, weekday: number, time: string, minutes = 60) => ({
  timeZone,
  backup: { weekday, time, minutes },
});

describe('the time that all keep free for what was missed', () => {
  it.each([
    ['the same slot', [slot('UTC', 7, '10:00'), slot('UTC', 7, '10:00')], 50, '2026-11-29T10:00Z 2026-12-06T10:00Z'],
    [
      'an overlap of half an hour',
      [slot('UTC', 7, '10:00'), slot('UTC', 7, '10:30')],
      50,
      '2026-11-29T10:30Z 2026-12-06T10:30Z',
    ],
    ['an overlap of less', [slot('UTC', 7, '10:00'), slot('UTC', 7, '10:31')], 50, ''],
    ['a short session', [slot('UTC', 7, '10:00'), slot('UTC', 7, '10:40')], 20, '2026-11-29T10:40Z 2026-12-06T10:40Z'],
    [
      'other zones',
      [slot('Europe/Berlin', 7, '18:00'), slot('America/New_York', 7, '12:00')],
      50,
      '2026-11-29T17:00Z 2026-12-06T17:00Z',
    ],
    [
      'other days in other zones',
      [slot('Pacific/Auckland', 1, '08:00'), slot('Europe/London', 7, '19:00')],
      50,
      '2026-11-29T19:00Z 2026-12-06T19:00Z',
    ],
    ['one who keeps another', [slot('UTC', 7, '10:00'), slot('UTC', 6, '10:00')], 50, ''],
    ['nobody', [], 50, ''],
  ])('with %s', (_, slots, minutes, expected) => {
    const found = backupTimes(slots, minutes, FROM).map((at) => at.toISOString().replace(':00.000Z', 'Z'));
    expect(found.join(' ')).toBe(expected);
  });

  it('is suggested first, unless somebody is up at night for it or it is taken', () => {
    const backups = [slot('UTC', 7, '07:00'), slot('UTC', 7, '07:00')];
    const attendees = ['ana', 'ben'].map((id) => ({ id, timeZone: 'UTC', availability: [] }));
    const p = {
      attendees,
      podZone: 'UTC',
      minutes: 50,
      from: FROM,
      near: FROM,
      burdens: { ana: 30 },
      taken: [],
      except: null,
      backups,
    };
    const [first, second, third] = suggestTimes(p);
    expect(first).toMatchObject({ isBackup: true, startsAt: new Date('2026-11-29T07:00:00Z'), relievesId: null });
    expect(second?.isBackup).toBe(true);
    expect(third).toMatchObject({ isBackup: false, worst: 0, relievesId: 'ana' });
    const isAnyBackup = (over: Partial<typeof p>) => suggestTimes({ ...p, ...over }).some(({ isBackup }) => isBackup);
    expect(isAnyBackup({ backups: backups.map((one) => ({ ...one, backup: { ...one.backup, time: '04:00' } })) })).toBe(
      false,
    );
    const taken = [new Date('2026-11-29T08:00:00Z'), new Date('2026-12-06T08:00:00Z')];
    expect(suggestTimes({ ...p, taken }).some(({ isBackup }) => isBackup)).toBe(false);
    const [next] = suggestTimes({ ...p, except: new Date('2026-11-29T07:00:00Z') });
    expect(next?.startsAt).toEqual(new Date('2026-12-06T07:00:00Z'));
  });
});
