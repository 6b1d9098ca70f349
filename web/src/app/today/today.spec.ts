import { TestBed } from '@angular/core/testing';
import { aFeedEvent, aMatchRequest, aMember, aSession, aSlot } from '../../testing/examples';
import { FakeBoundary } from '../../testing/fake-boundary';
import { show } from '../../testing/screen';
import { Reading } from './reading';
import { Today } from './today';

let boundary: FakeBoundary;
beforeEach(() => {
  boundary = new FakeBoundary();
  boundary.member.next(aMember({ activeSprintId: 's1', podId: 'p1' }));
  TestBed.configureTestingModule({ providers: boundary.providers() });
});
afterEach(() => document.body.replaceChildren());

describe('today', () => {
  it('offers the check-in of the open slot with its times', async () => {
    boundary.slots.next([aSlot()]);
    const screen = await show(Today);
    expect(screen.act('Check in').getAttribute('href')).toBe('/check-in/s1_0');
    expect(screen.text()).toContain('Tuesday 24 November, 18:00');
    expect(screen.text()).toContain('On time until Wednesday 25 November, 04:00.');
    expect(screen.text()).toContain('Counts, marked late, until Wednesday 25 November, 16:00.');
  });

  it('says when the next slot opens on a rest day', async () => {
    const openAt = new Date('2026-11-25T03:00:00Z');
    boundary.slots.next([aSlot({ openAt })]);
    const screen = await show(Today);
    expect(screen.hasAct('Check in')).toBe(false);
    expect(screen.text()).toContain('Opens in 15 h');
    expect(screen.text()).toContain('Rest is part of the plan.');
  });

  it('names the zone of a slot that is not the reader’s', async () => {
    boundary.slots.next([aSlot({ timeZone: 'Asia/Tokyo' })]);
    expect((await show(Today)).text()).toContain('Tokyo time');
  });

  it('leads into a room that is open', async () => {
    boundary.slots.next([aSlot()]);
    boundary.sessions.next([aSession({ state: 'lobby' })]);
    expect((await show(Today)).act('Join session').getAttribute('href')).toBe('/session/se1');
  });

  it('shows the next session on the reader’s clock and in the pod’s zone', async () => {
    boundary.sessions.next([aSession()]);
    const text = (await show(Today)).text();
    expect(text).toContain('Tuesday 24 November, 20:00');
    expect(text).toContain('Tuesday 19:00 London time');
    expect(text).toContain('60 minutes with Ben Okafor');
  });

  it('shows what the pod did, as text', async () => {
    boundary.feed.next([aFeedEvent({ text: '<b>Ben</b> checked in' })]);
    expect((await show(Today)).text()).toContain('Ben Okoye · <b>Ben</b> checked in 2 h ago');
  });

  it('leads somebody without a pod to one', async () => {
    boundary.member.next(aMember({ activeSprintId: 's1' }));
    boundary.request.next(aMatchRequest({ status: 'cancelled' }));
    expect((await show(Today)).act('Find my pod').getAttribute('href')).toBe('/matching');
  });

  it('offers another try when a listener ended', async () => {
    boundary.isBroken = true;
    boundary.slots.next([aSlot()]);
    const screen = await show(Today);
    boundary.isBroken = false;
    await screen.press('Try again');
    expect(screen.hasAct('Check in')).toBe(true);
  });
});

describe('a place that is still being read', () => {
  it('says what happens next when there is no network', async () => {
    boundary.isOnline.set(false);
    const fixture = TestBed.createComponent(Reading);
    fixture.componentRef.setInput('what', 'Reading your day');
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).textContent).toContain('It shows as soon as you are back.');
    boundary.isOnline.set(true);
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).textContent?.trim()).toBe('Reading your day');
  });
});
