import {
  type AgendaItem,
  agendaPath,
  LIMITS,
  notesPath,
  presencePath,
  type Session,
  type SessionCommand,
} from '@podmates/domain';
import { staysOf } from '@podmates/domain/attendance';
import { HEARTBEAT_MS, nextItemAfter, PRESENT_WINDOW_MS, timerView, visibleAgenda } from '@podmates/domain/sessions';
import { attempt, type Circumstances, type Habit } from './circumstances';
import { chance, isDemo, pick } from './choices';
import { NOTES } from './words';

const MINUTE_MS = 60_000;
/** With a visitor in the lobby, a demo person starts when nobody has for this long (real time). */
const START_AFTER_MS = MINUTE_MS;
/** Without one, the pod begins alone this long after the hour. */
const BEGIN_ALONE_AFTER_MS = 5 * MINUTE_MS;
/** How long past the item's time a demo person leaves it to the visitors to go on. */
const ADVANCE_AFTER_MS = MINUTE_MS;
const FINISH_AFTER_MS = 5 * MINUTE_MS;
const TICK_AFTER_MS = MINUTE_MS;
const NOTE_AFTER_MS = { least: 10_000, most: 45_000 } as const;

/** Demo people come to their sessions: agree, join, take part, and go on when the visitors do not. */
export class Meeting implements Habit {
  private readonly lastBeat = new Map<string, number>();
  private readonly firstSeen = new Map<string, number>();

  constructor(private readonly at: Circumstances) {}

  async follow(now: Date): Promise<void> {
    const open = await this.at.records.sessions.where('state', 'in', ['draft', 'lobby', 'live', 'wrap']).get();
    for (const session of open.docs.map((found) => found.data())) await this.attend(session, now);
    const moving = await this.at.records.sessions.where('move.expiresAt', '>', now).get();
    for (const session of moving.docs.map((found) => found.data())) await this.answerMove(session);
  }

  /** When demo people will begin without the visitors, so that a moving clock stops there; null when nobody waits. */
  async nextAt(now: Date): Promise<Date | null> {
    const lobbies = await this.at.records.sessions.where('state', '==', 'lobby').get();
    const times = lobbies.docs
      .map((found) => found.data().startsAt.getTime() + BEGIN_ALONE_AFTER_MS)
      .filter((time) => time > now.getTime());
    return times.length > 0 ? new Date(Math.min(...times)) : null;
  }

  private async attend(found: Session, now: Date): Promise<void> {
    const demoPeople = found.memberIds.filter(isDemo);
    const [someone] = demoPeople;
    if (!someone) return;
    if (found.state === 'draft') return this.agree(found, demoPeople);
    const session = await this.joinAll(found, demoPeople);
    if (!isAmongThemselves(session)) await this.beat(session, demoPeople);
    if (session.state === 'lobby') return this.startIfTime(session, someone, now);
    if (session.state === 'live') return this.takePart(session, demoPeople, someone, now);
    if (session.state !== 'wrap') return;
    if (this.sinceSeen(`wrap ${session.id}`) > FINISH_AFTER_MS || !hasVisitor(session)) {
      await this.command(session, someone, { kind: 'finish' });
    }
  }

  /** Each join moves the version on, so the session is read again after each. */
  private async joinAll(found: Session, demoPeople: readonly string[]): Promise<Session> {
    let session = found;
    for (const id of demoPeople.filter((memberId) => !found.joinedIds.includes(memberId))) {
      await this.command(session, id, { kind: 'join' });
      session = (await this.at.records.sessions.doc(found.id).get()).data() ?? session;
    }
    return session;
  }

  private async agree(session: Session, demoPeople: readonly string[]): Promise<void> {
    const next = demoPeople.find((id) => !session.agreedBy.includes(id));
    if (next) await this.command(session, next, { kind: 'agree' });
  }

  private async answerMove(session: Session): Promise<void> {
    const { move } = session;
    const next = session.memberIds.find((id) => isDemo(id) && !move?.agreedBy.includes(id));
    if (!move || !next) return;
    await this.command(session, next, {
      kind: 'answer-move',
      startsAt: move.startsAt.toISOString(),
      answer: 'agree',
    });
  }

  private async startIfTime(session: Session, memberId: string, now: Date): Promise<void> {
    const sinceHour = now.getTime() - session.startsAt.getTime();
    const isTime = hasVisitor(session)
      ? this.sinceSeen(`visitor ${session.id}`) >= START_AFTER_MS
      : isAmongThemselves(session) || sinceHour >= BEGIN_ALONE_AFTER_MS;
    if (isTime && session.joinedIds.length > 1) await this.command(session, memberId, { kind: 'start' });
  }

