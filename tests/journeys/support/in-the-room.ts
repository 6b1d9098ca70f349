import { type Locator, type Page } from 'playwright-core';

/** Somebody's line in the list of people. */
export const personIn = (page: Page, name: string): Locator =>
  page.getByRole('region', { name: 'People' }).getByRole('listitem').filter({ hasText: name });

/** The agenda's line that the session is at, once it is that one. */
export const currentItem = (page: Page, title = ''): Locator =>
  page.getByRole('region', { name: 'Agenda' }).locator('[aria-current="step"]').filter({ hasText: title });

/** The tick of an agenda item. */
export const tick = (page: Page, title = ''): Locator => page.getByRole('checkbox', { name: `Done: ${title}` });

/** Waits until an item shows as done. */
export const ticked = (page: Page, title = ''): Promise<void> =>
  tick(page, title).and(page.locator(':checked')).waitFor();

/** The titles of the agenda as a page shows them, in their order. */
export const agendaOf = async (page: Page): Promise<string[]> => {
  const ticks = page.getByRole('region', { name: 'Agenda' }).getByRole('checkbox', { name: /^Done: / });
  const names = await ticks.evaluateAll((boxes) => boxes.map((box) => box.getAttribute('aria-label') ?? ''));
  return names.map((name) => name.slice('Done: '.length));
};

/** Gives an item another title. */
export async function retitle(page: Page, from: string | undefined, to: string): Promise<void> {
  await page.getByRole('button', { name: `Edit title: ${from}` }).click();
  await page.getByRole('textbox', { name: `Title of ${from}` }).fill(to);
  await page.keyboard.press('Enter');
}

export async function addNote(page: Page, text: string): Promise<void> {
  const notes = page.getByRole('region', { name: 'Notes' });
  await notes.getByRole('textbox').fill(text);
  await notes.getByRole('button', { name: 'Add note' }).click();
}

/** Presses "Next item" until there is none, and then "Wrap up". A step that the demo people made first is none of one's own. */
export async function toTheWrapUp(page: Page): Promise<void> {
  const [wrap, next] = ['Wrap up', 'Next item'].map((name) =>
    page.getByRole('button', { name }).and(page.locator(':not([aria-busy])')),
  ) as [Locator, Locator];
  const coming = page.getByText(/^Then: /);
  for (;;) {
    await wrap.or(next).waitFor();
    if (await wrap.isVisible()) break;
    const then = await coming.textContent();
    await next.click();
    await coming.and(page.getByText(then ?? '', { exact: true })).waitFor({ state: 'detached' });
  }
  await wrap.click();
}
