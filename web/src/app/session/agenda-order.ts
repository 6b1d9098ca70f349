import { type AgendaItem } from '@podmates/domain';
import { orderKeyBetween } from '@podmates/domain/sessions';

/** The key that puts an item below all others. */
export const keyAtEnd = (items: readonly AgendaItem[]): string => orderKeyBetween(items.at(-1)?.orderKey ?? null, null);

/**
 * The key that puts the item at `to` (its index once it has been lifted out). Null when it lies there
 * already. Two people may have made the same key at once: then the next larger one is the neighbour.
 */
export function keyForPlace(items: readonly AgendaItem[], itemId: string, to: number): string | null {
  const others = items.filter((item) => item.id !== itemId);
  const place = Math.max(0, Math.min(to, others.length));
  if (items.findIndex((item) => item.id === itemId) === place) return null;
  const before = others[place - 1]?.orderKey ?? null;
  const after = others.slice(place).find((item) => before === null || item.orderKey > before)?.orderKey ?? null;
  return orderKeyBetween(before, after);
}
