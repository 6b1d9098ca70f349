import { type NoteKind, type Session, type SessionCommand } from '@podmates/domain';
import { LOBBY_OPENS_MS, sortAgenda } from '@podmates/domain/sessions';
import { type Firestore } from 'firebase-admin/firestore';
import { type Desks } from '../../../functions/src/runtime/desks';
import { recordsOf } from '../../../functions/src/store/records';
import { type DemoPerson } from './demo-people';
import { NOTES } from './demo-words';
import { pick, throwOf } from './dice';
import { type PastEvents } from './past-events';
import { type SteeredClock } from './steered-clock';

const MINUTE_MS = 60_000;
const GIVEN_UP_MS = 21 * MINUTE_MS; // just after a session without quorum ends by itself
const NOTE_KINDS: readonly NoteKind[] = ['win', 'block', 'next'];

/** How a demo pod met, week after week, over the same desk that members use. */
export class PastSessions {
  constructor(
    private readonly db: Firestore,
    private readonly desks: Desks,
    private readonly past: PastEvents,
    private readonly clock: SteeredClock,
  ) {}

  /** Plans the pod's next scheduled session, which plans the one after it. */
  async planNext(podId: string, people: readonly DemoPerson[]): Promise<void> {
    const scheduled = await recordsOf(this.db)
      .sessions.where('podId', '==', podId)
      .where('state', '==', 'scheduled')
      .get();
    const session = scheduled.docs[0]?.data();
    if (!session) return;
    const begin = session.startsAt.getTime();
    this.past.plan(new Date(begin - LOBBY_OPENS_MS), () => this.desks.sessions.advance(session.id));
    this.past.plan(new Date(begin - 3 * MINUTE_MS), () => this.meet(session, people));
    this.past.plan(new Date(begin + GIVEN_UP_MS), async () => {
      await this.desks.sessions.advance(session.id);
      await this.planNext(podId, people);
    });
  }

  private async meet(session: Session, people: readonly DemoPerson[]): Promise<void> {
    const there = people.filter((person) => throwOf('comes', session.id, person.id) < person.keeps);
    const [host] = there;
    if (!host) return;
    const send = this.commandsOf(session.id);
    for (const person of there) await send(person, { kind: 'join' });
    if (there.length < 2) return;
    this.clock.moveTo(session.startsAt);
    await send(host, { kind: 'start' });
    await this.goThrough(session, there, (command) => send(host, command));
    await send(host, { kind: 'wrap' });
    await send(host, { kind: 'finish' });
  }

  private async goThrough(
    session: Session,
    there: readonly DemoPerson[],
    send: (command: SessionCommand) => Promise<void>,
  ): Promise<void> {
    const { agenda, notes } = recordsOf(this.db);
    const items = sortAgenda((await agenda(session.id).get()).docs.map((found) => found.data()));
    let time = session.startsAt.getTime();
    for (const item of items) {
      await send({ kind: 'go-to-item', itemId: item.id });
      time += item.minutes * MINUTE_MS;
      this.clock.moveTo(new Date(time));
      await agenda(session.id)
        .doc(item.id)
        .set({ ...item, isDone: true, rev: item.rev + 1, editedAt: new Date(time) });
    }
    for (const person of there) {
      const kind = NOTE_KINDS[Math.floor(throwOf('kind', session.id, person.id) * NOTE_KINDS.length)] ?? 'win';
      const text = pick(NOTES[kind], 'note', session.id, person.id);
      const id = `note-${person.id}`;
      await notes(session.id)
        .doc(id)
        .set({ id, authorId: person.id, kind, text, writtenAt: new Date(time) });
    }
  }

  private commandsOf(sessionId: string): (person: DemoPerson, command: SessionCommand) => Promise<void> {
    let count = 0;
    return async (person, command) => {
      const seen = (await recordsOf(this.db).sessions.doc(sessionId).get()).data();
      if (!seen) return;
      count += 1;
      await this.desks.sessions.command(person.id, {
        sessionId,
        commandId: `past-${count}`,
        expectedVersion: seen.version,
        command,
      });
    };
  }
}
