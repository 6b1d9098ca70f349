import { type Browser, chromium, type Page } from 'playwright-core';
import { originOf } from '../../local/src/ports';
import { atMost, type Benchmark, type BenchmarkOptions, type Measured, round } from './benchmark';
import { installedTools } from './installed-tools';
import { AGENDA_IDS, givenSession, ITEM_ID, type Person } from './p1/given-session';
import { editInPeer, inPeer } from './p1/peer-page';
import { editInRoom, enterProduct, openRoom } from './p1/product-pages';
import { serveRawPages } from './p1/raw-pages';
import { editBlock, newContext, newTimes, type Side } from './p1/side';
import { hocuspocus, relay, SOCKET_PACKAGES, type SocketProgram } from './p1/socket-programs';
import { type SocketSide, socketSide } from './p1/socket-side';
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
/** The sides take turns in blocks, so that a busy moment of the machine meets all of them. */
const BLOCK = 10;
/** Above the platform's own block of ports. */
const RAW_PAGES_AT = 20;
const HOCUSPOCUS_AT = 22;
const RELAY_AT = 24;
const FRAME_MS = 16.7;
const SHARES = [0.5, 0.95, 0.99] as const;
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];

type SideName = 'raw' | 'kept' | 'product' | 'hocuspocus' | 'relay';

async function measure({ portBase }: BenchmarkOptions): Promise<Measured> {
  const folder = installedTools('p1-peers', SOCKET_PACKAGES);
  const browser = await chromium.launch({
    executablePath: process.env['PODMATES_CHROMIUM'] ?? '/usr/bin/chromium',
    args: FLAGS,
  });
  const server = await serveRawPages(portBase + RAW_PAGES_AT);
  const sockets: SocketSide[] = [];
  const open = async (program: SocketProgram, offset: number) => {
    const side = await socketSide(browser, program, { folder, port: portBase + offset, size: POD_SIZE });
    sockets.push(side);
    return side;
  };
  try {
    const run = `p1-${Date.now()}`;
    const sides: Record<SideName, Side> = {
      product: await productSide(browser, portBase, run),
      raw: await rawSide(browser, portBase, `${run}-raw`, false),
      kept: await rawSide(browser, portBase, `${run}-kept`, true),
      hocuspocus: await open(hocuspocus, HOCUSPOCUS_AT),
      relay: await open(relay, RELAY_AT),
    };
    for (let from = 0; from < WARM_UP + EDITS; from += BLOCK) {
      const count = Math.min(BLOCK, WARM_UP + EDITS - from);
      for (const side of Object.values(sides)) await editBlock(side, { from, count, kept: WARM_UP });
    }
    return reported(sides);
  } finally {
    await browser.close();
    server.close();
    for (const side of sockets) await side.close();
  }
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
  let edits = 0;
  const nextItem = (): string => AGENDA_IDS[edits++ % AGENDA_IDS.length] ?? ITEM_ID;
  return { pages, edit: (page, title) => editInRoom(page, nextItem(), title), times: newTimes() };
}

async function rawSide(browser: Browser, portBase: number, sessionId: string, isKept: boolean): Promise<Side> {
  const config: unknown = await (await fetch(`${originOf(portBase)}/app-config.json`)).json();
  const pages: Page[] = [];
  const people: Person[] = [];
  for (let place = 0; place < POD_SIZE; place += 1) {
    const page = await (await newContext(browser)).newPage();
    await page.goto(originOf(portBase + RAW_PAGES_AT));
    await page.waitForFunction(() => 'peer' in window);
    const name = `Raw ${place}`;
    const email = `${sessionId}-${place}@bench.example`;
    const account = { sub: email, email, email_verified: true, name };
    people.push({ id: await inPeer<string>(page, 'enter', config, account, isKept), name });
    pages.push(page);
  }
  await givenSession(portBase, sessionId, people);
  for (const page of pages) await inPeer(page, 'listen', `sessions/${sessionId}/agenda`);
  return { pages, edit: editInPeer, times: newTimes() };
}

function reported({ product, raw, kept, hocuspocus, relay }: Record<SideName, Side>): Measured {
  const line = (name: string, values: readonly number[]): (string | number)[] => [
    name,
    ...SHARES.map((share) => round(percentile(values, share))),
  ];
  const ratioTo = (side: Side, share: number): number =>
    percentile(product.times.toOthers, share) / percentile(side.times.toOthers, share);
  const ratios = (name: string, side: Side) => [name, ...SHARES.map((share) => round(ratioTo(side, share)))];
  return {
    table: {
      columns: ['milliseconds, on this machine', 'p50', 'p95', 'p99'],
      rows: [
        line('raw SDK: write → listeners of three others', raw.times.toOthers),
        line('… with the cache on the disk, as the product', kept.times.toOthers),
        line('product: save → on the screens of three others', product.times.toOthers),
        line('Hocuspocus (Yjs): edit → observers of three others', hocuspocus.times.toOthers),
        line('bare ws relay: edit → three others', relay.times.toOthers),
        line('raw SDK: own echo', raw.times.ownEcho),
        line('… with the cache on the disk', kept.times.ownEcho),
        line('product: own echo on screen', product.times.ownEcho),
        line('Hocuspocus: own echo', hocuspocus.times.ownEcho),
        ratios('product / raw, to others', raw),
        ratios('product / raw with the cache on the disk', kept),
        ratios('product / Hocuspocus', hocuspocus),
        ratios('product / ws relay', relay),
      ],
    },
    claims: [
      atMost('product / raw SDK, p95', ratioTo(raw, 0.95), 1.3, '×'),
      atMost('own echo, p95 (one frame)', percentile(product.times.ownEcho, 0.95), FRAME_MS, 'ms'),
    ],
    notes: [
      `${EDITS} edits on each side, one item after the other, in turns of ${BLOCK}; ${POD_SIZE} browsers per side, all on one machine; the first three through one emulator. Not a production latency.`,
      'The product keeps its cache on the disk so that edits survive a dropped network and a closed page; the row beside it shows what that costs by itself.',
      'Hocuspocus keeps the document in memory; it and the relay neither store nor check anything, and have no sign-in.',
      'Every edit begins with a click in a form, and time with its submit. All but the product end in the callback that brings the change; the product ends when the new title is in the document.',
    ],
  };
}
