import { type Browser, type BrowserContext, type Page } from 'playwright-core';

const WAIT_MS = 15_000;

export interface Times {
  readonly toOthers: number[];
  readonly ownEcho: number[];
}

/** One way of sharing an agenda: a page for each member, the first of whom edits. */
export interface Side {
  readonly pages: readonly Page[];
  readonly edit: (page: Page, title: string) => Promise<void>;
  readonly times: Times;
}

export const newTimes = (): Times => ({ toOthers: [], ownEcho: [] });

export const newContext = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ viewport: { width: 1280, height: 860 }, locale: 'en-GB' });

/** Edits number `from` to `from + count`; what comes before number `kept` only warms up. */
export async function editBlock(side: Side, p: { from: number; count: number; kept: number }): Promise<void> {
  const [writer, ...others] = side.pages;
  if (!writer) throw new Error('There is nobody to write.');
  for (let nth = p.from; nth < p.from + p.count; nth += 1) {
    const title = `Edit ${nth + 1}`;
    await side.edit(writer, title);
    const own = await seenAt(writer, title);
    const sentAt = await writer.evaluate(() => Reflect.get(window, 'sentAt') as number);
    const seen = await Promise.all(others.map((page) => seenAt(page, title)));
    if (nth < p.kept) continue;
    side.times.ownEcho.push(own - sentAt);
    side.times.toOthers.push(...seen.map((at) => at - sentAt));
  }
}

async function seenAt(page: Page, title: string): Promise<number> {
  const handle = await page.waitForFunction(
    (wanted) => (Reflect.get(window, 'seen') as Record<string, number>)[wanted],
    title,
    { timeout: WAIT_MS, polling: 20 },
  );
  return Number(await handle.jsonValue());
}
