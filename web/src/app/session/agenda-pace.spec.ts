import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { type AgendaItem } from '@podmates/domain';
import { PACE } from '@podmates/domain/sessions';
import { anItem } from '../../testing/fake-room';
import { type AgendaChanges } from '../firebase';
import { AgendaPace } from './agenda-pace';
import { Room } from './room';

describe('the pace of an item', () => {
  const items = signal<AgendaItem[]>([]);
  let written: AgendaChanges[];
  let pace: AgendaPace;
  const send = (changes: AgendaChanges) =>
    pace.send('warm', changes, async (all) => {
      written.push(all);
    });
  const hears = (rev: number, editedBy = 'ana') => {
    items.set([anItem({ rev, editedBy })]);
    TestBed.tick();
  };

  beforeEach(() => {
    jest.useFakeTimers();
    written = [];
    items.set([]);
    TestBed.configureTestingModule({
      providers: [AgendaPace, { provide: Room, useValue: { allItems: items, selfId: () => 'ana' } }],
    });
    pace = TestBed.inject(AgendaPace);
  });
  afterEach(() => jest.useRealTimers());

  it('lets a change go at once as long as there are few', () => {
    hears(PACE.free - 1);
    void send({ isDone: true });
    expect(written).toEqual([{ isDone: true }]);
  });

  it('sends what came together at the next turn, the newest of each field, and tells all when it is there', async () => {
    hears(PACE.free);
    const outcomes = [send({ title: 'a' }), send({ minutes: 3 }), send({ title: 'b' })];
    expect(written).toEqual([]);
    await jest.advanceTimersByTimeAsync(PACE.gapMs + 2 * PACE.turnMs);
    await Promise.all(outcomes);
    expect(written).toEqual([{ title: 'b', minutes: 3 }]);
  });

  it('waits anew when somebody else had the turn', async () => {
    hears(PACE.free);
    void send({ isDone: true });
    await jest.advanceTimersByTimeAsync(PACE.gapMs - 10);
    hears(PACE.free + 1, 'ben');
    await jest.advanceTimersByTimeAsync(20);
    expect(written).toEqual([]);
    await jest.advanceTimersByTimeAsync(PACE.gapMs + 2 * PACE.turnMs);
    expect(written).toEqual([{ isDone: true }]);
  });

  it('tells of a refusal, and begins anew after it', async () => {
    hears(PACE.free);
    const refused = expect(pace.send('warm', {}, () => Promise.reject(new Error('refused')))).rejects.toThrow(
      'refused',
    );
    await jest.advanceTimersByTimeAsync(PACE.gapMs + 2 * PACE.turnMs);
    await refused;
    await send({ isDone: true });
    expect(written).toEqual([{ isDone: true }]);
  });

  it('sends what waits when the page is left', async () => {
    hears(PACE.free);
    const outcome = send({ isDone: true });
    TestBed.resetTestingModule();
    await outcome;
    expect(written).toEqual([{ isDone: true }]);
  });
});
