import { carriedItems } from './carried-items';
import { type CoachSession } from './coach-file';
import { type CoachOutput, OUTPUT_LIMITS } from './coach-output';
import { draftActions } from './draft-actions';
import { makeQuiz } from './make-quiz';
import { planAgenda } from './plan-agenda';
import { plainName } from './plain-text';
import { type Readable, readableNotes } from './readable-notes';
import { safetyFlags, type SafetyFlag, safetyLines } from './safety';
import { statementsOf } from './statements';
import { summariseNotes } from './summarise-notes';

/** What the coach makes of a session, and what a person has to look after. */
export interface Coached {
  readonly output: CoachOutput;
  readonly safety: readonly SafetyFlag[];
}

/**
 * The coach without a model. It quotes: every sentence is one that a member wrote in a note that it cites, and it knows
 * nothing else. The same session and `seed` give the same output; the seed decides the order of quiz choices only.
 */
export function runCoach(session: CoachSession, { seed }: { readonly seed: number }): Coached {
  const readable = readableNotes(session);
  const { notes, members } = readable;
  const safety = safetyFlags(readable);
  const statements = statementsOf(notes);
  const carried = carriedItems(session.openItems, notes, namesOf(readable));
  const looked = safetyLines(safety);
  const byId = new Map(notes.map((note) => [note.id, note]));
  return {
    output: {
      agenda: planAgenda(session, readable),
      summary: [...looked, ...summariseNotes(statements, members, byId, OUTPUT_LIMITS.summaryLines - looked.length)],
      actions: draftActions(statements, carried, session.track),
      quiz: makeQuiz(statements, seed),
      carried: carried.map(({ id }) => id),
    },
    safety,
  };
}

const namesOf = ({ members }: Readable): Map<string, string> =>
  new Map(members.map(({ id, name }) => [id, plainName(name)]));
