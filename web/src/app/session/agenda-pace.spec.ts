import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { type AgendaItem } from '@podmates/domain';
import { PACE } from '@podmates/domain/sessions';
import { anItem } from '../../testing/fake-room';
import { AgendaPace } from './agenda-pace';
import { Room } from './room';

describe('the pace of an item', () => {
  const items = signal<AgendaItem[]>([]);
  let turns: number;
  let pace: AgendaPace;
  const ask = () => pace.turn('warm').then(() => (turns += 1));
  const hears = (rev: number, editedBy = 'ana') => {
    items.set([anItem({ rev, editedBy })]);
    TestBed.tick();
  };

  beforeEach(() => {
    jest.useFakeTimers();
    turns = 0;
    items.set([]);
    TestBed.configureTestingModule({
      providers: [AgendaPace, { provide: Room, useValue: { allItems: items, selfId: () => 'ana' } }],
    });
    pace = TestBed.inject(AgendaPace);
  });
  afterEach(() => jest.useRealTimers());

  it('lets a change go at once as long as there are few', async () => {
    hears(PACE.free - 1);
    await ask();
    expect(turns).toBe(1);
  });

  it('lets it wait for its turn when there are many', async () => {
    hears(PACE.free);
    const asked = ask();
    await jest.advanceTimersByTimeAsync(PACE.gapMs - 10);
    expect(turns).toBe(0);
    await jest.advanceTimersByTimeAsync(10 + 2 * PACE.turnMs);
    await asked;
    expect(turns).toBe(1);
  });

  it('lets it wait anew when somebody else had the turn', async () => {
    hears(PACE.free);
    void ask();
    await jest.advanceTimersByTimeAsync(PACE.gapMs - 10);
    hears(PACE.free + 1, 'ben');
    await jest.advanceTimersByTimeAsync(20);
    expect(turns).toBe(0);
    await jest.advanceTimersByTimeAsync(PACE.gapMs + 2 * PACE.turnMs);
    expect(turns).toBe(1);
  });

  it('lets what waits go when the page is left', async () => {
    hears(PACE.free);
    const asked = ask();
    TestBed.resetTestingModule();
    await asked;
    expect(turns).toBe(1);
  });
});
