import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FakeBoundary } from '../../testing/fake-boundary';
import { anEntry, aWaitingFile, anInput, RECEIVED } from '../../testing/outbox-entries';
import { show } from '../../testing/screen';
import { CheckInOutbox } from './check-in-outbox';
import { type OutboxEntry } from './outbox-entry';
import { UnsettledCheckIns } from './unsettled-check-ins';

const screenWith = (entries: readonly OutboxEntry[], waitsForSignIn = false) => {
  const outbox = { entries: signal(entries), upload: signal(null), waitsForSignIn: signal(waitsForSignIn) };
  TestBed.configureTestingModule({
    providers: [new FakeBoundary().providers(), { provide: CheckInOutbox, useValue: outbox }],
  });
  return show(UnsettledCheckIns);
};

describe('check-ins that are not settled', () => {
  it('are shown on whatever day they are for: what waits, what was not taken, and a file on its way', async () => {
    const screen = await screenWith([
      anEntry('w', { day: '2026-11-23' }),
      anEntry('r', {
        day: '2026-11-22',
        input: anInput({ win: 'Swam a mile' }),
        fate: { kind: 'refused', message: 'This slot is closed.' },
      }),
      anEntry('f', { day: '2026-11-21', fate: RECEIVED, file: aWaitingFile('f') }),
    ]);
    expect(screen.text()).toMatch(/Monday 23 November.*Waiting for the network/);
    expect(screen.text()).toMatch(/Sunday 22 November.*This slot is closed\..*Swam a mile/);
    expect(screen.text()).toMatch(/Saturday 21 November.*your streak is 3.*The file is kept on this device/);
    expect(screen.hasAct('Dismiss')).toBe(true);
  });

  it('say so when it is the sign-in that they wait for', async () => {
    expect((await screenWith([anEntry('w')], true)).text()).toContain('Please sign out and in again');
  });

  it('are nothing once all is in', async () => {
    const screen = await screenWith([anEntry('d', { fate: RECEIVED })]);
    expect(screen.text()).toBe('');
  });
});
