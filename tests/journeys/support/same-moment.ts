import { type Locator, type Page } from 'playwright-core';

/** Time for the question to reach every page before the moment that it asks about. */
const AHEAD_MS = 500;

/**
 * Milliseconds from a press in one browser until the other shows the item as the current one. Both are noted
 * inside the pages, by the clock of the machine they share, so the way to the browsers does not count.
 */
export async function pressToShown(p: { pressed: Locator; seenIn: Page; title: string }): Promise<number> {
  await p.seenIn.evaluate((title) => {
    const isShown = () => document.querySelector('[aria-current="step"]')?.textContent?.includes(title);
    const shownAt = new Promise<number>((shown) => {
      const watching = new MutationObserver(() => {
        if (!isShown()) return;
        watching.disconnect();
        shown(Date.now());
      });
      watching.observe(document.body, { attributes: true, childList: true, characterData: true, subtree: true });
    });
    Reflect.set(window, 'shownAt', shownAt);
  }, p.title);
  const page = p.pressed.page();
  await page.evaluate(() =>
    addEventListener('click', () => Reflect.set(window, 'pressedAt', Date.now()), { capture: true, once: true }),
  );
  await p.pressed.click();
  const shownAt = await p.seenIn.evaluate(() => Reflect.get(window, 'shownAt') as Promise<number>);
  return shownAt - (await page.evaluate(() => Reflect.get(window, 'pressedAt') as number));
}

/** The seconds left that each page shows at one and the same moment. */
export async function secondsLeft(pages: readonly Page[]): Promise<number[]> {
  const at = Date.now() + AHEAD_MS;
  const faces = await Promise.all(
    pages.map((page) =>
      page.evaluate(async (moment) => {
        await new Promise((resolve) => setTimeout(resolve, moment - Date.now()));
        return document.querySelector('[role="timer"]')?.textContent ?? '';
      }, at),
    ),
  );
  return faces.map(secondsOf);
}

/** `4:05` is 245 seconds. @throws RangeError for what is no time left */
function secondsOf(face: string): number {
  const [minutes, seconds] = face.trim().split(':').map(Number);
  if (!Number.isInteger(minutes) || !Number.isInteger(seconds)) throw new RangeError(`"${face}" is no time left.`);
  return (minutes ?? 0) * 60 + (seconds ?? 0);
}
