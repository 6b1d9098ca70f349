import { type AttendanceRecord, type Presence, type Session } from '@podmates/domain';
import { emptyRecord, type Excuse, type SessionFacts, type Signals, staysOf } from '@podmates/domain/attendance';
import { type Ports } from '../runtime/ports';
import { type UnitOfWork } from '../store/unit-of-work';

/** What other parts of the product write into a session, and an older one does not have. */
type Told = Session & {
  readonly withdrawals?: Readonly<Record<string, Date>>;
  readonly video?: { readonly kind: 'room' | 'link' } | null;
};

export const withdrawalsOf = (session: Told): Readonly<Record<string, Date>> => session.withdrawals ?? {};
export const isBehindLink = (session: Told): boolean => session.video?.kind === 'link';

/** Everything that was seen of a session's members. Heartbeats carry the database's time, all else the server's. */
export const readSignals = async (
  unit: UnitOfWork,
  { clock }: Pick<Ports, 'clock'>,
  { session, beats }: { session: Session; beats: readonly Presence[] },
): Promise<Record<string, Signals>> => {
  const momentOf = (stamp: Date): Date => clock.momentOf?.(stamp) ?? stamp;
  const videoEvents = await unit.list(unit.records.videoEvents(session.id));
  const signalsOf = (memberId: string): Signals => ({
    stays: beats
      .filter(({ id }) => id === memberId)
      .flatMap(staysOf)
      .map(({ from, to, hasLeft }) => ({ from: momentOf(from), to: momentOf(to), hasLeft })),
    videoEvents: videoEvents.filter((event) => event.memberId === memberId),
    // Whoever joined before that was noted, was there from the start on.
    joinedAt: session.joinedAt[memberId] ?? (session.joinedIds.includes(memberId) ? session.startsAt : null),
  });
  return Object.fromEntries(session.memberIds.map((id) => [id, signalsOf(id)]));
};

/** Of each member of the session, in their order. */
export const readRecords = async (unit: UnitOfWork, session: Session): Promise<AttendanceRecord[]> => {
  const { attendanceRecords } = unit.records;
  const known = await unit.several(session.memberIds.map((id) => attendanceRecords.doc(id)));
  return session.memberIds.map((id) => known.find((record) => record.id === id) ?? emptyRecord(id));
};

/** All that the domain judges by; null for a session that does not count, as it was cancelled or goes on. */
export function factsOf(
  session: Session,
  p: {
    endedAt: Date;
    signals: Record<string, Signals>;
    records: readonly AttendanceRecord[];
    remindersDelivered: Record<string, boolean>;
  },
): SessionFacts | null {
  const { state } = session;
  if (state !== 'done' && state !== 'no-quorum') return null;
  const excuseOf = (record: AttendanceRecord): Excuse | null => {
    if (session.excusedIds.includes(record.id)) return 'pod-unmet';
    if (session.pausedIds.includes(record.id)) return 'paused';
    return record.excuse?.sessionId === session.id ? 'emergency' : null;
  };
  return {
    state,
    startsAt: session.startsAt,
    minutes: session.minutes,
    endedAt: p.endedAt,
    memberIds: session.memberIds,
    releasedIds: session.releasedIds,
    video: isBehindLink(session) ? 'link' : 'room',
    signals: p.signals,
    withdrawals: withdrawalsOf(session),
    excuses: Object.fromEntries(
      p.records.flatMap((record): [string, Excuse][] => {
        const excuse = excuseOf(record);
        return excuse ? [[record.id, excuse]] : [];
      }),
    ),
    remindersDelivered: p.remindersDelivered,
  };
}
