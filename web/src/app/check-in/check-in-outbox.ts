import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { type CheckInInput, type LocalDay } from '@podmates/domain';
import { lastValueFrom, tap } from 'rxjs';
import { Callables, CallRefused, Identity, ProofFiles } from '../firebase';
import { Clock } from '../time/clock';
import { type FileFate, isUnsent, mayBeForgotten, type OutboxEntry } from './outbox-entry';
import { OutboxStore } from './outbox-store';

const AGAIN_AFTER_MS = 5_000; // the first try after "online" often comes before the network does
/** One tab sends at a time. Two would do no harm, as the server knows each entry by its id. */
const LOCK = 'podmates-check-ins';
/** No answer, or not signed in any more: the entry waits. Everything else is the server's decision. */
const WAITS_ON: readonly string[] = ['unavailable', 'unauthenticated', 'resource-exhausted'];

/** Check-ins on their way: kept on the device first, then sent, each with its fate. */
@Injectable({ providedIn: 'root' })
export class CheckInOutbox {
  private readonly store = inject(OutboxStore);
  private readonly callables = inject(Callables);
  private readonly identity = inject(Identity);
  private readonly files = inject(ProofFiles);
  private readonly clock = inject(Clock);

  private readonly all = signal<readonly OutboxEntry[]>([]);
  /** Those of the member who is signed in, newest first. */
  readonly entries = computed(() =>
    this.all()
      .filter((entry) => entry.memberId === this.identity.memberId())
      .sort((a, b) => (a.input.capturedAt < b.input.capturedAt ? 1 : -1)),
  );
  readonly unsent = computed(() => this.entries().filter(isUnsent));
  readonly isDurable = signal(true);
  /** Slot whose file is being uploaded, and how far it is from 0 to 1. */
  readonly upload = signal<{ slotId: string; share: number } | null>(null);

  constructor() {
    void this.store.isDurable().then((isDurable) => this.isDurable.set(isDurable));
    effect(() => {
      if (this.identity.memberId()) untracked(() => void this.loadAndSend());
    });
    effect((onCleanup) => {
      if (this.unsent().length === 0) return;
      const again = setInterval(() => void this.sendWaiting(), AGAIN_AFTER_MS);
      onCleanup(() => clearInterval(again));
    });
    addEventListener('online', () => void this.sendWaiting()); // lives as long as the app
  }

  readonly newestFor = (slotId: string): OutboxEntry | null =>
    this.entries().find((entry) => entry.slotId === slotId) ?? null;

  /** Resolves once the check-in is kept on this device; sending goes on by itself. */
  async add(p: { input: CheckInInput; day: LocalDay; file: File | null }): Promise<void> {
    const memberId = this.identity.memberId();
    if (!memberId) throw new CallRefused('unauthenticated', 'Please sign in again; your words are kept.');
    const { clientMutationId, slotId } = p.input;
    const file: FileFate = p.file
      ? { kind: 'waiting', file: p.file, clientMutationId: crypto.randomUUID() }
      : { kind: 'none' };
    await this.keep({
      clientMutationId,
      memberId,
      slotId,
      day: p.day,
      input: p.input,
      fate: { kind: 'waiting' },
      file,
    });
    void this.sendWaiting();
  }

  /** For a refused entry that the member has read. */
  async dismiss(entry: OutboxEntry): Promise<void> {
    await this.store.remove(entry.clientMutationId);
    this.all.update((all) => all.filter((other) => other.clientMutationId !== entry.clientMutationId));
  }

  async sendWaiting(): Promise<void> {
    if (!navigator.onLine) return;
    await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
      if (lock) await this.sendInOrder();
    });
  }

  private async sendInOrder(): Promise<void> {
    const oldestFirst = this.unsent().toReversed();
    for (const entry of oldestFirst) {
      const isAnswered = await this.send(entry);
      if (!isAnswered) return; // the network is away; the rest would only wait as well
    }
    if (this.unsent().some((entry) => !oldestFirst.includes(entry))) await this.sendInOrder();
  }

  /** False when no answer came. */
  private async send(entry: OutboxEntry): Promise<boolean> {
    try {
      const received = entry.fate.kind === 'waiting' ? await this.sendWords(entry) : entry;
      if (received.file.kind === 'waiting') await this.sendFile(received);
      return true;
    } catch (problem) {
      if (problem instanceof CallRefused && !WAITS_ON.includes(problem.code)) {
        await this.refuse(entry, problem.message);
        return true;
      }
      return false;
    }
  }

  private async sendWords(entry: OutboxEntry): Promise<OutboxEntry> {
    const { receivedAt, isLate, streak } = await this.callables.call('checkIn', entry.input);
    const received: OutboxEntry = { ...entry, fate: { kind: 'received', receivedAt, isLate, streak } };
    await this.keep(received);
    return received;
  }

  private async sendFile(entry: OutboxEntry): Promise<void> {
    if (entry.file.kind !== 'waiting') return;
    const { file, clientMutationId } = entry.file;
    const path = await this.uploaded(entry, file);
    const proof = { kind: 'file', path, contentType: file.type, bytes: file.size } as const;
    await this.callables.call('checkIn', { ...entry.input, clientMutationId, proof });
    await this.keep({ ...entry, file: { kind: 'attached' } });
  }

  private async uploaded(entry: OutboxEntry, file: File): Promise<string> {
    let path = '';
    this.upload.set({ slotId: entry.slotId, share: 0 });
    try {
      await lastValueFrom(
        this.files.upload(entry.memberId, entry.slotId, file).pipe(
          tap((news) => {
            if (news.kind === 'stored') path = news.path;
            else this.upload.set({ slotId: entry.slotId, share: news.share });
          }),
        ),
      );
      return path;
    } catch {
      if (!navigator.onLine) throw new CallRefused('unavailable', 'The network is away.');
      throw new CallRefused('invalid-argument', 'The file was not taken. Photos and text files up to 10 MB fit.');
    } finally {
      this.upload.set(null);
    }
  }

  private async refuse(entry: OutboxEntry, message: string): Promise<void> {
    const latest = this.all().find(({ clientMutationId }) => clientMutationId === entry.clientMutationId) ?? entry;
    const areWordsIn = latest.fate.kind === 'received';
    await this.keep({ ...latest, ...(areWordsIn ? { file: refusal(message) } : { fate: refusal(message) }) });
  }

  private async keep(entry: OutboxEntry): Promise<void> {
    await this.store.put(entry);
    this.all.update((all) => [...all.filter((other) => other.clientMutationId !== entry.clientMutationId), entry]);
  }

  private async loadAndSend(): Promise<void> {
    const kept = await this.store.all();
    const now = this.clock.now();
    const [old, shown] = [kept.filter((e) => mayBeForgotten(e, now)), kept.filter((e) => !mayBeForgotten(e, now))];
    this.all.set(shown);
    for (const entry of old) await this.store.remove(entry.clientMutationId);
    await this.sendWaiting();
  }
}

const refusal = (message: string) => ({ kind: 'refused', message }) as const;
