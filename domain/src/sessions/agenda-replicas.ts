import { type AgendaItem } from '../documents';
import { sortAgenda } from './agenda';
import { type AgendaEdit, type AgendaWrite, afterWrite, fateOf, isTaken, withOwnEdits, writeFor } from './agenda-edits';
import { anItem } from './example-session';

interface Packet {
  readonly by: string;
  readonly edit: AgendaEdit;
  readonly write: AgendaWrite | null;
}

/** For tests: one server and the devices of a pod, with a network that drops, repeats and reorders between devices. */
export class AgendaReplicas {
  readonly server = new Map<string, AgendaItem>();
  readonly devices: Device[];
  /** How often each edit was taken. */
  readonly taken = new Map<string, number>();
  /** Titles over which somebody wrote who saw them, or against which somebody chose. */
  readonly chosenAgainst = new Set<string>();
  private readonly sent: Packet[] = [];

  constructor(people: readonly string[], items: readonly AgendaItem[]) {
    for (const item of items) this.server.set(item.id, item);
    this.devices = people.map((id) => new Device(id, [...items]));
  }

  /** The device sends what waits first for that item; the answer may get lost, and the write may come once more. */
  exchange(device: Device, itemId: string, isAnswerLost: boolean): void {
    const edit = device.waiting.find((other) => other.itemId === itemId);
    if (!edit || !device.isOnline) return;
    const packet = device.packetFor(edit);
    if (packet === null) return;
    this.sent.push(packet);
    const isIn = this.receive(packet);
    if (isAnswerLost) return;
    if (isIn) device.drop(edit.id);
    device.listen([...this.server.values()]);
  }

  /** Any write that was ever sent arrives again, as an SDK repeats what it had no answer to. */
  repeat(n: number): void {
    const packet = this.sent[n % Math.max(1, this.sent.length)];
    if (packet) this.receive(packet);
  }

  listen(device: Device): void {
    if (device.isOnline) device.listen([...this.server.values()]);
  }

  /** Everybody is back in the network; it goes on until nothing waits. */
  settle(): void {
    for (const device of this.devices) device.isOnline = true;
    for (let round = 0; round < 200 && this.devices.some(({ waiting }) => waiting.length > 0); round += 1)
      for (const device of this.devices) {
        this.listen(device);
        for (const { itemId } of [...device.waiting]) this.exchange(device, itemId, false);
      }
    for (const device of this.devices) this.listen(device);
  }

  private receive({ by, edit, write }: Packet): boolean {
    const { itemId, id, added } = edit;
    const item = this.server.get(itemId);
    if (added) {
      if (item) return false;
      this.server.set(itemId, { ...added, rev: 1, edits: { [by]: id } });
    } else {
      if (!item || !write || !isTaken(item, write)) return false;
      if (write.changes.title !== undefined) this.chosenAgainst.add(item.title);
      for (const settled of write.settles) this.chosenAgainst.add(item.alternatives[settled]?.text ?? '');
      this.server.set(itemId, afterWrite(item, write, by, item.editedAt));
    }
    this.taken.set(id, (this.taken.get(id) ?? 0) + 1);
    return true;
  }
}

/** What one browser knows and has not sent. */
export class Device {
  isOnline = true;
  waiting: AgendaEdit[] = [];
  /** Words that came back to their writer, who decides. */
  readonly givenBack: string[] = [];

  constructor(
    readonly id: string,
    private known: AgendaItem[],
  ) {}

  readonly agenda = () => withOwnEdits(this.known, this.waiting, this.id);

  listen(items: AgendaItem[]): void {
    this.known = sortAgenda(items);
  }

  drop(editId: string): void {
    this.waiting = this.waiting.filter(({ id }) => id !== editId);
  }

  /** Null when nothing is to be sent: the edit is done with, one way or another. */
  packetFor(edit: AgendaEdit): Packet | null {
    const latest = this.known.find(({ id }) => id === edit.itemId);
    const fate = fateOf(edit, latest, this.id);
    if (fate === 'send' || fate === 'keep-beside')
      return { by: this.id, edit, write: latest ? writeFor(edit, latest, this.id) : null };
    if (fate === 'give-back') this.givenBack.push(edit.changes.title ?? '');
    this.drop(edit.id);
    return null;
  }
}

export const threeItems = (): AgendaItem[] =>
  ['x', 'y', 'z'].map((id, n) => anItem({ id, title: `base ${id}`, orderKey: `a${n}` }));
