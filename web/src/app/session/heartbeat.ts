import { computed, DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { HEARTBEAT_MS } from '@podmates/domain/sessions';
import { SessionData } from '../firebase';
import { Room } from './room';

/** A beat that the server has not confirmed by then means that the network is away, whatever the browser believes. */
const LATE_AFTER_MS = 8_000;

/** An item taken up and let go within this time costs no beat. */
const EDITING_SETTLES_MS = 1_000;

/** Says "here" every 25 s while the page of an open session is shown, and "gone" when it is left. */
@Injectable()
export class Heartbeat {
  private readonly data = inject(SessionData);
  private readonly room = inject(Room);

  private readonly isOpen = computed(() => {
    const state = this.room.current()?.state;
    return state === 'lobby' || state === 'live' || state === 'wrap';
  });
  private readonly hasLeft = signal(false);
  private isUnderWay = false;
  private readonly isOffline = signal(!navigator.onLine);
  private readonly isLate = signal(false);
  /** True while nothing reaches the server; edits wait in the queue meanwhile. */
  readonly isCutOff = computed(() => this.isOffline() || this.isLate());

  /** Writes leave this device in order, so a confirmed beat means that every earlier edit has its answer. */
  readonly confirmedBeats = signal(0);

  /** The item whose title this member is writing: told by a beat when it has changed, never by the keystroke. */
  readonly editing = signal<string | null>(null);
  private toldEditing: string | null = null;

  constructor() {
    effect((onCleanup) => {
      this.confirmedBeats(); // one that was under way did not take it along
      if (this.editing() === this.toldEditing || !this.isOpen() || this.hasLeft()) return;
      const settled = setTimeout(() => this.beat(true), EDITING_SETTLES_MS);
      onCleanup(() => clearTimeout(settled));
    });
    effect((onCleanup) => {
      if (!this.isOpen() || this.hasLeft()) return;
      untracked(() => this.beat(true));
      const beating = setInterval(() => this.beat(true), HEARTBEAT_MS);
      onCleanup(() => clearInterval(beating));
    });
    const online = (): void => {
      this.isOffline.set(false);
      if (this.isOpen() && !this.hasLeft()) this.beat(true);
    };
    const offline = (): void => this.isOffline.set(true);
    const gone = (): void => this.leave();
    const back = (): void => this.hasLeft.set(false);
    addEventListener('online', online);
    addEventListener('offline', offline);
    addEventListener('pagehide', gone);
    addEventListener('pageshow', back);
    inject(DestroyRef).onDestroy(() => {
      removeEventListener('online', online);
      removeEventListener('offline', offline);
      removeEventListener('pagehide', gone);
      removeEventListener('pageshow', back);
      this.leave();
    });
  }

  /** Tells the others at once, instead of after a minute of silence. */
  leave(): void {
    if (this.hasLeft() || !this.isOpen()) return;
    this.hasLeft.set(true);
    this.beat(false);
  }

  private beat(isHere: boolean): void {
    const sessionId = this.room.id();
    // Without a network one beat waits in the queue; more of them would only be stale when they arrive.
    if (!sessionId || (isHere && this.isUnderWay)) return;
    this.isUnderWay = true;
    this.room.isOwnBeatTaken.set(false);
    const late = setTimeout(() => this.isLate.set(true), LATE_AFTER_MS);
    this.toldEditing = isHere ? this.editing() : null;
    this.data
      .beat(sessionId, this.room.selfId(), { isHere, editing: this.toldEditing }, this.room.isStampKnown())
      .then((stamp) => {
        this.isLate.set(false);
        this.confirmedBeats.update((count) => count + 1);
        this.room.takeBeat(stamp);
      })
      .catch(() => undefined) // refused: the session has ended meanwhile, and its page says so
      .finally(() => {
        clearTimeout(late);
        this.isUnderWay = false;
      });
  }
}
