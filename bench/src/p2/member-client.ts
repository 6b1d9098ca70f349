import { agendaPath, chatPath, coachDocsPath, notesPath, PATHS, presencePath } from '@podmates/domain';
import {
  collection,
  doc,
  documentId,
  type DocumentReference,
  type Firestore,
  getDocFromServer,
  limit,
  onSnapshot,
  orderBy,
  type Query,
  query,
  serverTimestamp,
  setDoc,
  updateDoc,
  where,
} from 'firebase/firestore';
import { type Bill } from './bill';

/**
 * What the rules look up for one request beside the document itself: the member's status, and the session around it. For
 * one's own status that is nothing, nor for a beat that follows another, which `tests/rules/presence-looks.ts` shows.
 */
const LOOKED_UP = { nothing: 0, own: 1, inSession: 2 } as const;

/** One member's browser on the session's page: the listeners that the product opens there, each on the bill. */
export class MemberClient {
  private readonly stops = new Map<string, () => void>();
  private readonly revisions = new Map<string, number>();
  private hasBeaten = false;
  /** Changes that came from the server, for the run to know that all have arrived. */
  arrived = 0;

  constructor(
    readonly id: string,
    private readonly db: Firestore,
    private readonly sessionId: string,
    private readonly bill: Bill,
  ) {}

  /** What the frame around the pages listens to. The sprint is named by the member's document. */
  openApp(sprintId: string): void {
    this.listenDoc('status', `${PATHS.memberStatuses}/${this.id}`, LOOKED_UP.nothing);
    for (const path of [PATHS.members, PATHS.streaks]) this.listenDoc(path, `${path}/${this.id}`, LOOKED_UP.own);
    this.listenDoc('sprint', `${PATHS.sprints}/${sprintId}`, LOOKED_UP.own);
  }

  openSession(): void {
    this.listenDoc('session', `${PATHS.sessions}/${this.sessionId}`, LOOKED_UP.own);
  }

  openLobby(): void {
    this.listenQuery('agenda', collection(this.db, agendaPath(this.sessionId)));
    this.listenQuery('presence', this.presence());
  }

  openChat(): void {
    this.listenQuery(
      'chat',
      query(collection(this.db, chatPath(this.sessionId)), this.readable(), orderBy('sentAt', 'desc'), limit(50)),
    );
  }

  openNotes(): void {
    this.listenQuery(
      'notes',
      query(collection(this.db, notesPath(this.sessionId)), this.readable(), orderBy('writtenAt')),
    );
  }

  openSummary(): void {
    const docs = collection(this.db, coachDocsPath(this.sessionId));
    const newest = query(docs, this.readable(), orderBy('version', 'desc'), limit(1));
    this.listenQuery('summary', newest);
  }

  close(...names: readonly string[]): void {
    for (const name of names) {
      this.stops.get(name)?.();
      this.stops.delete(name);
    }
  }

  closeAll(): void {
    this.close(...this.stops.keys());
  }

  async beat(isHere = true): Promise<void> {
    this.wrote('beats', this.hasBeaten ? LOOKED_UP.nothing : LOOKED_UP.inSession);
    const place = doc(this.db, `${presencePath(this.sessionId)}/${this.id}`);
    const beat = { beatAt: serverTimestamp(), isHere, editing: null };
    if (this.hasBeaten) return updateDoc(place, beat);
    this.hasBeaten = true;
    await setDoc(place, { ...beat, since: serverTimestamp(), earlier: [] });
    this.bill.add('rules: looked up for reads', { reads: LOOKED_UP.inSession });
    this.bill.add('client: own stamp', { reads: 1 });
    await getDocFromServer(place);
  }

  async edit(itemId: string, changes: Readonly<Record<string, unknown>>): Promise<void> {
    this.wrote('agenda edits', LOOKED_UP.inSession);
    const rev = (this.revisions.get(itemId) ?? 1) + 1;
    const edited = {
      ...changes,
      [`edits.${this.id}`]: `${itemId}-${rev}`,
      rev,
      editedBy: this.id,
      editedAt: serverTimestamp(),
    };
    await updateDoc(doc(this.db, `${agendaPath(this.sessionId)}/${itemId}`), edited);
  }

  async note(noteId: string, readerIds: readonly string[]): Promise<void> {
    this.wrote('notes', LOOKED_UP.inSession);
    const note = { authorId: this.id, readerIds, kind: 'win', text: 'Began on time', writtenAt: serverTimestamp() };
    await setDoc(doc(this.db, `${notesPath(this.sessionId)}/${noteId}`), note);
  }

  private wrote(what: string, lookedUp: number): void {
    this.bill.add(`client: ${what}`, { writes: 1 });
    this.bill.add('rules: looked up for writes', { reads: lookedUp });
  }

  private readonly readable = () => where('readerIds', 'array-contains', this.id);

  private presence(): Query {
    return query(collection(this.db, presencePath(this.sessionId)), where(documentId(), '!=', this.id));
  }

  private listenDoc(name: string, path: string, lookedUp: number): void {
    this.bill.add('rules: looked up for listeners', { reads: lookedUp });
    const target: DocumentReference = doc(this.db, path);
    let isFirst = true;
    this.stops.set(
      name,
      onSnapshot(target, { includeMetadataChanges: true }, (seen) => {
        if (seen.metadata.fromCache || seen.metadata.hasPendingWrites) return;
        this.read(name, isFirst);
        isFirst = false;
      }),
    );
  }

  private listenQuery(name: string, target: Query): void {
    this.bill.add('rules: looked up for listeners', { reads: LOOKED_UP.inSession });
    let isFirst = true;
    this.stops.set(
      name,
      onSnapshot(target, (seen) => {
        const changed = seen
          .docChanges()
          .filter(({ type, doc: { metadata } }) => type !== 'removed' && !metadata.hasPendingWrites);
        for (const { doc: found } of changed) {
          if (name === 'agenda') this.revisions.set(found.id, Number(found.get('rev')));
          this.read(name, isFirst);
        }
        if (isFirst && changed.length === 0) this.read(name, true); // an empty answer is billed as one
        isFirst = false;
      }),
    );
  }

  private read(name: string, isFirst: boolean): void {
    this.arrived += 1;
    this.bill.add(isFirst ? 'listeners: first reads' : `listeners: changes of ${name}`, { reads: 1 });
  }
}
