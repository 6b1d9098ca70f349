import { type CoachBudget, SCHEMA_VERSION } from '../documents';

/** Of one pod in one month (UTC): a model may be asked after about forty long sessions. Beyond it the rules speak. */
export const TOKENS_A_MONTH = 400_000;

export const monthOf = (now: Date): string => now.toISOString().slice(0, 7);

const inMonth = (podId: string, budget: CoachBudget | null, month: string): CoachBudget =>
  budget?.month === month ? budget : { id: podId, month, tokens: 0, schemaVersion: SCHEMA_VERSION };

/** The budget with `tokens` set aside before a model is asked; null when there is not that much left. */
export function withReserved(
  podId: string,
  budget: CoachBudget | null,
  { tokens, now }: { readonly tokens: number; readonly now: Date },
): CoachBudget | null {
  const current = inMonth(podId, budget, monthOf(now));
  return current.tokens + tokens > TOKENS_A_MONTH ? null : { ...current, tokens: current.tokens + tokens };
}

/** What was set aside gives way to what was taken. Over the end of a month only the latter counts, in the new one. */
export function withTaken(
  podId: string,
  budget: CoachBudget | null,
  p: { readonly reserved: number; readonly taken: number; readonly reservedAt: Date; readonly now: Date },
): CoachBudget {
  const current = inMonth(podId, budget, monthOf(p.now));
  const kept = monthOf(p.reservedAt) === current.month ? Math.max(0, current.tokens - p.reserved) : current.tokens;
  return { ...current, tokens: kept + p.taken };
}
