import { TestBed } from '@angular/core/testing';
import { type CheckInInput, type Slot } from '@podmates/domain';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type OutboxEntry } from '../app/check-in/outbox-entry';
import { aSlot, NOW } from './examples';
import { Device, type Tab, type World } from './outbox-device';
import { OutboxServer } from './outbox-server';

const HOUR = 3_600_000;
const AGAIN_MS = 5_000;

/** What a member was promised: it is kept. */
export interface Promised {
  readonly id: string;
  readonly device: Device;
  readonly memberId: string;
  readonly slotId: string;
  readonly win: string;
  readonly bytes: readonly number[] | null;
}

/** Numbers in [0, 1) from a seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Two slots of each, with short days, so that a sequence sees them due, in grace and closed. */
const slotsOf = (memberId: string): Slot[] =>
  [0, 1].map((seq) => {
    const after = (hours: number): Date => new Date(NOW.getTime() + (seq * 2 + hours) * HOUR);
    return aSlot({ id: `${memberId}_${seq}`, memberId, seq, dueAt: after(3), graceEndsAt: after(7) });
  });

/** One random sequence: two devices, several tabs, two members, a bad network and tokens that run out. */
export class OutboxSimulation {
  readonly world: World = { server: new OutboxServer([...slotsOf('ana'), ...slotsOf('ben')]), pending: [], now: NOW };
  /** The first is shared by Ana and Ben, the second is Ana's alone. */
  readonly devices = [new Device(this.world), new Device(this.world)] as const;
  readonly promised: Promised[] = [];
  readonly dismissed = new Set<string>();
  private readonly random: () => number;
  private words = 0;

  constructor(seed: number) {
    this.random = numbersFrom(seed);
    for (const device of this.devices) {
      device.signIn('ana');
      device.open();
    }
  }

  async run(steps: number): Promise<void> {
    for (let n = 0; n < steps; n++) {
      await this.step();
      await this.settle(1 + this.below(10));
    }
  }

  /** Everything is well again: both come back, in either order, and every member of a device looks in. */
  async recover(): Promise<void> {
    const inOrder = this.random() < 0.5 ? this.devices : [...this.devices].reverse();
    for (const device of inOrder) {
      device.isOnline = true;
      for (const id of device === this.devices[0] ? ['ben', 'ana'] : ['ana']) {
        if (device.person?.id !== id || device.token !== 'good') device.signIn(id);
        if (device.tabs.length === 0) device.open();
        await this.untilQuiet(device);
      }
    }
    await this.untilQuiet(this.devices[0]);
  }

  entriesOf(device: Device): Promise<OutboxEntry[]> {
    return device.tabs[0]!.store.all();
  }

  async settle(turns = 30): Promise<void> {
    for (let n = 0; n < turns; n++) {
      TestBed.tick();
      await nextTurn();
    }
  }

  close(): void {
    for (const device of this.devices) for (const tab of [...device.tabs]) device.close(tab);
  }

  private async untilQuiet(device: Device): Promise<void> {
    for (let n = 0; n < 60; n++) {
      await this.settle();
      const isQuiet = device.tabs[0]!.outbox.unsent().length === 0;
      if (isQuiet && this.world.pending.length === 0) return;
      while (this.world.pending.length > 0) (await this.world.pending.shift()!.run())();
      this.pass(n % 4 === 3 ? 60_000 : AGAIN_MS);
    }
  }

  private pass(ms: number): void {
    this.world.now = new Date(this.world.now.getTime() + ms);
    this.world.server.closeSlots(this.world.now);
    jest.advanceTimersByTime(AGAIN_MS);
  }

  private async step(): Promise<void> {
    const device = this.devices[this.below(2)]!;
    const tab = device.tabs[this.below(device.tabs.length)];
    const dice = this.below(100);
    if (dice < 40) return this.deliver();
    if (dice < 62) return tab && this.checkIn(device, tab);
    if (dice < 68) return void (device.isOnline = !device.isOnline);
    if (dice < 74) return this.pass(AGAIN_MS);
    if (dice < 79) return this.pass((1 + this.below(4)) * HOUR);
    if (dice < 84) return void (device.tabs.length < 3 && device.open());
    if (dice < 88) return void (tab && device.close(tab));
    if (dice < 92) return void (device.token = this.random() < 0.7 ? 'expired' : 'revoked');
    if (dice < 95) return this.changePerson(device, tab);
    if (dice < 97) return void (device.skewMs = (this.below(5) - 2) * 120_000);
    return tab && this.dismiss(tab);
  }

  private async checkIn(device: Device, tab: Tab): Promise<void> {
    const { person } = device;
    if (!person) return;
    const slotId = `${person.id}_${this.below(2)}`;
    const [id, win] = [crypto.randomUUID(), `words ${++this.words}`];
    const input: CheckInInput = {
      slotId,
      clientMutationId: id,
      status: this.random() < 0.1 ? 'rest' : 'done',
      rpe: 5,
      win,
      tweak: '',
      proof: { kind: 'none' },
      visibility: 'me',
      capturedAt: new Date(this.world.now.getTime() + device.skewMs).toISOString(),
      clientSkewMs: this.random() < 0.8 ? device.skewMs : null,
    };
    const bytes = this.random() < 0.3 ? [this.below(256), this.words % 256, this.below(256)] : null;
    const keepsFile = bytes === null && this.random() < 0.6;
    await tab.outbox.add({ input, day: '2026-11-24', file: bytes && aFile(bytes), keepsFile });
    this.promised.push({ id, device, memberId: person.id, slotId, win, bytes });
  }

  /** One request arrives, or does not; sometimes a second time, much later. */
  private async deliver(): Promise<void> {
    const { pending } = this.world;
    const [message] = pending.splice(this.below(pending.length), 1);
    if (!message) return;
    const dice = this.random();
    if (dice < 0.15) return message.lose();
    const answer = await message.run();
    if (dice < 0.3)
      pending.push({ ...message, lose: () => undefined, run: () => message.run().then(() => () => undefined) });
    if (dice > 0.85 || !message.device.isOnline) return message.lose();
    answer();
  }

  private async changePerson(device: Device, tab: Tab | undefined): Promise<void> {
    if (device.person && tab) await tab.store.removeDelivered(device.person.id);
    const next = device === this.devices[0] ? [null, 'ana', 'ben'] : [null, 'ana'];
    device.signIn(next[this.below(next.length)] ?? null);
  }

  private async dismiss(tab: Tab): Promise<void> {
    const entry = tab.outbox.entries().find(({ fate }) => fate.kind === 'refused');
    if (!entry) return;
    await tab.outbox.dismiss(entry);
    this.dismissed.add(entry.clientMutationId);
  }

  private below(n: number): number {
    return Math.floor(this.random() * n);
  }
}

const aFile = (bytes: readonly number[]): File =>
  ({
    name: 'me.png',
    type: 'image/png',
    size: bytes.length,
    arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer),
  }) as unknown as File;
