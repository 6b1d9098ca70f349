import { aPlan, aSprint } from '../sprints/plan-examples';
import { aRequest } from './example-requests';
import { withHoursOf } from './request-hours';

const availability = [{ weekday: 2, start: '18:00', end: '20:00' }];
const sprint = aSprint(aPlan({ timeZone: 'Europe/Berlin', availability }), '2026-10-12T08:00:00Z');
const request = aRequest({ memberId: 'ana', sprintId: sprint.id });
const SUMMER_TIME = new Date('2026-10-12T08:00:00Z');
const WINTER_TIME = new Date('2026-11-02T08:00:00Z');

describe('a request after the hours of its sprint changed', () => {
  it.each(['waiting', 'snoozed', 'proposed'] as const)('has them while it is %s', (status) =>
    expect(withHoursOf(sprint, { ...request, status }, SUMMER_TIME)).toEqual({
      ...request,
      status,
      hours: [40, 41],
      version: 2,
    }),
  );

  it('has them by the clocks of the coming week', () =>
    expect(withHoursOf(sprint, request, WINTER_TIME).hours).toEqual([41, 42]));

  it('is left alone once nobody is looked for with it', () => {
    for (const over of [
      { ...request, status: 'matched' as const },
      { ...request, status: 'cancelled' as const },
      { ...request, sprintId: 'another' },
    ])
      expect(withHoursOf(sprint, over, SUMMER_TIME)).toBe(over);
  });
});