  private async takePart(session: Session, demoPeople: readonly string[], someone: string, now: Date): Promise<void> {
    const items = (await this.at.records.agenda(session.id).get()).docs.map((found) => found.data());
    const current = items.find((item) => item.id === session.currentItemId);
    if (!current || !session.timer) return this.command(session, someone, { kind: 'wrap' });
    const { elapsedMs, isPaused } = timerView(session.timer, now);
    if (hasVisitor(session)) {
      await this.tick(session, passedItems(items, current, elapsedMs), demoPeople);
      await this.note(session, current, demoPeople, elapsedMs);
    }
    const overdue = elapsedMs - session.timer.durationMs;
    const patience = hasVisitor(session) ? ADVANCE_AFTER_MS : 0;
    if (isPaused || overdue < patience) return;
    const next = nextItemAfter(items, current.id);
    await this.command(session, someone, next ? { kind: 'go-to-item', itemId: next.id } : { kind: 'wrap' });
  }

  /** Ticks one item at a time, as a person would; two at once would only refuse each other. */
  private async tick(session: Session, items: readonly AgendaItem[], demoPeople: readonly string[]): Promise<void> {
    const [item] = items;
    const [first, ...others] = demoPeople;
    if (!item || !first) return;
    const editedBy = pick([first, ...others], this.at.seed, 'tick', session.id, item.id);
    await attempt('tick an item', () =>
      this.at.accounts.write(editedBy, {
        path: `${agendaPath(session.id)}/${item.id}`,
        fields: { isDone: true, rev: item.rev + 1, editedBy },
        serverTime: 'editedAt',
        kind: 'change',
      }),
    );
  }

  private async note(
    session: Session,
    item: AgendaItem,
    demoPeople: readonly string[],
    elapsedMs: number,
  ): Promise<void> {
    for (const memberId of demoPeople) {
      const about = [session.id, item.id, memberId] as const;
      const span = NOTE_AFTER_MS.most - NOTE_AFTER_MS.least;
      const isTime = elapsedMs > NOTE_AFTER_MS.least + span * chance(this.at.seed, 'note', ...about);
      const noteId = `${item.id}-${memberId}`;
      if (!isTime || chance(this.at.seed, 'writes', ...about) > 0.5 || !this.isFirstTime(`${session.id} ${noteId}`))
        continue;
      const kind = pick(['win', 'block', 'next'] as const, this.at.seed, 'kind', ...about);
      await attempt('write a note', () =>
        this.at.accounts.write(memberId, {
          path: `${notesPath(session.id)}/${noteId}`,
          fields: {
            authorId: memberId,
            readerIds: session.memberIds,
            kind,
            text: pick(NOTES[kind], this.at.seed, 'text', ...about),
          },
          serverTime: 'writtenAt',
          kind: 'create',
        }),
      );
    }
  }

  private async beat(session: Session, demoPeople: readonly string[]): Promise<void> {
    for (const memberId of demoPeople) {
      const key = `${session.id} ${memberId}`;
      if (Date.now() - (this.lastBeat.get(key) ?? 0) < HEARTBEAT_MS) continue;
      this.lastBeat.set(key, Date.now());
      await attempt('be present', () => this.beatOf(session, memberId));
    }
  }

  /** As the app does it: the stay goes on, or another one begins. */
  private async beatOf(session: Session, memberId: string): Promise<void> {
    const path = `${presencePath(session.id)}/${memberId}`;
    const fields = { isHere: true, editing: null };
    const known = (await this.at.records.presence(session.id).doc(memberId).get()).data();
    const goesOn = known && Date.now() - known.beatAt.getTime() < PRESENT_WINDOW_MS;
    if (goesOn) return this.at.accounts.write(memberId, { path, fields, serverTime: 'beatAt', kind: 'change' });
    const earlier = known ? staysOf(known).slice(-LIMITS.earlierStays) : [];
    const serverTime = ['beatAt', 'since'];
    return this.at.accounts.write(memberId, { path, fields: { ...fields, earlier }, serverTime, kind: 'replace' });
  }

  private async command(session: Session, memberId: string, command: SessionCommand): Promise<void> {
    const commandId = `${memberId}-${command.kind}-${session.version}`;
    const input = { sessionId: session.id, commandId, expectedVersion: session.version, command };
    await attempt(command.kind, () => this.at.accounts.call(memberId, 'commandSession', input));
  }

  private sinceSeen(what: string): number {
    const seen = this.firstSeen.get(what) ?? Date.now();
    this.firstSeen.set(what, seen);
    return Date.now() - seen;
  }

  private isFirstTime(what: string): boolean {
    const isNew = !this.firstSeen.has(what);
    this.firstSeen.set(what, Date.now());
    return isNew;
  }
}

/** A pod of demo people alone: nobody has to be waited for. */
const isAmongThemselves = (session: Session) => session.memberIds.every(isDemo);
const hasVisitor = (session: Session) => session.joinedIds.some((id) => !isDemo(id));

/** Open items that the pod has left behind, and the current one once it has had its minute. */
function passedItems(items: readonly AgendaItem[], current: AgendaItem, elapsedMs: number): AgendaItem[] {
  const all = visibleAgenda(items);
  const place = all.findIndex((item) => item.id === current.id);
  return all.slice(0, elapsedMs > TICK_AFTER_MS ? place + 1 : place).filter((item) => !item.isDone);
}
