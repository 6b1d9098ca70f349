import { type Provider } from '@angular/core';
import {
  type AgendaItem,
  type CoachDoc,
  type PodMessage,
  type Presence,
  type Session,
  type SessionNote,
} from '@podmates/domain';
import { BehaviorSubject, throwError } from 'rxjs';
import { type AgendaChanges, type NewAgendaItem, type NewNote, SessionData } from '../app/firebase';
import { aSession, NOW } from './examples';

export const anItem = (over: Partial<AgendaItem> = {}): AgendaItem => ({
  id: 'warm',
  title: 'Warm up',
  why: '',
  minutes: 10,
  orderKey: 'a0',
  isDone: false,
  isRemoved: false,
  rev: 1,
  editedBy: 'system',
  editedAt: NOW,
  ...over,
});

/** A live session of Ana (who looks at it) and Ben (the host). */
export const aLiveSession = (over: Partial<Session> = {}): Session =>
  aSession({
    state: 'live',
    startsAt: NOW,
    joinedIds: ['ana', 'ben'],
    currentItemId: 'warm',
    timer: { startedAt: NOW, durationMs: 600_000, pausedMs: 0, pausedAt: null },
    version: 5,
    ...over,
  });

/** A session's documents in memory, with what matters of the SDK: own writes show at once, refused ones are taken back. */
export class FakeRoom {
  readonly session = new BehaviorSubject<Session | null>(aLiveSession());
  readonly agenda = new BehaviorSubject<AgendaItem[]>([
    anItem(),
    anItem({ id: 'work', title: 'Work', orderKey: 'a1', minutes: 30 }),
  ]);
  readonly notes = new BehaviorSubject<SessionNote[]>([]);
  readonly privateNotes = new BehaviorSubject<SessionNote[]>([]);
  readonly chat = new BehaviorSubject<PodMessage[]>([]);
  /** How often the chat was listened to. */
  chatListeners = 0;
  readonly presence = new BehaviorSubject<Presence[]>([{ id: 'ben', beatAt: NOW, isHere: true }]);
  readonly summary = new BehaviorSubject<CoachDoc | null>(null);
  readonly beats: boolean[] = [];
  isBroken = false;
  /** While set, writes get no answer, as without a network. */
  isAway = false;
  private readonly unanswered: (() => void)[] = [];

  providers(): Provider[] {
    const writes = {
      addItem: (_id: string, item: NewAgendaItem) => this.add(item),
      editItem: (_id: string, item: AgendaItem, changes: AgendaChanges) => this.edit(item, changes),
      writeNote: (_id: string, note: NewNote, isPrivate: boolean) => this.note(note, isPrivate),
      deleteNote: (_id: string, noteId: string) => this.answered(() => this.dropNote(noteId)),
      beat: (_id: string, _memberId: string, isHere: boolean) => this.answered(() => void this.beats.push(isHere)),
    };
    const reads = {
      session: () => (this.isBroken ? throwError(() => new Error('not now')) : this.session),
      agenda: () => this.agenda,
      notes: () => this.notes,
      privateNotes: () => this.privateNotes,
      chat: () => {
        this.chatListeners += 1;
        return this.chat;
      },
      presence: () => this.presence,
      summary: () => this.summary,
    };
    return [{ provide: SessionData, useValue: { ...reads, ...writes } }];
  }

  /** The network returns: every write gets its answer, in order. */
  comeBack(): void {
    this.isAway = false;
    for (const answer of this.unanswered.splice(0)) answer();
  }

  /** Somebody else's write, as it comes through the listener. */
  change(itemId: string, changes: Partial<AgendaItem>): void {
    this.agenda.next(
      this.agenda.value.map((item) =>
        item.id === itemId ? { ...item, editedBy: 'ben', ...changes, rev: item.rev + 1 } : item,
      ),
    );
  }

  item(itemId: string): AgendaItem | undefined {
    return this.agenda.value.find(({ id }) => id === itemId);
  }

  private add(item: NewAgendaItem): Promise<void> {
    return this.answered(() => this.agenda.next([...this.agenda.value, anItem({ ...item, editedBy: 'ana' })]));
  }

  private edit(seen: Pick<AgendaItem, 'id' | 'rev'>, changes: AgendaChanges): Promise<void> {
    if (this.item(seen.id)?.rev !== seen.rev) return Promise.reject(new Error('permission-denied'));
    return this.answered(() => this.change(seen.id, { ...changes, editedBy: 'ana' }));
  }

  private note(note: NewNote, isPrivate: boolean): Promise<void> {
    const list = isPrivate ? this.privateNotes : this.notes;
    return this.answered(() => list.next([...list.value, { ...note, authorId: 'ana', writtenAt: NOW }]));
  }

  private dropNote(noteId: string): void {
    this.notes.next(this.notes.value.filter(({ id }) => id !== noteId));
  }

  private answered(apply: () => void): Promise<void> {
    apply();
    return this.isAway ? new Promise((resolve) => this.unanswered.push(resolve)) : Promise.resolve();
  }
}
