import { DomainError } from '../contracts';
import { type DecisionKind, type DecisionOption, type Pod, type PodDecision, SCHEMA_VERSION } from '../documents';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

interface DecisionRule {
  readonly options: readonly DecisionOption[];
  /** What holds without an answer. */
  readonly byDefault: DecisionOption;
  readonly lastsMs: number;
  /** Whether more than half of those who are here decide; otherwise each answers for themselves. */
  readonly isShared: boolean;
}

/**
 * Every question that a pod is asked. Each ends by itself, and its default is what changes least for the others: no
 * stranger comes without a yes, nobody is moved without one, and a survivor who says nothing gets company.
 */
export const DECISIONS = {
  /** To the one who is left. */
  degraded: { options: ['refill', 'merge', 'solo', 'exit'], byDefault: 'refill', lastsMs: DAY_MS, isShared: false },
  /** To the one who is left, when nobody was found. */
  unfilled: { options: ['solo', 'exit'], byDefault: 'solo', lastsMs: DAY_MS, isShared: false },
  /** A place is free. */
  vacancy: { options: ['fill', 'keep'], byDefault: 'keep', lastsMs: DAY_MS, isShared: true },
  /** To the others, when somebody missed two sessions in a row. */
  rematch: { options: ['continue', 'rematch'], byDefault: 'continue', lastsMs: DAY_MS, isShared: true },
  /** To whoever missed them. Without an answer the pod decides without them until they are back. */
  'still-in': { options: ['in', 'out'], byDefault: 'in', lastsMs: 2 * DAY_MS, isShared: false },
  /** At the end of a starter pod. */
  trial: { options: ['stay', 'move-on'], byDefault: 'stay', lastsMs: DAY_MS, isShared: false },
  /** After a block among podmates; short, as they meet until then. The default moves nobody who did not ask for it. */
  separation: {
    options: ['stay-moved', 'remove-request'],
    byDefault: 'stay-moved',
    lastsMs: HOUR_MS,
    isShared: false,
  },
  /** Somebody looks for another pod. */
  'go-along': { options: ['stay', 'go-along'], byDefault: 'stay', lastsMs: DAY_MS, isShared: false },
} as const satisfies Record<DecisionKind, DecisionRule>;

export const ruleOf = (kind: DecisionKind): DecisionRule => DECISIONS[kind];

/** Opens a question to some of a pod. `subjectId`: whom it is about. */
export function openDecision(
  pod: Pod,
  p: {
    id: string;
    kind: DecisionKind;
    askedIds: readonly string[];
    subject?: { id: string; name: string };
    options?: readonly DecisionOption[];
    byDefault?: DecisionOption;
    missedAt?: Date;
    now: Date;
  },
): PodDecision {
  const rule = ruleOf(p.kind);
  const expiresAt = new Date(p.now.getTime() + rule.lastsMs);
  return {
    id: p.id,
    podId: pod.id,
    kind: p.kind,
    askedIds: [...p.askedIds],
    subjectId: p.subject?.id ?? null,
    subjectName: p.subject?.name ?? null,
    options: [...(p.options ?? rule.options)],
    byDefault: p.byDefault ?? rule.byDefault,
    answers: {},
    state: 'open',
    outcome: null,
    expiresAt,
    decidedAt: null,
    rematch: p.missedAt
      ? { missedAt: p.missedAt, memberIds: [], servedAt: null, alarmedAt: null, lookAt: expiresAt }
      : null,
    version: 1,
    schemaVersion: SCHEMA_VERSION,
    createdAt: p.now,
  };
}

/**
 * The question with a member's answer; an answer may be changed as long as nothing is decided.
 * @throws DomainError 'not-found': not asked; 'failed-precondition': closed, or its time is over; 'invalid-argument': no such option
 */
export function withAnswer(
  decision: PodDecision,
  p: { memberId: string; option: DecisionOption; now: Date },
): PodDecision {
  if (!decision.askedIds.includes(p.memberId)) throw new DomainError('not-found', 'There is no such question to you.');
  if (decision.state !== 'open' || p.now >= decision.expiresAt)
    throw new DomainError('failed-precondition', 'This question is closed.');
  if (!decision.options.includes(p.option))
    throw new DomainError('invalid-argument', 'This question has other answers.', [
      { path: 'option', message: 'is not one of them' },
    ]);
  if (decision.answers[p.memberId] === p.option) return decision;
  return { ...decision, answers: { ...decision.answers, [p.memberId]: p.option }, version: decision.version + 1 };
}

/** What the answers decide by now: of a shared question more than half of those who are here or have answered. */
export function optionDecided(decision: PodDecision, awayIds: readonly string[]): DecisionOption | null {
  const answers = decision.askedIds.flatMap((id) => decision.answers[id] ?? []);
  if (!ruleOf(decision.kind).isShared) return answers[0] ?? null;
  const voters = decision.askedIds.filter((id) => Object.hasOwn(decision.answers, id) || !awayIds.includes(id));
  const countOf = (option: DecisionOption) => answers.filter((answer) => answer === option).length;
  return decision.options.find((option) => countOf(option) * 2 > voters.length) ?? null;
}

export const closedAs = (decision: PodDecision, outcome: DecisionOption, now: Date): PodDecision => ({
  ...decision,
  state: 'decided',
  outcome,
  decidedAt: now,
  version: decision.version + 1,
});

/** Without meaning any more: whom it asks or is about has left. */
export const voided = (decision: PodDecision, now: Date): PodDecision => ({
  ...decision,
  state: 'void',
  decidedAt: now,
  version: decision.version + 1,
});
