import { type AgendaItem } from '@podmates/domain';

/**
 * The member's own words for one item, kept until the server has them. A direct write that rules refuse
 * is dropped by the SDK after the fact, so nothing is let go before it is confirmed.
 */
export interface TitleEdit {
  readonly itemId: string;
  readonly text: string;
  /** The title the member saw when they began. */
  readonly baseTitle: string;
  /** `open`: being typed. `sending`: saved, not yet confirmed. `clash`: refused, somebody wrote another title. */
  readonly state: 'open' | 'sending' | 'clash';
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
  ['itemId', 'text', 'baseTitle', 'state'].every((key) => typeof Reflect.get(value, key) === 'string');

/** The title somebody else wrote since the member began, or null while there is none. */
export const otherTitle = (edit: TitleEdit, item: AgendaItem): string | null =>
  item.title === edit.baseTitle || item.title === edit.text ? null : item.title;

/** What becomes of a refused title: it lies there already, can be sent again, or meets another one. */
export function afterRefusal(edit: TitleEdit, latest: AgendaItem | undefined): 'saved' | 'again' | 'clash' {
  if (!latest || latest.isRemoved) return 'clash';
  if (latest.title === edit.text) return 'saved';
  return latest.title === edit.baseTitle ? 'again' : 'clash';
}

/**
 * The list as it stood when the member began to type: known items keep their places, new ones come
 * below. A row that moves in the document loses the focus and the caret.
 */
export function inSteadyOrder(order: readonly string[], items: readonly AgendaItem[]): AgendaItem[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const known = order.flatMap((id) => byId.get(id) ?? []);
  return [...known, ...items.filter((item) => !order.includes(item.id))];
}
