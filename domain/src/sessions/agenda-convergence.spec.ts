import fc from 'fast-check';
import { orderKeyBetween } from './agenda';
import { type AgendaChanges, alternativesOf } from './agenda-edits';
import { AgendaReplicas, type Device, threeItems } from './agenda-replicas';
import { anItem } from './example-session';

const PEOPLE = ['ana', 'ben', 'cem', 'dia'] as const;
const STEPS = [
  'title',
  'title',
  'tick',
  'move',
  'remove',
  'add',
  'choose',
  'drop',
  'return',
  'send',
  'lose',
  'repeat',
  'listen',
] as const;
const step = fc.record({ act: fc.constantFrom(...STEPS), who: fc.nat(3), which: fc.nat(9), n: fc.nat(50) });
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** One life of an agenda: whoever acts sees what their device knows, and edits that. */
class Life {
  readonly world = new AgendaReplicas(PEOPLE, threeItems());
  readonly typed: string[] = [];
  private made = 0;

  take({ act, who, which, n }: Step): void {
    const device = this.world.devices[who]!;
    const rows = device.agenda();
    const item = rows[which % rows.length]!;
    if (act === 'drop' || act === 'return') device.isOnline = act === 'return';
    else if (act === 'listen') this.world.listen(device);
    else if (act === 'repeat') this.world.repeat(n);
    else if (act === 'send' || act === 'lose') this.world.exchange(device, item.id, act === 'lose');
    else if (act === 'title') this.put(device, item.id, { title: this.words(device) }, item.title);
    else if (act === 'tick') this.put(device, item.id, { isDone: !item.isDone });
    else if (act === 'remove') this.put(device, item.id, { isRemoved: !item.isRemoved });
    else if (act === 'move') this.put(device, item.id, { orderKey: this.place(device, n) });
    else if (act === 'add') this.add(device);
    else this.choose(device, item.id, n);
  }

  private choose(device: Device, itemId: string, n: number): void {
    const item = device.agenda().find(({ id }) => id === itemId)!;
    const [first] = alternativesOf(item);
    if (!first) return;
    const changes = n % 2 === 0 ? {} : { title: first.text };
    this.put(device, itemId, changes, item.title, [first.id]);
  }

  private add(device: Device): void {
    const id = `n${(this.made += 1)}`;
    const title = this.words(device);
    const added = anItem({ id, title, orderKey: orderKeyBetween(null, device.agenda()[0]?.orderKey ?? null) });
    device.waiting.push({ id: `e${id}`, itemId: id, changes: {}, titleWas: title, settles: [], added });
  }

  private put(device: Device, itemId: string, changes: AgendaChanges, titleWas = '', settles: string[] = []): void {
    this.made += 1;
    device.waiting.push({ id: `e${this.made}`, itemId, changes, titleWas, settles });
  }

  private words(device: Device): string {
    const words = `${device.id} ${this.typed.length}`;
    this.typed.push(words);
    return words;
  }

  private place(device: Device, n: number): string {
    const rows = device.agenda();
    const at = n % (rows.length + 1);
    return orderKeyBetween(rows[at - 1]?.orderKey ?? null, rows[at]?.orderKey ?? null);
  }
}

describe('four devices that edit one agenda, with a network that drops, loses answers and repeats', () => {
  const lives = fc.array(step, { minLength: 20, maxLength: 120 });
  const settled = (steps: Step[]): Life => {
    const life = new Life();
    for (const next of steps) life.take(next);
    life.world.settle();
    return life;
  };

  it('agree in the end, and nothing waits', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        const { world } = settled(steps);
        const [first, ...others] = world.devices.map((device) => device.agenda());
        for (const other of others) expect(other).toEqual(first);
        expect(world.devices.flatMap(({ waiting }) => waiting)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('take no edit twice', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        expect(Math.max(0, ...settled(steps).world.taken.values())).toBeLessThanOrEqual(1);
      }),
      { numRuns: 400 },
    );
  });

  it('lose no typed word but by the choice of somebody who saw it', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        const { world, typed } = settled(steps);
        const agenda = [...world.server.values()];
        const kept = new Set([
          ...agenda.flatMap((item) => [item.title, ...alternativesOf(item).map(({ text }) => text)]),
          ...world.devices.flatMap(({ givenBack }) => givenBack),
          ...world.chosenAgainst,
        ]);
        expect(typed.filter((words) => !kept.has(words))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('bring somebody who was away back with their own edits, beside those of the others', () => {
    const life = new Life();
    const [ana, ben] = life.world.devices;
    ben!.isOnline = false;
    life.take({ act: 'title', who: 1, which: 0, n: 0 });
    life.take({ act: 'tick', who: 1, which: 1, n: 0 });
    life.take({ act: 'move', who: 1, which: 2, n: 0 });
    life.take({ act: 'title', who: 0, which: 0, n: 0 });
    life.world.exchange(ana!, 'x', false);
    life.world.settle();
    const items = ana!.agenda();
    const byId = (id: string) => items.find((item) => item.id === id);
    expect(byId('x')).toMatchObject({ title: 'ana 1', worded: { by: 'ana', was: 'base x' } });
    expect(alternativesOf(byId('x')!)).toMatchObject([{ by: 'ben', text: 'ben 0' }]);
    expect(byId('y')?.isDone).toBe(true);
    expect(items[0]?.id).toBe('z');
  });
});
