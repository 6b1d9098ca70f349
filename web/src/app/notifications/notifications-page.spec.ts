import { TestBed } from '@angular/core/testing';
import { aFeedEvent, aMember, aProposal } from '../../testing/examples';
import { FakeBoundary } from '../../testing/fake-boundary';
import { type Screen, show } from '../../testing/screen';
import { NotificationsPage } from './notifications-page';

const EARLY = aFeedEvent({ id: 'f1', text: 'Checked in.', at: new Date('2026-11-24T08:00:00Z') });
const LATE = aFeedEvent({ id: 'f2', text: 'Checked in late.', at: new Date('2026-11-24T10:00:00Z') });
const OWN = aFeedEvent({ id: 'f3', memberId: 'ana', memberName: 'Ana Silva', text: 'Own.' });

describe('the notifications', () => {
  let boundary: FakeBoundary;
  const open = async (): Promise<Screen> => {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: boundary.providers() });
    return show(NotificationsPage);
  };
  const rows = (screen: Screen) =>
    [...screen.element.querySelectorAll('.what')].map((row) => row.textContent?.replace(/\s+/g, ' ').trim());

  beforeEach(() => {
    localStorage.clear();
    boundary = new FakeBoundary();
    boundary.member.next(aMember({ podId: 'p1' }));
    boundary.feed.next([LATE, OWN, EARLY]);
  });
  afterEach(() => {
    jest.restoreAllMocks();
    document.body.replaceChildren();
  });

  it('list what others did, with the unread ones said in words', async () => {
    const screen = await open();
    expect(rows(screen)).toEqual(['Unread: Ben Okoye · Checked in late.', 'Unread: Ben Okoye · Checked in.']);
    expect(screen.text()).toContain('2 unread.');
  });

  it('are all read after one press, also on the next visit, and what comes later is unread', async () => {
    const first = await open();
    await first.press('Mark all read');
    expect(rows(first)).toEqual(['Ben Okoye · Checked in late.', 'Ben Okoye · Checked in.']);
    expect(first.act('Mark all read').getAttribute('aria-disabled')).toBe('true');

    const second = await open();
    expect(second.text()).toContain('All read.');
    boundary.feed.next([aFeedEvent({ id: 'f4', text: 'New.', at: new Date('2026-11-24T10:00:01Z') }), LATE]);
    await second.settle();
    expect(rows(second)).toEqual(['Unread: Ben Okoye · New.', 'Ben Okoye · Checked in late.']);
  });

  it('are read by one member, not by another at the same device', async () => {
    await (await open()).press('Mark all read');
    boundary.member.next(aMember({ id: 'cem', podId: 'p1' }));
    expect((await open()).text()).toContain('3 unread.');
  });

  it('stay unread after something unreadable was stored', async () => {
    localStorage.setItem('podmates.news-read.ana', 'not a number');
    expect((await open()).text()).toContain('2 unread.');
  });

  it('can be read where storage is forbidden', async () => {
    jest.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('forbidden', 'SecurityError');
    });
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('forbidden', 'SecurityError');
    });
    const screen = await open();
    await screen.press('Mark all read');
    expect(screen.text()).toContain('All read.');
  });

  it('offer nothing to mark where there is no news, and lead to a proposal', async () => {
    boundary.member.next(aMember());
    boundary.proposal.next(aProposal());
    const screen = await open();
    expect(screen.hasAct('Mark all read')).toBe(false);
    expect(screen.text()).toContain('A pod is proposed to you.');
  });
});
