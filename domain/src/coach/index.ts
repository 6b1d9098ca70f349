export {
  COACH_LIMITS,
  type CoachMember,
  type CoachNote,
  CoachNoteKind,
  type CoachSession,
  type OpenItem,
  readCoachFile,
} from './coach-file';
export {
  type ActionDraft,
  type AgendaLine,
  CoachOutput,
  OUTPUT_LIMITS,
  type QuizQuestion,
  type SummaryLine,
} from './coach-output';
export { checkAnswer, isAnswer, LONGEST_ANSWER } from './check-answer';
export { planAgenda } from './plan-agenda';
export { buildPrompt, type CoachPrompt, PROMPT_INSTRUCTION, PROMPT_LIMITS } from './prompt';
export { type Readable, type ReadableNote, readableNotes } from './readable-notes';
export { isOwnLine, leadOf, rewordedDocs } from './reword-line';
export { type Coached, runCoach } from './run-coach';
export { SAFETY_WORDS, type SafetyFlag, safetyFlags } from './safety';
export { mentionsInjury, mentionsSelfHarm } from './safety-words';
export { isUntouched, plannedItems } from './agenda-items';
export { answeredAction, tickedAction } from './answer-action';
export { erasedDoc, newestOf, readBy, restoredDocs } from './doc-versions';
export { actionsToKeep, presenceToKeep, readyDoc, suggestionsFor, workingDoc } from './kept-session';
export { type Pair, type Parted, partedKept } from './parted-versions';
export { quizResult } from './quiz-result';
export { apartIds, coachSessionOf, type SessionFacts, titlesOf } from './session-facts';
export { TOKENS_A_MONTH, withReserved, withTaken } from './token-budget';
export { writeByRules } from './write-by-rules';
