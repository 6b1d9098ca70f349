import { computed, DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { type AgendaItem, type Presence, type Session, type SessionCommand } from '@podmates/domain';
import { editorsByItem, hostPresence, presentMembers, sortAgenda, visibleAgenda } from '@podmates/domain/sessions';
import { itemFor, notesFor } from '@podmates/domain/safety';
import { map } from 'rxjs';
import { Me } from '../accounts/me';
import { Callables, CallRefused, Identity, SessionData } from '../firebase';
import { Clock } from '../time/clock';
import { onceEach } from './once-each';
import { whatChanged } from './say-session';

/** Fast enough that two screens differ by less than a second, slow enough for an old phone. */
const LOOK_AT_CLOCK_MS = 250;

/** One session as this page sees it: what is listened to, who is here, and the commands of the room. */
@Injectable()
export class Room {
  private readonly data = inject(SessionData);
  private readonly callables = inject(Callables);
  private readonly identity = inject(Identity);
  private readonly clock = inject(Clock);
  private readonly me = inject(Me);

  readonly id = signal<string | undefined>(undefined);
  readonly selfId = computed(() => this.identity.memberId() ?? '');
  /** Server time, looked at four times a second. Computed from the clock, never written anywhere. */
  readonly now = signal(this.clock.now());

  readonly session = rxResource({ params: () => this.id(), stream: ({ params: id }) => this.data.session(id) });
  readonly current = computed(() => (this.session.hasValue() ? this.session.value() : null));
  private readonly state = computed(() => this.current()?.state);
  /** Listeners cost; each opens only in the states that show it. */
  private readonly idWhile = (...states: Session['state'][]) => {
    const isWanted = computed(() => states.some((state) => state === this.state()));
    return () => (isWanted() ? this.id() : undefined);
  };

  readonly agenda = rxResource({
    params: this.idWhile('lobby', 'live'),
    stream: ({ params: id }) => this.data.agenda(id),
  });
  /** Removed items included: an edit may still be open on one. */
  readonly allItems = computed(() => (this.agenda.hasValue() ? sortAgenda(this.agenda.value()) : []));
  private readonly reader = computed(() => ({ id: this.selfId(), language: this.me.profile()?.language ?? '' }));
  /** Looking through words takes longer than all the rest of showing somebody's edit, so it is done once an item. */
  private readonly itemForReader = computed(() => {
    const reader = this.reader();
    return onceEach((item: AgendaItem) => itemFor(reader, item));
  });
  /** As this member may see it; the stored words stay with what is edited. */
  readonly shownItem = (item: AgendaItem): AgendaItem => this.itemForReader()(item);
  readonly shownItems = computed(() => this.allItems().map(this.shownItem));
  readonly items = computed(() => visibleAgenda(this.shownItems()));
  readonly currentItem = computed(() => this.items().find((item) => item.id === this.current()?.currentItemId) ?? null);

  readonly notes = rxResource({
    params: this.idWhile('live', 'wrap', 'done'), // afterwards the summary cites them
    stream: ({ params: id }) => this.data.notes(id, this.selfId()).pipe(map((notes) => notesFor(this.reader(), notes))),
  });
  readonly summary = rxResource({
    params: this.idWhile('wrap', 'done'),
    stream: ({ params: id }) => this.data.summary(id, this.selfId()),
  });

  private readonly presence = rxResource({
    params: this.idWhile('lobby', 'live', 'wrap'),
    stream: ({ params: id }) => this.data.presence(id, this.selfId()),
  });
  /** False while an own beat is on its way. */
  readonly isOwnBeatTaken = signal(false);
  /** The last own stamp that was looked up, and when it came, by this device's monotonic time; in milliseconds. */
  private readonly stamp = signal<{ readonly at: number; readonly cameAt: number } | null>(null);
  readonly isStampKnown = computed(() => this.stamp() !== null);
  /** When this member was last here, by the server's time: that by which notes are stamped, too. */
  readonly ownBeatAt = signal<Date | null>(null);
  private readonly beats = computed((): readonly Presence[] => {
    const [others, ownAt] = [this.presence.hasValue() ? this.presence.value() : [], this.ownBeatAt()];
    const own = { id: this.selfId(), isHere: true, editing: null, since: null, earlier: [] };
    return ownAt ? [...others, { ...own, beatAt: ownAt }] : others;
  });
  private readonly newestBeat = computed(() => Math.max(0, ...this.beats().map((beat) => beat.beatAt.getTime())));
  /** Local and monotonic: only the time since then is used (presence compares no clocks). */
  private readonly newestSeenAt = computed(() => (this.newestBeat(), performance.now()));
  readonly presentIds = computed(
    () => {
      this.now();
      const present = presentMembers(this.beats(), { newestSeenAgoMs: performance.now() - this.newestSeenAt() });
      // Whoever has the page open is here, also while their beat is on its way.
      const isBeatNews = this.isOwnBeatTaken() || !this.presence.hasValue() || present.includes(this.selfId());
      return isBeatNews ? present : [...present, this.selfId()].sort();
    },
    { equal: (a, b) => a.join() === b.join() },
  );

  /** Who is writing which item's title, this member left out. */
  readonly editors = computed(() =>
    editorsByItem(
      this.beats().filter(({ id }) => id !== this.selfId()),
      this.presentIds(),
    ),
  );
  /** The host by their beats; oneself is here while this page is open. */
  readonly hostPresence = computed(
    () => {
      this.now();
      const hostId = this.current()?.hostId;
      // Before an own beat was stamped, what is known of the others may be from long ago.
      if (!hostId || hostId === this.selfId() || !this.ownBeatAt()) return { kind: 'here' } as const;
      return hostPresence(this.beats(), { hostId, newestSeenAgoMs: performance.now() - this.newestSeenAt() });
    },
    { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );

  readonly hasJoined = computed(() => this.current()?.joinedIds.includes(this.selfId()) ?? false);
  readonly isHost = computed(() => this.current()?.hostId === this.selfId());

  private readonly running = signal<SessionCommand['kind'] | null>(null);
  /** The command on its way, so that its button can say so. */
  readonly busyWith = this.running.asReadonly();
  /** What the member should know about their last tap; said once more to screen readers. */
  readonly notice = signal('');

  constructor() {
    const ticking = setInterval(() => this.now.set(this.clock.now()), LOOK_AT_CLOCK_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(ticking));
    effect(() => {
      this.state();
      untracked(() => this.notice.set('')); // a new stage has words of its own
    });
  }

  readonly nameOf = (memberId: string): string =>
    memberId === this.selfId() ? 'You' : (this.current()?.names[memberId] ?? 'A podmate');

  /**
   * An own beat was taken by the server, which stamped it then, or so long after the last stamp that is known here as
   * has passed on this device meanwhile: clocks that are wrong measure the time between right.
   */
  takeBeat(stamp: Date | null): void {
    const now = performance.now();
    if (stamp) this.stamp.set({ at: stamp.getTime(), cameAt: now });
    const known = this.stamp();
    if (known) this.ownBeatAt.set(new Date(known.at + now - known.cameAt));
    this.isOwnBeatTaken.set(true);
  }

  /**
   * Sends one tap. Its id is made once, so a repeat after a lost answer changes nothing twice; it names
   * the version on screen, so a tap meant for something else is refused and explained.
   */
  async send(command: SessionCommand): Promise<boolean> {
    const seen = this.current();
    if (!seen || this.running()) return false;
    this.running.set(command.kind);
    this.notice.set('');
    try {
      await this.sendFrom(seen, command);
      return true;
    } catch (problem) {
      this.notice.set(await this.explain(problem, seen, command));
      return false;
    } finally {
      this.running.set(null);
    }
  }

  private async sendFrom(seen: Session, command: SessionCommand): Promise<void> {
    const input = { sessionId: seen.id, commandId: crypto.randomUUID(), expectedVersion: seen.version, command };
    try {
      await this.sendWithRepeat(input);
    } catch (problem) {
      const latest = isStale(problem) && FITS_ANY_VERSION.has(command.kind) ? await this.newerThan(seen.version) : null;
      if (!latest) throw problem;
      if (!isReached(command, latest, this.selfId())) await this.sendFrom(latest, command);
    }
  }

  private async sendWithRepeat(input: Parameters<typeof this.callCommand>[0]): Promise<void> {
    for (const waitMs of [400, 1500]) {
      try {
        return await this.callCommand(input);
      } catch (problem) {
        if (!isLostAnswer(problem)) throw problem;
        await new Promise((resolve) => setTimeout(resolve, waitMs));
      }
    }
    return this.callCommand(input);
  }

  private async callCommand(input: {
    sessionId: string;
    commandId: string;
    expectedVersion: number;
    command: SessionCommand;
  }): Promise<void> {
    await this.callables.call('commandSession', input);
  }

  private async explain(problem: unknown, seen: Session, command: SessionCommand): Promise<string> {
    if (isLostAnswer(problem)) return 'The network is away. Nothing is lost; tap again when you are back.';
    if (!(problem instanceof CallRefused)) return 'That did not go through. Please tap again.';
    if (!isStale(problem)) return problem.message;
    const latest = await this.newerThan(seen.version);
    if (!latest) return 'Somebody was quicker. The room shows it in a moment; tap again if it is still needed.';
    const news = whatChanged(seen, latest, { nameOf: this.nameOf, items: this.shownItems() });
    const isDone = isReached(command, latest, this.selfId());
    return `Somebody was quicker. ${news}${isDone ? '' : ' Tap again if your step is still needed.'}`;
  }

  /** The listener brings the newer version by itself; a refusal may overtake it. */
  private async newerThan(version: number): Promise<Session | null> {
    for (let tries = 0; tries < 20; tries += 1) {
      const latest = this.current();
      if (latest && latest.version > version) return latest;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return null;
  }
}

const isLostAnswer = (problem: unknown): boolean =>
  problem instanceof CallRefused && ['unavailable', 'deadline-exceeded'].includes(problem.code);

const isStale = (problem: unknown): boolean => problem instanceof CallRefused && problem.code === 'aborted';

/** Coming in, agreeing and starting mean the same whatever else changed, so they are sent again by themselves. */
const FITS_ANY_VERSION: ReadonlySet<SessionCommand['kind']> = new Set(['join', 'agree', 'start']);

const isAt = (wanted: string, at: Date | undefined): boolean => at?.getTime() === Date.parse(wanted);

/** Whether the session already is where the tap wanted it. */
function isReached(command: SessionCommand, latest: Session, selfId: string): boolean {
  switch (command.kind) {
    case 'join':
      return latest.joinedIds.includes(selfId);
    case 'agree':
      return latest.agreedBy.includes(selfId);
    case 'decline':
      return latest.declinedBy.includes(selfId);
    case 'propose-move':
      return isAt(command.startsAt, latest.startsAt) || isAt(command.startsAt, latest.move?.startsAt);
    case 'answer-move':
      if (command.answer === 'decline') return !latest.move || latest.move.declinedBy.includes(selfId);
      return isAt(command.startsAt, latest.startsAt) || latest.move?.agreedBy.includes(selfId) === true;
    case 'cannot-come':
      return Object.hasOwn(latest.withdrawals, selfId);
    case 'can-come':
      return !Object.hasOwn(latest.withdrawals, selfId);
    case 'start':
      return latest.state === 'live';
    case 'go-to-item':
      return latest.currentItemId === command.itemId;
    case 'pause-timer':
      return latest.timer?.pausedAt != null;
    case 'resume-timer':
      return latest.timer?.pausedAt === null;
    case 'hand-over':
      return latest.hostId === command.toMemberId;
    case 'take-over':
      return latest.hostId === selfId;
    case 'wrap':
      return latest.state === 'wrap';
    case 'finish':
      return latest.state === 'done';
    case 'cancel':
      return latest.state === 'cancelled';
  }
}
