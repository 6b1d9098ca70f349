import { type Provider } from '@angular/core';
import {
  type AgendaItem,
  type Attendance,
  type CoachDoc,
  type PodMessage,
  type Presence,
  type Session,
  type SessionNote,
  type Testimony,
} from '@podmates/domain';
import { BehaviorSubject, map, throwError } from 'rxjs';
import { type AgendaWrite, afterWrite, isTaken } from '@podmates/domain/sessions';
import { AttendanceData, type NewAgendaItem, type NewNote, type NoteReaders, SessionData } from '../app/firebase';
import { aSession, NOW } from './examples';
import { FakeCoach } from './fake-coach';

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
  worded: null,
  edits: {},
  alternatives: {},
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

/** What is said of Ana, who was not seen in an hour's session that ended just now. */
export const anAttendance = (over: Partial<Attendance> = {}): Attendance => ({
  id: 'ana',
  sessionId: 'se1',
  podId: 'p1',
  startsAt: new Date(NOW.getTime() - 3_600_000),
  minutes: 60,
  endedAt: NOW,
  outcome: 'no-show',
  credit: 0,
  minutesPresent: 0,
  arrivedAt: null,
  evidence: [],
  reason: 'Others were there, and nothing was seen of you.',
  contest: null,
  contestableUntil: new Date(NOW.getTime() + 48 * 3_600_000),
  version: 1,
  schemaVersion: 1,
  createdAt: NOW,
  ...over,
});

const isAna = ({ id }: Pick<Presence, 'id'>): boolean => id === 'ana';

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
  /** Ana's own is what the server stamps her beats with. */
  readonly presence = new BehaviorSubject<Presence[]>([
    { id: 'ben', beatAt: NOW, isHere: true, editing: null, since: NOW, earlier: [] },
  ]);
  readonly summary = new BehaviorSubject<CoachDoc | null>(null);
  readonly coach = new FakeCoach();
  readonly attendance = new BehaviorSubject<Attendance | null>(null);
  readonly testimony = new BehaviorSubject<Testimony | null>(null);
  readonly beats: boolean[] = [];
  /** The item told with each beat. */
  readonly editing: (string | null)[] = [];
  /** Refuses so many edits, as when somebody else was quicker. */
  refuses = 0;
  isBroken = false;
  /** While set, writes get no answer, as without a network. */
  isAway = false;
  private readonly unanswered: (() => void)[] = [];

  providers(): Provider[] {
    const writes = {
      addItem: (_id: string, item: NewAgendaItem, editId: string) => this.add(item, editId),
      writeEdit: (_id: string, write: AgendaWrite) => this.edit(write),
      rewordNote: (_id: string, note: NewNote) => this.answered(() => this.reword(note)),
      writeNote: (_id: string, note: NewNote, to: NoteReaders) => this.note(note, to),
      deleteNote: (_id: string, noteId: string) => this.answered(() => this.dropNote(noteId)),
      beat: (_id: string, _memberId: string, beat: Pick<Presence, 'isHere' | 'editing'>) =>
        this.answered(() => {
          this.beats.push(beat.isHere);
          this.editing.push(beat.editing);
        }).then(() => this.presence.value.find(isAna)?.beatAt ?? null),
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
      presence: () => this.presence.pipe(map((all) => all.filter((beat) => !isAna(beat)))),
      summary: () => this.summary,
    };
    return [
      ...this.coach.providers(),
      { provide: SessionData, useValue: { ...reads, ...writes } },
      { provide: AttendanceData, useValue: { attendance: () => this.attendance, testimony: () => this.testimony } },
    ];
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

  private add({ id, ...item }: NewAgendaItem, editId: string): Promise<void> {
    return this.answered(() =>
      this.agenda.next([...this.agenda.value, anItem({ id, ...item, editedBy: 'ana', edits: { ana: editId } })]),
    );
  }

  private edit(write: AgendaWrite): Promise<void> {
    const item = this.item(write.itemId);
    this.refuses -= 1;
    if (!item || !isTaken(item, write) || this.refuses >= 0) return Promise.reject(new Error('permission-denied'));
    return this.answered(() => this.replace(afterWrite(item, write, 'ana', NOW)));
  }

  private replace(item: AgendaItem): void {
    this.agenda.next(this.agenda.value.map((other) => (other.id === item.id ? item : other)));
  }

  private reword({ id, kind, text }: NewNote): void {
    for (const list of [this.notes, this.privateNotes])
      list.next(list.value.map((note) => (note.id === id ? { ...note, kind, text } : note)));
  }

  private note(note: NewNote, { isPrivate, readerIds }: NoteReaders): Promise<void> {
    const list = isPrivate ? this.privateNotes : this.notes;
    return this.answered(() =>
      list.next([...list.value, { ...note, authorId: 'ana', readerIds: [...readerIds], writtenAt: NOW }]),
    );
  }

  private dropNote(noteId: string): void {
    this.notes.next(this.notes.value.filter(({ id }) => id !== noteId));
  }

  private answered(apply: () => void): Promise<void> {
    apply();
    return this.isAway ? new Promise((resolve) => this.unanswered.push(resolve)) : Promise.resolve();
  }
}
