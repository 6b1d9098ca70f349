import { TestBed } from '@angular/core/testing';
import { type Device } from '../../testing/outbox-device';
import { OutboxSimulation } from '../../testing/outbox-simulation';
import { type OutboxEntry } from './outbox-entry';

const SEQUENCES = Number(process.env['PODMATES_SEQUENCES'] ?? 2_000);
const FIRST_SEED = Number(process.env['PODMATES_SEED'] ?? 1);

/** What is wrong once everything has come in; each a sentence. */
async function brokenIn(sim: OutboxSimulation): Promise<string[]> {
  const broken: string[] = [];
  const kept = new Map<Device, OutboxEntry[]>();
  for (const device of sim.devices) kept.set(device, await sim.entriesOf(device));
  const { server } = sim.world;
  for (const one of sim.promised) {
    const entry = kept.get(one.device)?.find(({ clientMutationId }) => clientMutationId === one.id);
    const taken = server.taken.get(one.id);
    if (!entry) {
      if (!taken && !sim.dismissed.has(one.id)) broken.push(`"${one.win}" is nowhere`);
      continue;
    }
    if (entry.fate.kind === 'waiting') broken.push(`"${one.win}" still waits`);
    if ((entry.fate.kind === 'received') !== (taken !== undefined))
      broken.push(`"${one.win}" is said to be ${entry.fate.kind}, and that is not so`);
    if (taken && taken.input.win !== one.win) broken.push(`"${one.win}" came as "${taken.input.win}"`);
    broken.push(...brokenFile(sim, entry, one.bytes));
  }
  for (const { as, owner, what } of server.seen) if (as !== owner) broken.push(`${what} of ${owner} was sent as ${as}`);
  for (const slot of server.slots.values()) {
    const isPlain = [...server.taken.values()].every(
      ({ input }) => input.slotId !== slot.id || input.status !== 'rest',
    );
    const best = server.bestFor(slot);
    if (isPlain && best !== null && slot.state !== best) broken.push(`${slot.id} is ${slot.state} instead of ${best}`);
  }
  for (const [device, entries] of kept) broken.push(...brokenOn(sim, device, entries));
  return broken;
}

function brokenFile(sim: OutboxSimulation, { file, fate }: OutboxEntry, bytes: readonly number[] | null): string[] {
  if (bytes === null) return file.kind === 'none' ? [] : ['a file that nobody chose'];
  if (file.kind === 'attached') {
    const stored = sim.world.server.stored.get(file.proof.path);
    const isWhole = stored !== undefined && [...new Uint8Array(stored)].join() === bytes.join();
    return isWhole ? [] : ['a file came in other than it was chosen'];
  }
  if (file.kind === 'none' && fate.kind !== 'refused') return ['a file without a fate'];
  return file.kind === 'waiting' ? ['a file still waits'] : [];
}

/** Tabs show what the disk has; without another device the server ends with what was said last on this one. */
function brokenOn(sim: OutboxSimulation, device: Device, entries: readonly OutboxEntry[]): string[] {
  const broken: string[] = [];
  const own = entries.filter(({ memberId }) => memberId === device.person?.id);
  const ids = (list: readonly OutboxEntry[]): string =>
    list
      .map((entry) => `${entry.place} ${entry.fate.kind}`)
      .sort()
      .join();
  for (const tab of device.tabs)
    if (ids(tab.outbox.entries()) !== ids(own)) broken.push(`a tab shows ${ids(tab.outbox.entries())} of ${ids(own)}`);
  for (const slotId of new Set(own.map((entry) => entry.slotId))) {
    if (sim.promised.some((one) => one.slotId === slotId && one.device !== device)) continue;
    const inTurn = own
      .filter((entry) => entry.slotId === slotId && entry.fate.kind === 'received')
      .sort((a, b) => a.place - b.place);
    const [last, checkIn] = [inTurn.at(-1), sim.world.server.checkIns.get(slotId)];
    if (!last || !checkIn) continue;
    if (checkIn.win !== last.input.win) broken.push(`${slotId} ends with "${checkIn.win}", not "${last.input.win}"`);
    const from = inTurn.findLastIndex(({ keepsFile }) => !keepsFile);
    const file = inTurn.slice(Math.max(0, from)).findLast((entry) => entry.file.kind === 'attached')?.file;
    const path = checkIn.proof.kind === 'file' ? checkIn.proof.path : null;
    if (file?.kind === 'attached' && path !== file.proof.path) broken.push(`${slotId} has lost its file`);
  }
  return broken;
}

describe('check-ins from two devices, with several tabs, a bad network and tokens that run out', () => {
  beforeEach(() => {
    const others = [
      'Date',
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'setTimeout',
    ] as const;
    const more = ['clearImmediate', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame'] as const;
    jest.useFakeTimers({ doNotFake: [...others, ...more] });
  });
  afterEach(() => jest.useRealTimers());

  it(`all come in, each with its fate, in ${SEQUENCES} random sequences`, async () => {
    const fates = { received: 0, refused: 0, attached: 0, replaced: 0 };
    for (let seed = FIRST_SEED; seed < FIRST_SEED + SEQUENCES; seed++) {
      const sim = new OutboxSimulation(seed);
      await sim.run(30);
      await sim.recover();
      const broken = await brokenIn(sim);
      if (broken.length > 0) throw new Error(`PODMATES_SEED=${seed}: ${broken.slice(0, 5).join('; ')}`);
      for (const device of sim.devices)
        for (const { fate, file } of await sim.entriesOf(device)) {
          if (fate.kind !== 'waiting') fates[fate.kind] += 1;
          if (file.kind === 'attached' || file.kind === 'replaced') fates[file.kind] += 1;
        }
      sim.close();
      TestBed.resetTestingModule();
    }
    expect(Object.values(fates).every((times) => times > SEQUENCES / 100)).toBe(true);
  }, 600_000);
});
