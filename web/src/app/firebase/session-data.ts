import { inject, Injectable } from '@angular/core';
import {
  AgendaItem,
  agendaPath,
  chatPath,
  CoachDoc,
  coachDocsPath,
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
import { map, type Observable } from 'rxjs';
import { atMost, order, SERVER_TIME, where } from './clauses';
import { Identity } from './identity';
import { changeAt, listenDoc, listenQuery, removeAt, setAt } from './listen';

export type NewAgendaItem = Pick<AgendaItem, 'id' | 'title' | 'why' | 'minutes' | 'orderKey'>;
export type AgendaChanges = Partial<
  Pick<AgendaItem, 'title' | 'why' | 'minutes' | 'orderKey' | 'isDone' | 'isRemoved'>
>;
export type NewNote = Pick<SessionNote, 'id' | 'kind' | 'text'>;

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
  readonly notes = (id: string) => listenQuery(SessionNote, notesPath(id), order('writtenAt'));
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
  readonly presence = (id: string) => listenQuery(Presence, presencePath(id));
  /** The newest version of the summary. */
  readonly summary = (id: string): Observable<CoachDoc | null> =>
    listenQuery(CoachDoc, coachDocsPath(id), order('version', 'desc'), atMost(1)).pipe(
      map((found) => found[0] ?? null),
    );

  /** `item.id` is made by the page, so that the same item added twice is one. */
  addItem(id: string, { id: itemId, ...item }: NewAgendaItem): Promise<void> {
    return setAt(`${agendaPath(id)}/${itemId}`, {
      ...item,
      isDone: false,
      isRemoved: false,
      rev: 1,
      editedBy: this.identity.memberId(),
      editedAt: SERVER_TIME,
    });
  }

  /** `item` as it was seen: an edit of an older revision is refused, so nobody's edit is lost unseen. */
  editItem(id: string, item: Pick<AgendaItem, 'id' | 'rev'>, changes: AgendaChanges): Promise<void> {
    return changeAt(`${agendaPath(id)}/${item.id}`, {
      ...changes,
      rev: item.rev + 1,
      editedBy: this.identity.memberId(),
      editedAt: SERVER_TIME,
    });
  }

  writeNote(id: string, { id: noteId, kind, text }: NewNote, isPrivate: boolean): Promise<void> {
    const path = isPrivate ? privateNotesPath(id) : notesPath(id);
    return setAt(`${path}/${noteId}`, { authorId: this.identity.memberId(), kind, text, writtenAt: SERVER_TIME });
  }

  deleteNote(id: string, noteId: string, isPrivate: boolean): Promise<void> {
    return removeAt(`${isPrivate ? privateNotesPath(id) : notesPath(id)}/${noteId}`);
  }

  /** One heartbeat; every 25 s while the room is open, and once with `isHere: false` on leaving. */
  beat(id: string, memberId: string, isHere: boolean): Promise<void> {
    return setAt(`${presencePath(id)}/${memberId}`, { beatAt: SERVER_TIME, isHere });
  }
}
