import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { originOf } from '../../local/src/ports';
import { atMost, type Benchmark, type BenchmarkOptions, type Measured, round } from './benchmark';
import { givenSession, ITEM_ID, type Person } from './p1/given-session';
import { editInRoom, enterProduct, openRoom } from './p1/product-pages';
import { serveRawPages } from './p1/raw-pages';
import { withPlatform } from './running-platform';
import { percentile } from './statistics';

/**
 * P1. From one member's edit of the live agenda to its being on the screens of the other three, beside the same
 * write with the bare SDK through the same emulator in the same browser.
 */
export const changeToScreen: Benchmark = {
  name: 'p1',
  title: 'Live agenda: change in one browser to visible in the three others',
  run: (options) => withPlatform(options.portBase, () => measure(options)),
};

const POD_SIZE = 4;
const EDITS = 100;
const WARM_UP = 5;
/** Both sides take turns in blocks, so that a busy moment of the machine meets both. */
const BLOCK = 10;
const RAW_PAGES_AT = 20; // above the platform's own block of ports
const FRAME_MS = 16.7;
const SHARES = [0.5, 0.95, 0.99] as const;
const WAIT_MS = 15_000;
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];

interface Times {
  readonly toOthers: number[];
  readonly ownEcho: number[];
}

interface Side {
  readonly pages: readonly Page[];
  readonly edit: (page: Page, nth: number, title: string) => Promise<void>;
  readonly times: Times;
}

async function measure({ portBase }: BenchmarkOptions): Promise<Measured> {
  const browser = await chromium.launch({
    executablePath: process.env['PODMATES_CHROMIUM'] ?? '/usr/bin/chromium',
    args: FLAGS,
  });
  const server = await serveRawPages(portBase + RAW_PAGES_AT);
  try {
    const run = `p1-${Date.now()}`;
    const product = await productSide(browser, portBase, run);
    const raw = await rawSide(browser, portBase, `${run}-raw`, false);
    const kept = await rawSide(browser, portBase, `${run}-kept`, true);
    for (let done = 0; done < WARM_UP + EDITS; done += BLOCK) {
      for (const side of [raw, kept, product]) await editBlock(side, done, Math.min(BLOCK, WARM_UP + EDITS - done));
    }
    return reported(product.times, raw.times, kept.times);
  } finally {
    await browser.close();
    server.close();
  }
}

async function editBlock(side: Side, from: number, count: number): Promise<void> {
  const [writer, ...others] = side.pages;
  if (!writer) throw new Error('There is nobody to write.');
  for (let nth = from; nth < from + count; nth += 1) {
    const title = `Edit ${nth + 1}`;
    await side.edit(writer, nth, title);
    const own = await seenAt(writer, title);
    const sentAt = await writer.evaluate(() => Reflect.get(window, 'sentAt') as number);
    const seen = await Promise.all(others.map((page) => seenAt(page, title)));
    if (nth < WARM_UP) continue;
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

async function productSide(browser: Browser, portBase: number, run: string): Promise<Side> {
  const pages: Page[] = [];
  const people: Person[] = [];
  for (let place = 0; place < POD_SIZE; place += 1) {
    const page = await (await newContext(browser)).newPage();
    const account = { name: `Person ${place}`, email: `${run}-${place}@bench.example` };
    people.push({ id: await enterProduct(page, portBase, account), name: account.name });
    pages.push(page);
  }
  await givenSession(portBase, run, people);
  for (const page of pages) await openRoom(page, portBase, run);
  return { pages, edit: (page, _, title) => editInRoom(page, ITEM_ID, title), times: { toOthers: [], ownEcho: [] } };
}

async function rawSide(browser: Browser, portBase: number, sessionId: string, isKept: boolean): Promise<Side> {
  const config: unknown = await (await fetch(`${originOf(portBase)}/app-config.json`)).json();
  const pages: Page[] = [];
  const people: Person[] = [];
  for (let place = 0; place < POD_SIZE; place += 1) {
    const page = await (await newContext(browser)).newPage();
    await page.goto(originOf(portBase + RAW_PAGES_AT));
    await page.waitForFunction(() => 'raw' in window);
    const name = `Raw ${place}`;
    const email = `${sessionId}-${place}@bench.example`;
    const account = { sub: email, email, email_verified: true, name };
    people.push({ id: await inRaw<string>(page, 'enter', config, account, isKept), name });
    pages.push(page);
  }
  await givenSession(portBase, sessionId, people);
  for (const page of pages) await inRaw(page, 'listen', `sessions/${sessionId}/agenda`);
  return {
    pages,
    edit: (page, nth, title) => inRaw(page, 'edit', ITEM_ID, nth + 2, title),
    times: { toOthers: [], ownEcho: [] },
  };
}

const newContext = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ viewport: { width: 1280, height: 860 }, locale: 'en-GB' });

const inRaw = <T>(page: Page, act: string, ...input: unknown[]): Promise<T> =>
  page.evaluate(
    ({ act, input }) => (Reflect.get(window, 'raw') as Record<string, (...input: unknown[]) => T>)[act]!(...input),
    { act, input },
  );

function reported(product: Times, raw: Times, kept: Times): Measured {
  const line = (name: string, values: readonly number[]): (string | number)[] => [
    name,
    ...SHARES.map((share) => round(percentile(values, share))),
  ];
  const ratio = (share: number): number => percentile(product.toOthers, share) / percentile(raw.toOthers, share);
  return {
    table: {
      columns: ['milliseconds, on this machine', 'p50', 'p95', 'p99'],
      rows: [
        line('raw SDK: write → listeners of three others', raw.toOthers),
        line('… with the cache on the disk, as the product', kept.toOthers),
        line('product: save → on the screens of three others', product.toOthers),
        line('raw SDK: own echo', raw.ownEcho),
        line('… with the cache on the disk', kept.ownEcho),
        line('product: own echo on screen', product.ownEcho),
        [
          'disk cache alone / raw, to others',
          ...SHARES.map((share) => round(percentile(kept.toOthers, share) / percentile(raw.toOthers, share))),
        ],
        ['product / raw, to others', ...SHARES.map((share) => round(ratio(share)))],
      ],
    },
    claims: [
      atMost('product / raw SDK, p95', ratio(0.95), 1.3, '×'),
      atMost('own echo, p95 (one frame)', percentile(product.ownEcho, 0.95), FRAME_MS, 'ms'),
    ],
    notes: [
      `${EDITS} edits each, in turns of ${BLOCK}; ${POD_SIZE} browsers per side, all on one machine through one emulator. Not a production latency.`,
      'The product keeps its cache on the disk so that edits survive a dropped network and a closed page; the row beside it shows what that costs by itself.',
      'Raw ends in the callback of onSnapshot; the product ends when the new title is in the document.',
    ],
  };
}
