import { inject, Injectable } from '@angular/core';
import {
  AgendaItem,
  agendaPath,
  chatPath,
  CoachDoc,
  coachDocsPath,
  LIMITS,
  notesPath,
  PATHS,
  PodMessage,
  Presence,
  presencePath,
  privateNotesPath,
  Session,
  SessionNote,
  type SessionState,
} from '@podmates/domain';
import { staysOf } from '@podmates/domain/attendance';
import { type AgendaWrite } from '@podmates/domain/sessions';
import { map, type Observable } from 'rxjs';
import { atMost, ID_FIELD, NO_FIELD, order, SERVER_TIME, where } from './clauses';
import { Identity } from './identity';
import { changeAt, isKept, listenDoc, listenQuery, readAt, removeAt, setAt } from './listen';

export type NewAgendaItem = Pick<AgendaItem, 'id' | 'title' | 'why' | 'minutes' | 'orderKey'>;
export type NewNote = Pick<SessionNote, 'id' | 'kind' | 'text'>;
export interface NoteReaders {
  readonly isPrivate: boolean;
  readonly readerIds: readonly string[];
}

/** Each is a billed read on coming in; more are said in no session. */
const NEWEST_MESSAGES = 50;
const NOT_OVER: readonly SessionState[] = ['draft', 'scheduled', 'lobby', 'live', 'wrap'];

/** Writes are seen on this device at once; each promise resolves when the server has the write. */
@Injectable({ providedIn: 'root' })
export class SessionData {
  private readonly identity = inject(Identity);

  readonly session = (id: string) => listenDoc(Session, `${PATHS.sessions}/${id}`);

  /** Sessions that are not over, proposed ones included, earliest first. */
  readonly upcomingFor = (memberId: string): Observable<Session[]> =>
    listenQuery(
      Session,
      PATHS.sessions,
      where('memberIds', 'array-contains', memberId),
      where('state', 'in', NOT_OVER),
    ).pipe(map((sessions) => sessions.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())));

  /** In no order and with tombstones: the domain's `sortAgenda` and `visibleAgenda` decide both. */
  readonly agenda = (id: string) => listenQuery(AgendaItem, agendaPath(id));
  /** Those that this member may read, in the order of writing. */
  readonly notes = (id: string, memberId: string) =>
    listenQuery(SessionNote, notesPath(id), where('readerIds', 'array-contains', memberId), order('writtenAt'));
  readonly privateNotes = (id: string, memberId: string): Observable<SessionNote[]> =>
    listenQuery(SessionNote, privateNotesPath(id), where('authorId', '==', memberId)).pipe(
      map((notes) => notes.toSorted((a, b) => a.writtenAt.getTime() - b.writtenAt.getTime())),
    );
  /** What was said, as far as this member may read it: the newest fifty, oldest of them first. */
  readonly chat = (id: string, memberId: string): Observable<PodMessage[]> =>
    listenQuery(
      PodMessage,
      chatPath(id),
      where('readerIds', 'array-contains', memberId),
      order('sentAt', 'desc'),
      atMost(NEWEST_MESSAGES),
    ).pipe(map((newestFirst) => newestFirst.toReversed()));
  /** The others' heartbeats. Each own one would come back as a billed read and tell nothing new. */
  readonly presence = (id: string, memberId: string) =>
    listenQuery(Presence, presencePath(id), where(ID_FIELD, '!=', memberId));
  /** The newest version of the summary, as this member reads it. */
  readonly summary = (id: string, memberId: string): Observable<CoachDoc | null> =>
    listenQuery(
      CoachDoc,
      coachDocsPath(id),
      where('readerIds', 'array-contains', memberId),
      order('version', 'desc'),
      atMost(1),
    ).pipe(map((found) => found[0] ?? null));

  /** `item.id` is made by the page, so that the same item added twice is one. */
  addItem(id: string, { id: itemId, ...item }: NewAgendaItem, editId: string): Promise<void> {
    return setAt(`${agendaPath(id)}/${itemId}`, {
      ...item,
      isDone: false,
      isRemoved: false,
      rev: 1,
      editedBy: this.self(),
      editedAt: SERVER_TIME,
      worded: null,
      edits: { [this.self()]: editId },
      alternatives: {},
    });
  }

  /** Field by field, for the revision that was seen: an older one is refused, so nobody's edit is lost unseen. */
  writeEdit(id: string, { itemId, editId, rev, changes, worded, beside, settles }: AgendaWrite): Promise<void> {
    return changeAt(`${agendaPath(id)}/${itemId}`, {
      ...changes,
      ...(worded ? { worded } : {}),
      ...(beside ? { [`alternatives.${editId}`]: beside } : {}),
      ...Object.fromEntries(settles.map((settled) => [`alternatives.${settled}`, NO_FIELD])),
      [`edits.${this.self()}`]: editId,
      rev,
      editedBy: this.self(),
      editedAt: SERVER_TIME,
    });
  }

  /** `readerIds`: everybody of the session, for a note that is not private. */
  writeNote(id: string, { id: noteId, kind, text }: NewNote, { isPrivate, readerIds }: NoteReaders): Promise<void> {
    const path = isPrivate ? privateNotesPath(id) : notesPath(id);
    const authorId = this.self();
    const note = { authorId, readerIds: isPrivate ? [authorId] : [...readerIds], kind, text };
    return setAt(`${path}/${noteId}`, { ...note, writtenAt: SERVER_TIME });
  }

  /** Other words in its place; author and time stay. */
  rewordNote(id: string, { id: noteId, kind, text }: NewNote, isPrivate: boolean): Promise<void> {
    return changeAt(`${isPrivate ? privateNotesPath(id) : notesPath(id)}/${noteId}`, { kind, text });
  }

  deleteNote(id: string, noteId: string, isPrivate: boolean): Promise<void> {
    return removeAt(`${isPrivate ? privateNotesPath(id) : notesPath(id)}/${noteId}`);
  }

  /**
   * One heartbeat; every 25 s while the room is open, and once with `isHere: false` on leaving. A beat that comes over
   * 90 s after the last one is refused, and begins another stay; only the server knows which it is. It also tells which
   * item's title is being written, so that this costs no document and no listener of its own.
   * @returns the server's stamp where it was looked up: while the caller knows none, and when another stay has begun
   */
  async beat(
    id: string,
    memberId: string,
    { isHere, editing }: Pick<Presence, 'isHere' | 'editing'>,
    isStampKnown: boolean,
  ): Promise<Date | null> {
    const path = `${presencePath(id)}/${memberId}`;
    const beat = { beatAt: SERVER_TIME, isHere, editing };
    const first = () => setAt(path, { ...beat, since: SERVER_TIME, earlier: [] });
    const goOn = () => changeAt(path, beat);
    const stamp = () =>
      readAt(Presence, path).then(
        (own) => own?.beatAt ?? null,
        () => null, // it was taken all the same
      );
    // A cache that was not filled yet knows of no beat, though there may be one.
    const ways = isStampKnown || (await isKept(path)) ? [goOn] : [first, goOn];
    for (const way of ways) {
      const isTaken = await way().then(
        () => true,
        () => false,
      );
      if (isTaken) return isStampKnown ? null : stamp();
    }
    const own = await readAt(Presence, path);
    const earlier = own && staysOf(own).slice(-LIMITS.earlierStays);
    await (earlier ? changeAt(path, { ...beat, since: SERVER_TIME, earlier }) : first());
    return stamp();
  }

  private self = (): string => this.identity.memberId() ?? '';
}
