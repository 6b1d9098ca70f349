import { addWindows, freshWindow } from './availability-windows';
import { dstWords } from './dst-words';
import { NO_PREFERENCES } from '@podmates/domain';
import { dstPreview } from '@podmates/domain/sprints';
import { isPlanDraft, planFromTemplate, stepOf, withCadence } from './plan-draft';

const plan = planFromTemplate('gym', { clientMutationId: 'm1', timeZone: 'Europe/Berlin', availability: [] });

describe('windows of a week', () => {
  it('become one where they touch or overlap', () => {
    const evening = { weekday: 2, start: '18:00', end: '21:00' };
    expect(addWindows([evening], [{ weekday: 2, start: '20:00', end: '22:00' }])).toEqual([
      { ...evening, end: '22:00' },
    ]);
    expect(addWindows([evening], [{ weekday: 3, start: '20:00', end: '22:00' }])).toHaveLength(2);
  });

  it('begin in the evening, then after the last one, and end with the day', () => {
    expect(freshWindow([], 1)).toEqual({ weekday: 1, start: '18:00', end: '20:00' });
    expect(freshWindow([{ weekday: 1, start: '18:00', end: '20:00' }], 1)).toEqual({
      weekday: 1,
      start: '21:00',
      end: '23:00',
    });
    expect(freshWindow([{ weekday: 1, start: '18:00', end: '24:00' }], 1)).toEqual({
      weekday: 1,
      start: '23:00',
      end: '24:00',
    });
  });
});

describe('a plan', () => {
  it('grows to the cadence on days that are free, and shrinks from the end', () => {
    expect(withCadence(plan, 'times-5').slots.map(({ weekday }) => weekday)).toEqual([1, 3, 5, 6, 7]);
    expect(new Set(withCadence(plan, 'daily').slots.map(({ weekday }) => weekday)).size).toBe(7);
    expect(withCadence(plan, 'times-2').slots.map(({ weekday }) => weekday)).toEqual([1, 3]);
  });

  it('knows on which step each field stands', () => {
    expect(['track', 'goal.focus', 'goal.title', 'slots.1.time', 'backup'].map(stepOf)).toEqual([
      'template',
      'template',
      'plan',
      'plan',
      'plan',
    ]);
    expect(['availability.0.end', 'preferences.sizes', 'timeZone', 'clientMutationId'].map(stepOf)).toEqual([
      'hours',
      'hours',
      'hours',
      'review',
    ]);
  });

  it('is a draft as long as its shape is known', () => {
    expect(isPlanDraft({ step: 'plan', plan })).toBe(true);
    expect(isPlanDraft({ step: 'plan', plan: null })).toBe(true);
    expect(isPlanDraft({ step: 'plan', plan, wishes: { preferences: NO_PREFERENCES, isAdult: true } })).toBe(true);
    expect(isPlanDraft({ step: 'plan', plan, wishes: { isAdult: true } })).toBe(false);
    expect(isPlanDraft({ step: 'elsewhere', plan })).toBe(false);
    expect(isPlanDraft({ step: 'plan', plan: { ...plan, track: 'chess' } })).toBe(false);
    expect(isPlanDraft(null)).toBe(false);
  });
});

describe('a clock change in words', () => {
  const slot = { weekday: 7, time: '02:30', minutes: 60, ifPart: 'a', thenPart: 'b' };

  it('names a time that does not exist and when the slot begins instead', () => {
    const [change] = dstPreview([slot], 'Europe/Berlin', '2027-03-20');
    expect(change && dstWords(change, [slot], 'Europe/Berlin')).toEqual({
      what: 'Sunday 28 March: clocks in Berlin go forward by 1 hour.',
      effects: ['02:30 does not exist that day, so your Sunday 02:30 slot begins at 03:00.'],
    });
  });

  it('names a time that comes twice', () => {
    const [change] = dstPreview([slot], 'Europe/Berlin', '2026-10-20');
    expect(change && dstWords(change, [slot], 'Europe/Berlin').effects).toEqual([
      '02:30 comes twice that day; your Sunday 02:30 slot begins at the first.',
    ]);
  });

  it('is calm where no slot is touched', () => {
    const [change] = dstPreview([{ ...slot, time: '18:00' }], 'Europe/Berlin', '2026-10-20');
    expect(change && dstWords(change, [], 'Europe/Berlin').effects).toEqual([
      'Your slots keep their times on your clock.',
    ]);
  });
});
