import { DomainError } from '../contracts';
import { type CoachDoc, type QuizResult, SCHEMA_VERSION } from '../documents';

/**
 * How the questions of a summary were answered; null answers skip them.
 * @throws DomainError `failed-precondition`: there are no questions; `invalid-argument`: not one answer to each
 */
export function quizResult(
  doc: CoachDoc,
  p: { readonly memberId: string; readonly answers: readonly number[] | null; readonly now: Date },
): QuizResult {
  const { quiz } = doc;
  if (doc.status !== 'ready' || quiz.length === 0)
    throw new DomainError('failed-precondition', 'There is no quiz for this session.');
  const { answers } = p;
  const fits = answers === null || quiz.every(({ choices }, n) => (answers[n] ?? Infinity) < choices.length);
  if (!fits || (answers !== null && answers.length !== quiz.length))
    throw new DomainError('invalid-argument', 'Some of this is not right yet.', [
      { path: 'answers', message: `needs one choice for each of the ${quiz.length} questions` },
    ]);
  return {
    id: p.memberId,
    sessionId: doc.sessionId,
    docVersion: doc.version,
    answers: answers === null ? null : [...answers],
    score: answers === null ? null : quiz.filter(({ answer }, n) => answers[n] === answer).length,
    of: quiz.length,
    answeredAt: p.now,
    schemaVersion: SCHEMA_VERSION,
  };
}
