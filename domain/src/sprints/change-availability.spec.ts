import { changeAvailability } from './change-availability';
import { aPlan, aSprint } from './plan-examples';

const sprint = aSprint(aPlan(), '2026-06-01T08:00:00Z');
const evenings = [1, 3].map((weekday) => ({ weekday, start: '19:00', end: '22:00' }));

describe('the hours of a sprint that runs', () => {
  it('can be changed, and nothing else changes', () =>
    expect(changeAvailability(sprint, evenings)).toEqual({ ...sprint, availability: evenings, version: 2 }));

  it('are refused with their fields', () =>
    expect(() => changeAvailability(sprint, [{ weekday: 1, start: '19:00', end: '18:00' }])).toThrow(
      expect.objectContaining({
        code: 'invalid-argument',
        fields: [{ path: 'availability.0.end', message: 'is not after the start' }],
      }),
    ));

  it('stay as they were once it is over', () =>
    expect(() => changeAvailability({ ...sprint, status: 'completed' }, evenings)).toThrow(
      expect.objectContaining({ code: 'failed-precondition' }),
    ));
});
