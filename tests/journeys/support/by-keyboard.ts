import { type Locator, type Page } from 'playwright-core';

const MOST_STOPS = 150;

/** Goes on with Tab until the control has the focus. @throws Error when it is not reached so */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await hasFocus(control)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${String(control)} was not reached with Tab.`);
}

export const hasFocus = async (control: Locator): Promise<boolean> =>
  (await control.count()) > 0 && control.first().evaluate((element) => element === document.activeElement);
