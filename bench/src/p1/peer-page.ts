import { type Page } from 'playwright-core';
import { AGENDA_IDS } from './given-session';

/**
 * What each peer's page begins with: a form to save the title by, as the product has one. After a click the browser
 * paints before it runs timers; a write from a script would be spared that wait.
 */
const FORM = '<form><input aria-label="Title" /><button>Save</button></form>';

/** `sentAt` is when the form was submitted, `seen` when each title was first there. The page makes `window.peer`. */
export const PEER_MARKS = `
const now = () => performance.timeOrigin + performance.now();
window.seen = {};
const ids = ${JSON.stringify(AGENDA_IDS)};
let edits = 0;
window.document.querySelector('form').addEventListener('submit', (event) => {
  event.preventDefault();
  window.sentAt = now();
  window.peer.edit(ids[edits++ % ids.length], window.document.querySelector('input').value);
});
`;

export const peerPage = (title: string, script: string): string =>
  `<!doctype html><meta charset="utf-8"><title>${title}</title>${FORM}${script}`;

/** Calls a function of `window.peer`. */
export const inPeer = <T>(page: Page, act: string, ...input: unknown[]): Promise<T> =>
  page.evaluate(
    ({ act, input }) => (Reflect.get(window, 'peer') as Record<string, (...input: unknown[]) => T>)[act]!(...input),
    { act, input },
  );

export async function editInPeer(page: Page, title: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Title' }).fill(title);
  await page.getByRole('button', { name: 'Save' }).click();
}
