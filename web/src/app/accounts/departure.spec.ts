import { DOCUMENT } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { type CheckInInput } from '@podmates/domain';
import { Drafts } from '../drafts/drafts';
import { Identity } from '../firebase';
import { type Fate, type FileFate, type OutboxEntry } from '../check-in/outbox-entry';
import { OutboxStore } from '../check-in/outbox-store';
import { Departure } from './departure';

const RECEIVED: Fate = { kind: 'received', receivedAt: '2026-11-24T12:00:00Z', isLate: false, streak: 3 };
const WAITING_FILE: FileFate = {
  kind: 'waiting',
  clientMutationId: 'f',
  name: 'x.png',
  contentType: 'image/png',
  bytes: 1,
  path: null,
};
const INPUT: CheckInInput = {
  slotId: 's1_0',
  clientMutationId: 'c',
  status: 'done',
  rpe: 5,
  win: 'ran',
  tweak: '',
  proof: { kind: 'none' },
  visibility: 'pod',
  capturedAt: '2026-11-24T12:00:00Z',
  clientSkewMs: null,
};
const anEntry = (clientMutationId: string, fate: Fate, over: Partial<OutboxEntry> = {}): OutboxEntry => ({
  clientMutationId,
  memberId: 'ana',
  slotId: 's1_0',
  day: '2026-11-24',
  input: { ...INPUT, clientMutationId },
  place: 1,
  keepsFile: false,
  fate,
  file: { kind: 'none' },
  ...over,
});
const assign = jest.fn();
const signOut = jest.fn();
const start = () => {
  TestBed.configureTestingModule({
    providers: [
      { provide: DOCUMENT, useValue: { defaultView: { location: { assign } }, querySelectorAll: () => [] } },
      { provide: Drafts, useValue: { clearAll: () => undefined } },
      { provide: Identity, useValue: { signOut, memberId: () => 'ana' } },
    ],
  });
  return TestBed.inject(Departure);
};

describe('leaving', () => {
  beforeEach(() => {
    assign.mockReset();
    signOut.mockReset().mockResolvedValue(undefined);
  });

  it('keeps its first reason when the end of the sign-in is noticed meanwhile', async () => {
    const departure = start();
    await Promise.all([departure.leave('suspended'), departure.leave()]);
    expect(assign.mock.calls).toEqual([['/sign-in?why=suspended']]);
  });

  it('can be tried again when signing out failed', async () => {
    signOut.mockRejectedValueOnce(new Error('not now'));
    const departure = start();
    await expect(departure.leave()).rejects.toThrow('not now');
    await departure.leave();
    expect(assign.mock.calls).toEqual([['/sign-in']]);
  });

  it('takes along what the server has, and keeps what nobody else has', async () => {
    const departure = start();
    const store = TestBed.inject(OutboxStore);
    const put = [
      anEntry('delivered', RECEIVED),
      anEntry('of-ben', RECEIVED, { memberId: 'ben' }),
      anEntry('waiting', { kind: 'waiting' }),
      anEntry('refused', { kind: 'refused', message: 'Too late.' }),
      anEntry('file-waiting', RECEIVED, { file: WAITING_FILE }),
    ];
    await store.change(() => ({ put }));
    await departure.leave();
    const kept = (await store.all()).map(({ clientMutationId }) => clientMutationId);
    expect(kept).toEqual(['of-ben', 'waiting', 'refused', 'file-waiting']);
  });

  it('signs out although the disk gives no answer', async () => {
    const departure = start();
    jest.spyOn(TestBed.inject(OutboxStore), 'change').mockRejectedValue(new Error('no disk'));
    await departure.leave();
    expect(signOut).toHaveBeenCalledTimes(1);
  });
});
