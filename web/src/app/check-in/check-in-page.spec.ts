import { ChangeDetectionStrategy, Component, Injectable, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { type ShownProof } from '@podmates/domain';
import { of } from 'rxjs';
import { CallRefused, ProofFiles } from '../firebase';
import { aCheckIn, aMember, aSlot, NOW } from '../../testing/examples';
import { FakeBoundary } from '../../testing/fake-boundary';
import { type Screen, show } from '../../testing/screen';
import { Connection } from '../shell/connection';
import { CheckInPage } from './check-in-page';
import { type OutboxEntry } from './outbox-entry';
import { type OutboxChange } from './outbox-rules';
import { OutboxStore } from './outbox-store';

const asked = signal('s1_0');
@Component({
  changeDetection: ChangeDetectionStrategy.OnPush,
  selector: 'app-host',
  template: '<app-check-in-page [slotId]="asked()" />',
  imports: [CheckInPage],
})
class Host {
  protected readonly asked = asked;
}

/** The device's disk: outlives a reload of the page. */
@Injectable()
class FakeDisk {
  readonly entries = new Map<string, OutboxEntry>();
  private readonly contents = new Map<string, ArrayBuffer>();
  readonly isDurable = () => Promise.resolve(true);
  readonly all = () => Promise.resolve([...this.entries.values()]);
  readonly content = (id: string) => Promise.resolve(this.contents.get(id) ?? null);
  readonly change = (decide: (kept: readonly OutboxEntry[]) => OutboxChange) => {
    const { put = [], remove = [], content } = decide([...this.entries.values()]);
    for (const id of remove) this.entries.delete(id);
    for (const entry of put) this.entries.set(entry.clientMutationId, entry);
    if (content) this.contents.set(content.id, content.bytes);
    return Promise.resolve();
  };
}

describe('the check-in page', () => {
  const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000);
  const received = { isLate: false, receivedAt: NOW.toISOString(), streak: 5, version: 1 };
  const ofNetwork = (isOnline: boolean) => jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOnline);
  let boundary: FakeBoundary;
  let disk: FakeDisk;
  const open = async (): Promise<Screen> => {
    const files = { upload: () => of({ kind: 'stored', path: 'proofs/ana/s1_0/x.png' }) };
    TestBed.configureTestingModule({
      providers: [
        ...boundary.providers(),
        { provide: OutboxStore, useValue: disk },
        { provide: ProofFiles, useValue: files },
        { provide: Connection, useValue: { isOnline: () => navigator.onLine } },
      ],
    });
    return show(Host);
  };
  const sent = () => boundary.asked.filter(({ name }) => name === 'checkIn').map(({ input }) => input);
  const reload = async (): Promise<Screen> => {
    TestBed.resetTestingModule();
    document.body.replaceChildren();
    return open();
  };

  beforeEach(() => {
    localStorage.clear();
    asked.set('s1_0');
    ofNetwork(true);
    const held = { request: (_name: string, _options: object, run: (lock: object) => Promise<void>) => run({}) };
    Object.defineProperty(navigator, 'locks', { value: held, configurable: true });
    disk = new FakeDisk();
    boundary = new FakeBoundary();
    boundary.member.next(aMember({ activeSprintId: 's1' }));
    boundary.slots.next([aSlot()]);
    boundary.answers.set('checkIn', () => received);
  });
  afterEach(() => {
    jest.restoreAllMocks();
    document.body.replaceChildren();
  });

  it('takes a check-in in one press and says what became of it', async () => {
    const screen = await open();
    await screen.fill('Win', 'Ran 5 km');
    await screen.press('Check in');
    expect(sent()).toMatchObject([
      { slotId: 's1_0', status: 'done', rpe: 5, win: 'Ran 5 km', proof: { kind: 'none' }, visibility: 'pod' },
    ]);
    expect(screen.text()).toMatch(/Captured.*Received.*by Podmates.*Counted.*your streak is 5/);
  });

  it('keeps it without a network, over a reload too, and sends it once when the network returns', async () => {
    ofNetwork(false);
    const screen = await open();
    await screen.fill('Win', 'Ran 5 km');
    await screen.press('Check in');
    expect(screen.text()).toContain('Waiting for the network');
    expect(sent()).toEqual([]);
    ofNetwork(true);
    const again = await reload();
    expect(sent()).toHaveLength(1);
    expect(again.text()).toContain('your streak is 5');
  });

  it('says so when the server refuses, and keeps the words', async () => {
    boundary.refuse('checkIn', new CallRefused('failed-precondition', 'This slot is closed.'));
    const screen = await open();
    await screen.fill('Win', 'Ran 5 km');
    await screen.press('Check in');
    expect(screen.text()).toMatch(/Not taken\s?This slot is closed\./);
    expect(screen.text()).toContain('Ran 5 km');
    expect([...disk.entries.values()]).toHaveLength(1);
  });

  it('keeps waiting when no answer came', async () => {
    boundary.refuse('checkIn', new CallRefused('unavailable', 'no answer'));
    const screen = await open();
    await screen.press('Check in');
    expect(screen.text()).toContain('Waiting for the network');
  });

  it('asks which day it is for when several are open, and takes the oldest by default', async () => {
    boundary.slots.next([
      aSlot({ dueAt: hours(-1), graceEndsAt: hours(11), openAt: hours(-25), label: '2026-11-23' }),
      aSlot({ id: 's1_1', seq: 1, openAt: hours(-1) }),
    ]);
    asked.set('s1_1');
    const screen = await open();
    expect(screen.text()).toContain('Which day is this for?');
    expect(screen.text()).toContain('Monday 23 November. The day is over; it still counts, as late, until');
    await screen.press('Check in');
    expect(sent()).toMatchObject([{ slotId: 's1_0' }]);
    expect(screen.text()).toContain('Monday 23 November');
  });

  it('tells plainly when a slot is not open yet or closed', async () => {
    boundary.slots.next([aSlot({ openAt: hours(3) })]);
    const early = await open();
    expect(early.text()).toContain('Not open yet');
    expect(early.hasAct('Check in')).toBe(false);
    boundary.slots.next([aSlot({ state: 'missed' })]);
    await early.settle();
    expect(early.text()).toContain('This slot is closed. The next one is a fresh chance.');
  });

  it('keeps what is typed over a reload', async () => {
    const screen = await open();
    await screen.fill('Tweak', 'Start earl');
    expect((await reload()).field('Tweak').value).toBe('Start earl');
  });

  it('cuts nothing: a text that is too long stays, with the reason beside it', async () => {
    const screen = await open();
    await screen.fill('Win', 'x'.repeat(10_000));
    await screen.press('Check in');
    expect(screen.field('Win').value).toHaveLength(10_000);
    expect(screen.field('Win').getAttribute('aria-invalid')).toBe('true');
    expect(screen.text()).toContain('The win');
    expect(disk.entries.size).toBe(0);
  });

  it('sends the words first and the file after them, as a version of its own', async () => {
    const screen = await open();
    screen.field('Photo or file').click();
    await screen.settle();
    const file = new File(['image'], 'me at home.png', { type: 'image/png' });
    const bytes = new Uint8Array([1, 2, 3, 4, 5]).buffer;
    Object.defineProperty(file, 'arrayBuffer', { value: () => Promise.resolve(bytes) }); // which jsdom lacks
    const field = screen.field('Photo or text file, up to 10 MB');
    Object.defineProperty(field, 'files', { value: [file] });
    field.dispatchEvent(new Event('change'));
    await screen.press('Check in');
    await screen.settle();
    expect(sent()).toMatchObject([
      { proof: { kind: 'none' } },
      { proof: { kind: 'file', path: 'proofs/ana/s1_0/x.png', contentType: 'image/png', bytes: 5 } },
    ]);
    expect(screen.text()).toContain('The file is attached.');
  });

  it('says what became of the file, and shows what was made of it', async () => {
    const file = { kind: 'file', path: 'proofs/ana/s1_0/x.png', contentType: 'image/png', bytes: 5 } as const;
    const screen = await open();
    await screen.press('Check in');
    boundary.checkIn.next(aCheckIn({ proof: file }));
    await screen.settle();
    expect(screen.text()).toContain('Your file is being looked at.');
    boundary.checkIn.next(aCheckIn({ proof: { ...file, shown: { state: 'refused' } } }));
    await screen.settle();
    expect(screen.text()).toContain('Your check-in counts. The file cannot be shown');
    const shown: ShownProof = { state: 'ready', kind: 'image', path: 'shown/ana/s1_0/x', sharedWith: ['ana'] };
    boundary.checkIn.next(aCheckIn({ proof: { ...file, shown } }));
    await screen.settle();
    expect(screen.hasAct('See the photo')).toBe(true);
  });

  it('refuses a kind of file that the store would not take, before anything is sent', async () => {
    const screen = await open();
    screen.field('Photo or file').click();
    await screen.settle();
    const field = screen.field('Photo or text file, up to 10 MB');
    Object.defineProperty(field, 'files', { value: [new File(['<svg>'], 'a.svg', { type: 'image/svg+xml' })] });
    field.dispatchEvent(new Event('change'));
    await screen.press('Check in');
    expect(screen.text()).toContain('The file is not a photo (JPEG, PNG, WebP) or a text file');
    expect(sent()).toEqual([]);
  });

  it('can be retried when the slots cannot be read', async () => {
    boundary.isBroken = true;
    expect((await open()).hasAct('Try again')).toBe(true);
  });
});
