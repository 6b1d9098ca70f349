import { type Session, type SessionNote } from '@podmates/domain';
import { isHeld } from '@podmates/domain/safety';
import { type UnitOfWork } from '../store/unit-of-work';

/** The pod's notes of a session, without those whose words a chat would hold: no summary repeats them. */
export async function readSaidNotes(unit: UnitOfWork, session: Session): Promise<SessionNote[]> {
  const notes = await unit.list(unit.records.notes(session.id).orderBy('writtenAt'));
  const authorIds = [...new Set(notes.map(({ authorId }) => authorId))];
  const authors = await unit.several(authorIds.map((id) => unit.records.members.doc(id)));
  const languageOf = (id: string): string => authors.find((author) => author.id === id)?.language ?? '';
  return notes.filter(({ text, authorId }) => !isHeld(text, languageOf(authorId)));
}
