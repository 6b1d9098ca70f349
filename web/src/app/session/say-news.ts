import { type AgendaItem, type Session } from '@podmates/domain';
import { STATE_WORDS } from './say-session';

/** What a screen reader hears when the session moves on: the stage, the item and its place, who leads. */
export function sayNews(
  before: Session,
  after: Session,
  p: { nameOf: (memberId: string) => string; items: readonly AgendaItem[] },
): string {
  const news: string[] = [];
  if (before.state !== after.state) news.push(STATE_WORDS[after.state]);
  if (after.state === 'live' && before.currentItemId !== after.currentItemId) news.push(sayItem(after, p.items));
  if (before.hostId !== after.hostId) {
    const name = p.nameOf(after.hostId);
    news.push(name === 'You' ? 'You lead now.' : `${name} leads now.`);
  }
  return news.filter(Boolean).join(' ');
}

function sayItem(session: Session, items: readonly AgendaItem[]): string {
  const place = items.findIndex(({ id }) => id === session.currentItemId);
  const item = items[place];
  return item ? `Now: ${item.title}, item ${place + 1} of ${items.length}.` : '';
}

const LIST = new Intl.ListFormat('en-GB');

/** Names in the order of the alphabet: “Ann, Ben and Cleo”. */
export const sayNames = (names: readonly string[]): string =>
  LIST.format([...names].sort((a, b) => a.localeCompare(b, 'en')));
