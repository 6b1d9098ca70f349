import { type Session } from '@podmates/domain';
import { excusedBy } from '@podmates/domain/safety';
import { type UnitOfWork } from '../store/unit-of-work';

/** Members whose absence from a session counts for nothing, as one of them left it safely. */
export const readExcused = async (unit: UnitOfWork, session: Session): Promise<string[]> =>
  excusedBy(session, await unit.list(unit.records.safetyReports.where('sessionId', '==', session.id)));
