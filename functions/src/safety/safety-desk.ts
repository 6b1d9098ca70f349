import { type CallableInput, DomainError, type KeptText, type SafetyReport, type Session } from '@podmates/domain';
import { nextBeat } from '@podmates/domain/attendance';
import { excusedBy, MOST_KEPT_TEXTS, safetyReport, withReported } from '@podmates/domain/safety';
import { inVideo } from '@podmates/domain/sessions';
import { type RelationsDesk } from '../matching/relations-desk';
import { type Ports } from '../runtime/ports';
import { isOver } from '../sessions/new-session';
import { MOST_VIDEO_EVENTS } from '../sessions/room-people';
import { causeId, fixedId } from '../store/ids';
import { type UnitOfWork, commit } from '../store/unit-of-work';

type Input = CallableInput<'leaveSafely'>;

/** Members who leave a session because of somebody in it. */
export class SafetyDesk {
  constructor(
    private readonly ports: Ports,
    private readonly relations: RelationsDesk,
  ) {}

  /**
   * Out of the room, those who are named blocked, and what stood there kept. Each step is done once however often it is
   * asked for, so a call that broke off is simply made again. With the same `commandId` those who are named may be
   * added once. @throws DomainError as `safetyReport`; a full list of blocks does not keep the report from being made
   */
  async leave(memberId: string, input: Input): Promise<void> {
    const session = await this.keep(memberId, input);
    const named = input.memberIds.filter((id) => session.memberIds.includes(id) || id in session.names);
    for (const id of named) await this.block(memberId, id);
  }

  private keep(memberId: string, input: Input): Promise<Session> {
    const id = fixedId('left-safely', input.sessionId, memberId, input.commandId);
    return commit(this.ports, async (unit) => {
      const { sessions, safetyReports, presence } = unit.records;
      const session = await unit.get(sessions.doc(input.sessionId), 'There is no such session of yours.');
      const known = await unit.find(safetyReports.doc(id));
      const report = known
        ? withReported(known, session, input.memberIds)
        : await readReport(unit, session, { id, memberId, input });
      if (report === known) return session;
      const before = await unit.list(safetyReports.where('sessionId', '==', session.id));
      const beat = await unit.found(presence(session.id).doc(memberId));
      saveReport(unit, report);
      // As an ordinary leaving shows; the page may have had no network for it.
      if (!known && beat.document?.isHere)
        unit.save(
          presence(session.id).doc(memberId),
          nextBeat(beat.document, { id: memberId, at: beat.readAt, isHere: false }),
        );
      if (isOver(session)) saveExcused(unit, session, [...before, report]);
      return session;
    });
  }

  private async block(memberId: string, otherId: string): Promise<void> {
    try {
      await this.relations.block(memberId, { memberId: otherId });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error; // a full list: moderators still see whom it was about
    }
  }
}

async function readReport(
  unit: UnitOfWork,
  session: Session,
  p: { id: string; memberId: string; input: Input },
): Promise<SafetyReport> {
  const { presence, videoEvents, notes, messages, chat } = unit.records;
  const newestNotes = notes(session.id).orderBy('writtenAt', 'desc').limit(MOST_KEPT_TEXTS);
  const said = await Promise.all(
    [messages(session.podId), chat(session.id)].map((place) =>
      unit.list(place.orderBy('sentAt', 'desc').limit(MOST_KEPT_TEXTS)),
    ),
  );
  const evidence = {
    presence: await unit.list(presence(session.id)),
    inVideoIds: inVideo(await unit.list(videoEvents(session.id).orderBy('at', 'desc').limit(MOST_VIDEO_EVENTS))),
    notes: (await unit.list(newestNotes)).map(({ id, authorId, text, writtenAt }): KeptText => ({
      kind: 'note',
      id,
      authorId,
      text,
      at: writtenAt,
    })),
    messages: said.flat().map(({ id, authorId, text, sentAt }): KeptText => ({
      kind: 'message',
      id,
      authorId,
      text,
      at: sentAt,
    })),
  };
  const { id, memberId: reporterId, input } = p;
  const asked = { id, reporterId, reportedIds: input.memberIds, leftAt: new Date(input.leftAt), now: unit.now };
  return safetyReport(session, asked, evidence);
}

/** The audit event says that somebody left safely, not because of whom. */
function saveReport(unit: UnitOfWork, report: SafetyReport): void {
  const ref = unit.records.safetyReports.doc(report.id);
  unit.save(ref, report);
  unit.audit({
    id: causeId('left-safely', report.id, `v${report.version}`),
    actorId: report.reporterId,
    entity: ref.path,
    from: report.version === 1 ? null : report.state,
    to: report.state,
    version: report.version,
    cause: 'leaveSafely',
  });
}

/** A report from offline may come after the end, which excused nobody then. */
function saveExcused(unit: UnitOfWork, session: Session, reports: readonly SafetyReport[]): void {
  const excusedIds = [...new Set([...session.excusedIds, ...excusedBy(session, reports)])];
  if (excusedIds.length === session.excusedIds.length) return;
  unit.save(unit.records.sessions.doc(session.id), { ...session, excusedIds, version: session.version + 1 });
}
