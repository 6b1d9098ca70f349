import { type Page } from 'playwright-core';
import { originOf, portBlock, PROJECT_ID } from '../../../local/src/ports';

/** Signs in as a visitor of the local platform does, and returns the new member's id. */
export async function enterProduct(
  page: Page,
  portBase: number,
  account: { name: string; email: string },
): Promise<string> {
  await page.goto(`${originOf(portBase)}/sign-in`);
  const opening = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Continue with Google' }).click();
  const popup = await opening;
  await popup.getByLabel('Name').fill(account.name);
  await popup.getByLabel('E-mail').fill(account.email);
  await popup.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  return idOf(portBase, account.email);
}

async function idOf(portBase: number, email: string): Promise<string> {
  const accounts = `${originOf(portBlock(portBase).auth)}/identitytoolkit.googleapis.com/v1/projects/${PROJECT_ID}/accounts`;
  const answer = await fetch(`${accounts}:lookup`, {
    method: 'POST',
    headers: { authorization: 'Bearer owner', 'content-type': 'application/json' },
    body: JSON.stringify({ email: [email] }),
  });
  const found = (await answer.json()) as { users?: { localId: string }[] };
  const id = found.users?.[0]?.localId;
  if (!id) throw new Error(`${email} did not become a member.`);
  return id;
}

/** In the page's own words, as no compiler's helpers exist there. */
const MARKS = `
  const now = () => performance.timeOrigin + performance.now();
  window.seen = {};
  const note = () => {
    for (const title of document.querySelectorAll('app-live-agenda .title'))
      window.seen[title.textContent.trim()] ??= now();
  };
  new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
  document.addEventListener('submit', () => (window.sentAt = now()), { capture: true });
  note();`;

/** Opens the session and notes when each title is first in the document. */
export async function openRoom(page: Page, portBase: number, sessionId: string): Promise<void> {
  await page.goto(`${originOf(portBase)}/session/${sessionId}`);
  await page.locator('app-live-agenda .title').first().waitFor();
  await page.evaluate(MARKS);
}

/** Edits the item's title through the page's own controls. Time runs from the form's submit. */
export async function editInRoom(page: Page, itemId: string, title: string): Promise<void> {
  const row = page.locator(`[data-item-id="${itemId}"]`);
  await row.getByRole('button', { name: /^Edit title/ }).click();
  await row.getByRole('textbox').fill(title);
  await row.getByRole('button', { name: 'Save' }).click();
}
