import { TestBed } from '@angular/core/testing';
import { type Streak } from '@podmates/domain';
import { aMatchRequest, aMember, NOW } from '../../testing/examples';
import { FakeBoundary } from '../../testing/fake-boundary';
import { show } from '../../testing/screen';
import { CheckInOutbox } from '../check-in/check-in-outbox';
import { Shell } from './shell';

const aStreak = (): Streak => ({
  id: 'ana',
  sprintId: 's1',
  current: 5,
  best: 6,
  lateCount: 0,
  freezeTokens: 1,
  days: [],
  version: 9,
  schemaVersion: 1,
  updatedAt: NOW,
});

let boundary: FakeBoundary;
let outboxOpened: jest.Mock;
beforeEach(() => {
  boundary = new FakeBoundary();
  outboxOpened = jest.fn(() => ({}));
  const outbox = { provide: CheckInOutbox, useFactory: outboxOpened };
  TestBed.configureTestingModule({ providers: [boundary.providers(), outbox] });
});
afterEach(() => document.body.replaceChildren());

const places = async () => {
  const { element } = await show(Shell);
  return [...element.querySelectorAll('.bottom a')].map((link) => link.textContent?.trim());
};

describe('the navigation', () => {
  it('offers a newcomer the start alone', async () => expect(await places()).toEqual(['Start']));

  it('offers matching while there is no pod', async () => {
    boundary.member.next(aMember({ activeSprintId: 's1' }));
    expect(await places()).toEqual(['Today', 'Matching', 'Streak']);
  });

  it('offers the pod and its schedule to those who have one', async () => {
    boundary.member.next(aMember({ activeSprintId: 's1', podId: 'p1' }));
    expect(await places()).toEqual(['Today', 'Pod', 'Schedule', 'Streak']);
  });

  it('keeps pod and streak when the sprint is over, and offers the next one', async () => {
    boundary.member.next(aMember({ podId: 'p1' }));
    boundary.streak.next(aStreak());
    expect(await places()).toEqual(['Today', 'Pod', 'Schedule', 'Streak', 'Start']);
  });

  it('leads back to a proposal that outlived the sprint', async () => {
    boundary.request.next(aMatchRequest({ status: 'proposed' }));
    boundary.streak.next(aStreak());
    expect(await places()).toEqual(['Matching', 'Streak', 'Start']);
  });

  it('does not lead to a queue that was left', async () => {
    boundary.request.next(aMatchRequest({ status: 'cancelled' }));
    expect(await places()).toEqual(['Start']);
  });
});

describe('check-ins captured offline', () => {
  it('go out from whichever page is opened first', async () => {
    await show(Shell);
    await new Promise((resolve) => setTimeout(resolve));
    expect(outboxOpened).toHaveBeenCalledTimes(1);
  });
});
