import * as z from 'zod';
import { ActionAnswer, CoachActionStatus, Id, LIMITS, Text } from '../documents';

const Done = z.object({});
const Version = z.number().int().min(1);
const InSession = z.object({ sessionId: Id }).strict();
const OfAction = InSession.extend({ actionId: Id });

/** What members say to the coach; each is said again without harm. */
export const COACH_CALLABLES = {
  /** Whether the coach may read what the member wrote in this session. Until the session has ended. */
  setAiConsent: { input: InSession.extend({ isAllowed: z.boolean() }), output: Done },
  /**
   * Their own next step: `accept` makes a draft theirs, in `text` where they word it otherwise; `dismiss` lays it aside
   * at no cost; `done`; `reopen` takes the last two back.
   */
  answerCoachAction: {
    input: OfAction.extend({ answer: ActionAnswer, text: Text(LIMITS.agendaTitle).optional() }),
    output: z.object({ status: CoachActionStatus }),
  },
  /** A line of the checklist of one's own step, counted from 0. */
  tickChecklist: {
    input: OfAction.extend({ place: z.number().int().min(0).max(3), isDone: z.boolean() }),
    output: Done,
  },
  /** The first answers count. `answers`: places of the choices in the order of the questions; null skips the quiz. */
  answerQuiz: {
    input: InSession.extend({
      answers: z.array(z.number().int().min(0).max(3)).min(1).max(LIMITS.quizQuestions).nullable(),
    }),
    output: z.object({ score: z.number().int().nullable(), of: z.number().int() }),
  },
  /** An earlier version once more, as the newest one. */
  restoreCoachDoc: { input: InSession.extend({ version: Version }), output: z.object({ version: Version }) },
  /**
   * Another wording of a sentence that stands on the member's own notes, or none of it; `place` counts from 0 in
   * `version`, the newest as the member sees it. Refused with 'aborted' when there is a newer one.
   */
  rewordCoachLine: {
    input: InSession.extend({
      version: Version,
      place: z.number().int().min(0).max(LIMITS.coachLines),
      text: Text(LIMITS.coachText).nullable(),
    }),
    output: z.object({ version: Version }),
  },
  /** Takes what the coach made of the session out of every version, with all steps that nobody accepted. */
  eraseCoachDoc: { input: InSession, output: Done },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
