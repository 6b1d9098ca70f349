import { type Session, type SessionNote } from '@podmates/domain';
import { type SafetyFlag } from '@podmates/domain/coach';
import { AT_THE_LIMIT, asksForPause, callForAPerson } from '@podmates/domain/safety';
import { causeId, fixedId } from '../store/ids';
import { type UnitOfWork } from '../store/unit-of-work';

/** What somebody should look after; written with the unit that read it, and never a strike (behaviour 22, 62). */
export interface Care {
  write(): void;
}

/** A pause is offered to whoever is hurt or at the limit too often; for whoever may be in danger a person is called. */
export const readCare = async (
  unit: UnitOfWork,
  p: {
    readonly session: Session;
    readonly notes: readonly SessionNote[];
    readonly flags: readonly SafetyFlag[];
    readonly silentIds: readonly string[];
  },
): Promise<Care> => {
  const { session, flags } = p;
  const heard = session.memberIds.filter((id) => !p.silentIds.includes(id));
  const tired: string[] = [];
  for (const id of heard) {
    const hard = unit.records.checkIns.where('memberId', '==', id).where('rpe', '>=', AT_THE_LIMIT.rpe);
    if (asksForPause(await unit.list(hard), unit.now)) tired.push(id);
  }
  const flagged = (kind: SafetyFlag['kind']) => flags.filter((flag) => flag.kind === kind).map(({ member }) => member);
  const tell = (memberId: string, event: 'pause-offered' | 'help-offered'): void =>
    unit.send(causeId(event, session.id, memberId), { kind: 'notify', memberId, event, subjectId: session.id });
  return {
    write: () => {
      for (const id of new Set([...flagged('pause'), ...tired])) tell(id, 'pause-offered');
      for (const { kind, member, noteIds } of flags) {
        if (kind !== 'call-a-human') continue;
        const id = fixedId('needs-a-person', session.id, member);
        const notes = p.notes.filter((note) => noteIds.includes(note.id));
        unit.create(unit.records.safetyReports.doc(id), callForAPerson(session, { id, member, notes, now: unit.now }));
        tell(member, 'help-offered');
      }
    },
  };
};
