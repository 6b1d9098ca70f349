import { computed, DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { type CallableOutput, type CheckInInput, LIMITS, type LocalDay } from '@podmates/domain';
import { lastValueFrom, Subject, takeUntil, tap } from 'rxjs';
import { Callables, CallRefused, Identity, ProofFiles } from '../firebase';
import { Clock } from '../time/clock';
import { isUnsent, mayBeForgotten, type OutboxEntry, type WaitingFile } from './outbox-entry';
import { added, answered, nextCall, nextUpload, type OutboxCall, refused, uploadedTo } from './outbox-rules';
import { OutboxStore } from './outbox-store';
import { Tabs } from './tabs';

const AGAIN_AFTER_MS = 5_000; // the first try after "online" often comes before the network does
const MOST_BETWEEN_UPLOADS_MS = 5 * 60_000; // each begins at the first byte again, and may be paid for by the megabyte
/** No answer, or not signed in any more: the entry waits. Everything else is the server's decision. */
const WAITS_ON: readonly string[] = ['unavailable', 'unauthenticated', 'resource-exhausted'];

/** What a member hands in: `keepsFile` where the file of an earlier entry, still on its way, stays with it. */
export interface NewCheckIn {
  readonly input: CheckInInput;
  readonly day: LocalDay;
  readonly file: File | null;
  readonly keepsFile: boolean;
}

/** Check-ins on their way: kept on the device first, then sent, each with its fate. */
@Injectable({ providedIn: 'root' })
export class CheckInOutbox {
  private readonly store = inject(OutboxStore);
  private readonly tabs = inject(Tabs);
  private readonly callables = inject(Callables);
  private readonly identity = inject(Identity);
  private readonly files = inject(ProofFiles);
  private readonly clock = inject(Clock);

  private readonly all = signal<readonly OutboxEntry[]>([]);
  /** Those of the member who is signed in, newest first. */
  readonly entries = computed(() =>
    this.all()
      .filter((entry) => entry.memberId === this.identity.memberId())
      .sort((a, b) => b.place - a.place),
  );
  readonly unsent = computed(() => this.entries().filter(isUnsent));
  readonly isDurable = signal(true);
  /** The server knows this sign-in no longer; what waits goes on once the member has signed in again. */
  readonly waitsForSignIn = signal(false);
  /** Slot whose file is being uploaded, and how far it is from 0 to 1. */
  readonly upload = signal<{ slotId: string; share: number } | null>(null);
  private readonly memberChanged = new Subject<void>();
  private failedUploads = 0;
  private uploadsAgainAt = 0;

  constructor() {
    void this.store.isDurable().then((isDurable) => this.isDurable.set(isDurable));
    this.tabs.heard(() => void this.lookAgain());
    effect(() => {
      const memberId = this.identity.memberId();
      untracked(() => {
        this.memberChanged.next();
        this.waitsForSignIn.set(false);
        if (memberId) void this.loadAndSend();
      });
    });
    effect((onCleanup) => {
      if (this.unsent().length === 0) return;
      const again = setInterval(() => void this.sendWaiting(), AGAIN_AFTER_MS);
      onCleanup(() => clearInterval(again));
    });
    const sendNow = (): void => {
      this.uploadsAgainAt = 0;
      void this.sendWaiting();
    };
    addEventListener('online', sendNow);
    inject(DestroyRef).onDestroy(() => {
      removeEventListener('online', sendNow);
      this.memberChanged.next();
    });
  }

  readonly newestFor = (slotId: string): OutboxEntry | null =>
    this.entries().find((entry) => entry.slotId === slotId) ?? null;

  /** Resolves once the check-in and its file are kept on this device; sending goes on by itself. Throws `CallRefused`. */
  async add({ input, day, file: chosen, keepsFile }: NewCheckIn): Promise<void> {
    const memberId = this.identity.memberId();
    if (!memberId) throw new CallRefused('unauthenticated', 'Please sign in again; your words are kept.');
    const { clientMutationId, slotId } = input;
    // The bytes rather than the file: what the member changes or moves on their disk stays as it was chosen.
    const content = chosen && { id: crypto.randomUUID(), bytes: await chosen.arrayBuffer() };
    if (content && content.bytes.byteLength > LIMITS.proofBytes)
      throw new CallRefused('invalid-argument', 'The file is larger than 10 MB.');
    const file =
      chosen && content
        ? ({ ...aFile(chosen, content.bytes.byteLength), clientMutationId: content.id } as const)
        : ({ kind: 'none' } as const);
    const entry = { clientMutationId, memberId, slotId, day, input, keepsFile, fate: WAITING, file };
    await this.store.change((kept) => ({ put: added(kept, entry), ...(content && { content }) }));
    await this.refresh();
    void this.sendWaiting();
  }

  /** For a refused entry that the member has read. */
  async dismiss(entry: OutboxEntry): Promise<void> {
    await this.store.change(() => ({ remove: [entry.clientMutationId] }));
    await this.refresh();
  }

  /** One tab calls at a time, and one uploads: two would do no harm, as the server knows each entry by its id. */
  async sendWaiting(): Promise<void> {
    if (!navigator.onLine) return;
    try {
      await this.tabs.alone('calls', () => this.sendCalls());
      await this.tabs.alone('uploads', () => this.sendFiles());
    } catch {
      return; // the disk gave no answer; what waits is looked at again like any other
    }
  }

  private async sendCalls(): Promise<void> {
    for (;;) {
      const [who, kept] = [this.identity.user(), await this.refresh()];
      const call = who ? nextCall(kept, who.id) : null;
      if (!call || !(await this.made(call, who))) return; // without an answer the rest would only wait as well
    }
  }

  /** False when the call is to be made again: no answer came, or somebody else has signed in meanwhile. */
  private async made(call: OutboxCall, who: unknown): Promise<boolean> {
    try {
      const answer = await this.ask(call.input, who);
      await this.store.change((kept) => answered(kept, call, answer));
    } catch (problem) {
      // What another account is refused says nothing of this entry.
      if (!isDecision(problem) || this.identity.user() !== who) return false;
      await this.store.change((kept) => refused(kept, call, problem.message));
    }
    this.waitsForSignIn.set(false);
    return true;
  }

  /** A token may have run out or been revoked since; with a new one the same is asked once more. */
  private async ask(input: CheckInInput, who: unknown): Promise<CallableOutput<'checkIn'>> {
    const askAs = (): Promise<CallableOutput<'checkIn'>> => {
      if (this.identity.user() !== who) throw new CallRefused('unavailable', 'Somebody else has signed in.');
      return this.callables.call('checkIn', input);
    };
    const isOutdated = (problem: unknown): boolean =>
      problem instanceof CallRefused && problem.code === 'unauthenticated' && this.identity.user() === who;
    try {
      return await askAs();
    } catch (problem) {
      if (!isOutdated(problem)) throw problem;
    }
    try {
      await this.identity.renew();
      return await askAs();
    } catch (problem) {
      if (isOutdated(problem)) this.waitsForSignIn.set(true);
      throw problem;
    }
  }

  private async sendFiles(): Promise<void> {
    for (;;) {
      const [who, kept] = [this.identity.user(), await this.refresh()];
      const next = who ? nextUpload(kept, who.id) : null;
      if (!next || this.clock.now().getTime() < this.uploadsAgainAt) return;
      if (!(await this.uploaded(next, who))) return;
      await this.tabs.alone('calls', () => this.sendCalls());
    }
  }

  private async uploaded(next: { entry: OutboxEntry; file: WaitingFile }, who: unknown): Promise<boolean> {
    const { entry, file } = next;
    try {
      const path = await this.uploadedPath(entry, file, who);
      if (this.identity.user() !== who) return false;
      await this.store.change((kept) => uploadedTo(kept, file, path));
      this.failedUploads = 0;
    } catch (problem) {
      if (this.identity.user() !== who) return false;
      if (!isDecision(problem)) {
        const pause = AGAIN_AFTER_MS * 2 ** this.failedUploads++;
        this.uploadsAgainAt = this.clock.now().getTime() + Math.min(pause, MOST_BETWEEN_UPLOADS_MS);
        return false;
      }
      await this.store.change((kept) => refused(kept, { about: 'file', entry }, problem.message));
    }
    return true;
  }

  /** Begins at the first byte, also after a reload: what the store had of it before is no use to a new page. */
  private async uploadedPath(entry: OutboxEntry, file: WaitingFile, who: unknown): Promise<string> {
    const { memberId, slotId } = entry;
    const content = await this.store.content(file.clientMutationId);
    if (!content) throw new CallRefused('not-found', 'The file is no longer on this device. You can choose it again.');
    if (this.identity.user() !== who) throw new CallRefused('unavailable', 'Somebody else has signed in.');
    const blob = new Blob([content], { type: file.contentType });
    let path = '';
    this.upload.set({ slotId, share: 0 });
    try {
      await lastValueFrom(
        this.files.upload(memberId, slotId, { blob, name: file.name }).pipe(
          takeUntil(this.memberChanged),
          tap((news) => {
            if (news.kind === 'stored') path = news.path;
            else this.upload.set({ slotId, share: news.share });
          }),
        ),
      );
    } finally {
      this.upload.set(null);
    }
    if (path === '') throw new CallRefused('unavailable', 'The upload was stopped.');
    return path;
  }

  private async refresh(): Promise<readonly OutboxEntry[]> {
    const kept = await this.store.all();
    this.all.set(kept);
    return kept;
  }

  private async lookAgain(): Promise<void> {
    await this.refresh().catch(() => undefined);
    await this.sendWaiting();
  }

  private async loadAndSend(): Promise<void> {
    const [kept, now] = [await this.store.all(), this.clock.now()];
    if (kept.some((entry) => mayBeForgotten(entry, now)))
      await this.store.change((entries) => ({
        remove: entries.filter((e) => mayBeForgotten(e, now)).map(({ clientMutationId }) => clientMutationId),
      }));
    await this.lookAgain();
  }
}

const WAITING = { kind: 'waiting' } as const;
const aFile = ({ name, type: contentType }: File, bytes: number) =>
  ({ kind: 'waiting', name, contentType, bytes, path: null }) as const;
const isDecision = (problem: unknown): problem is CallRefused =>
  problem instanceof CallRefused && !WAITS_ON.includes(problem.code);
