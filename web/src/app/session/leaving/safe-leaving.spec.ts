import { TestBed } from '@angular/core/testing';
import { CallRefused } from '../../firebase';
import { FakeBoundary } from '../../../testing/fake-boundary';
import { aLiveSession } from '../../../testing/fake-room';
import { SafeLeaving } from './safe-leaving';

const OF_THREE = aLiveSession({ memberIds: ['ana', 'ben', 'cem'], names: { ana: 'Ana', ben: 'Ben', cem: 'Cem' } });

describe('leaving safely, until the server has it', () => {
  let boundary: FakeBoundary;
  const page = (): SafeLeaving => {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: boundary.providers() });
    return TestBed.inject(SafeLeaving);
  };
  const sent = () =>
    boundary.asked
      .filter(({ name }) => name === 'leaveSafely')
      .map(({ input }) => input as { commandId: string; memberIds: string[] });
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  const away = () => boundary.refuse('leaveSafely', new CallRefused('unavailable', 'No answer.'));
  const back = () => boundary.answers.set('leaveSafely', () => ({}));

  beforeEach(() => {
    localStorage.clear();
    boundary = new FakeBoundary();
  });

  it('is about the only other at once', async () => {
    const safety = page();
    safety.leave(aLiveSession(), 'ana');
    await settle();
    expect(sent()).toEqual([
      { sessionId: 'se1', commandId: expect.any(String), leftAt: expect.any(String), memberIds: ['ben'] },
    ]);
    expect(safety.from('se1')).toMatchObject({ named: ['ben'], state: 'sent' });
  });

  it('asks whom it was about when there are several, and adds it under the same id', async () => {
    const safety = page();
    safety.leave(OF_THREE, 'ana');
    await settle();
    expect(safety.from('se1')).toMatchObject({ named: null, state: 'sent' });
    safety.name('se1', ['cem']);
    await settle();
    expect(sent().map(({ memberIds }) => memberIds)).toEqual([[], ['cem']]);
    expect(new Set(sent().map(({ commandId }) => commandId)).size).toBe(1);
  });

  it('sends once more whom it was about when that was said while it was on its way', async () => {
    const safety = page();
    safety.leave(OF_THREE, 'ana');
    safety.name('se1', ['ben', 'cem']);
    await settle();
    expect(sent().at(-1)?.memberIds).toEqual(['ben', 'cem']);
    expect(safety.from('se1')?.state).toBe('sent');
  });

  it('needs no second call when it was about nobody in particular', async () => {
    const safety = page();
    safety.leave(OF_THREE, 'ana');
    await settle();
    safety.name('se1', []);
    await settle();
    expect(sent()).toHaveLength(1);
    expect(safety.from('se1')).toMatchObject({ named: [], state: 'sent' });
  });

  it('waits on the device without a network, and is sent when it is back', async () => {
    away();
    const safety = page();
    safety.leave(aLiveSession(), 'ana');
    await settle();
    expect(safety.from('se1')?.state).toBe('waiting');
    back();
    dispatchEvent(new Event('online'));
    await settle();
    expect(safety.from('se1')?.state).toBe('sent');
    expect(new Set(sent().map(({ commandId }) => commandId)).size).toBe(1);
  });

  it('is sent by the next page when this one was closed', async () => {
    away();
    page().leave(aLiveSession(), 'ana');
    await settle();
    back();
    const later = page();
    await settle();
    expect(later.from('se1')).toMatchObject({ named: ['ben'], state: 'sent' });
  });

  it('is not asked again when the answer would be the same', async () => {
    boundary.refuse('leaveSafely', new CallRefused('not-found', 'There is no such session of yours.'));
    const safety = page();
    safety.leave(aLiveSession(), 'ana');
    await settle();
    dispatchEvent(new Event('online'));
    await settle();
    expect(sent()).toHaveLength(1);
    expect(safety.from('se1')?.state).toBe('refused');
  });

  it('is nobody else’s at this device, and of no other session', async () => {
    const safety = page();
    safety.leave(aLiveSession(), 'dana');
    await settle();
    expect(safety.from('se1')).toBeNull();
    expect(sent()).toEqual([]);
    safety.leave(aLiveSession({ id: 'se2' }), 'ana');
    expect(safety.from('se1')).toBeNull();
    expect(safety.from('se2')).not.toBeNull();
  });

  it('forgets what it cannot read', () => {
    localStorage.setItem('podmates.draft.left-safely', '{"old":true}');
    expect(page().from('se1')).toBeNull();
  });
});
