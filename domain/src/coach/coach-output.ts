import * as z from 'zod';

/** What leaves the coach is bounded whatever came in. Lengths in UTF-16 units. */
export const OUTPUT_LIMITS = {
  summaryLines: 60,
  lineText: 280,
  actionsPerMember: 2, // enforced here and again by whoever stores drafts
  actionText: 200,
  checklist: 4,
  checklistText: 160,
  quiz: 3,
  questionText: 280,
  choices: 4,
  choiceText: 160,
  agendaItems: 12,
  agendaText: 200,
  cites: 10,
} as const;

const L = OUTPUT_LIMITS;
const Cites = z.array(z.string().min(1).max(200)).min(1).max(L.cites);
const text = (most: number) => z.string().min(1).max(most);

/** One timed item and why it is there. All `minutes` together are at most the session's. */
const AgendaLine = z.object({
  title: text(L.agendaText),
  minutes: z.number().int().min(1),
  why: text(L.agendaText),
});
/** One sentence and the notes it stands on. */
const SummaryLine = z.object({ text: text(L.lineText), cites: Cites });
/** A draft until its member accepts it. */
const ActionDraft = z.object({
  member: z.string(),
  text: text(L.actionText),
  cites: Cites,
  checklist: z.array(text(L.checklistText)).min(1).max(L.checklist),
});
const QuizQuestion = z
  .object({
    question: text(L.questionText),
    choices: z.array(text(L.choiceText)).min(2).max(L.choices),
    /** Place of the right choice. */
    answer: z.number().int().min(0),
    cites: Cites,
  })
  .refine(({ choices, answer }) => answer < choices.length, { path: ['answer'], message: 'is no choice' });

export const CoachOutput = z.object({
  agenda: z.array(AgendaLine).max(L.agendaItems),
  summary: z.array(SummaryLine).max(L.summaryLines),
  actions: z.array(ActionDraft),
  quiz: z.array(QuizQuestion).max(L.quiz),
  /** Ids of open items that stay open. */
  carried: z.array(z.string()),
});
export type AgendaLine = z.infer<typeof AgendaLine>;
export type SummaryLine = z.infer<typeof SummaryLine>;
export type ActionDraft = z.infer<typeof ActionDraft>;
export type QuizQuestion = z.infer<typeof QuizQuestion>;
export type CoachOutput = z.infer<typeof CoachOutput>;
