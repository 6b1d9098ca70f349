import { TestBed } from '@angular/core/testing';
import { aMember } from '../../testing/examples';
import { FakeBoundary } from '../../testing/fake-boundary';
import { show } from '../../testing/screen';
import { CheckInOutbox } from '../check-in/check-in-outbox';
import { Shell } from './shell';

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
});

describe('check-ins captured offline', () => {
  it('go out from whichever page is opened first', async () => {
    await show(Shell);
    await new Promise((resolve) => setTimeout(resolve));
    expect(outboxOpened).toHaveBeenCalledTimes(1);
  });
});
