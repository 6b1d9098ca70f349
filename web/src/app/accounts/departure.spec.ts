import { DOCUMENT } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { anEntry, aWaitingFile, RECEIVED } from '../../testing/outbox-entries';
import { Drafts } from '../drafts/drafts';
import { Identity } from '../firebase';
import { OutboxStore } from '../check-in/outbox-store';
import { Departure } from './departure';

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
      anEntry('delivered', { fate: RECEIVED }),
      anEntry('of-ben', { fate: RECEIVED, memberId: 'ben' }),
      anEntry('waiting'),
      anEntry('refused', { fate: { kind: 'refused', message: 'Too late.' } }),
      anEntry('file-waiting', { fate: RECEIVED, file: aWaitingFile('f') }),
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
