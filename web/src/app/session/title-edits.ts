import { type AgendaItem } from '@podmates/domain';

/** The member's own words for one item while they are being typed; they survive a reload. */
export interface TitleEdit {
  readonly itemId: string;
  readonly text: string;
  /** The title the member saw when they began. */
  readonly baseTitle: string;
}

export type TitleEdits = Readonly<Record<string, TitleEdit>>;

export const withoutEdit = (edits: TitleEdits, itemId: string): TitleEdits =>
  Object.fromEntries(Object.entries(edits).filter(([id]) => id !== itemId));

/** Whether a kept draft still has this shape. */
export const areTitleEdits = (value: unknown): value is TitleEdits =>
  typeof value === 'object' && value !== null && Object.values(value).every(isTitleEdit);

const isTitleEdit = (value: unknown): value is TitleEdit =>
  typeof value === 'object' &&
  value !== null &&
  ['itemId', 'text', 'baseTitle'].every((key) => typeof Reflect.get(value, key) === 'string');

/** The title somebody else wrote since the member began, or null while there is none. */
export const otherTitle = (edit: TitleEdit, item: AgendaItem): string | null =>
  item.title === edit.baseTitle || item.title === edit.text ? null : item.title;

/**
 * The list as it stood when the member began to type: known items keep their places, new ones come
 * below. A row that moves in the document loses the focus and the caret.
 */
export function inSteadyOrder(order: readonly string[], items: readonly AgendaItem[]): AgendaItem[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const known = order.flatMap((id) => byId.get(id) ?? []);
  return [...known, ...items.filter((item) => !order.includes(item.id))];
}
