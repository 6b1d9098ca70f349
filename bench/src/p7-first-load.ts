import { brotliCompressSync, constants } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright-core';
import { originOf } from '../../local/src/ports';
import { atMost, type Benchmark, type BenchmarkOptions, type Measured, round } from './benchmark';
import { enterProduct } from './p1/product-pages';
import { givenPod } from './p7/given-pod';
import { buildPeer, type Peer, serveFolder } from './p7/minimal-app';
import { withPlatform } from './running-platform';

/**
 * P7. What a first visit loads: JavaScript and style sheets of the landing page and of the pod page, each beside
 * a minimal Angular app with the same Firebase imports, built in the same run by the same builder.
 */
export const firstLoad: Benchmark = {
  name: 'p7',
  title: 'First load: brotli bytes of JavaScript and CSS',
  run: (options) => withPlatform(options.portBase, () => measure(options)),
};

const TARGET = 1.3;
const PEER_PAGES_AT = 21; // above the platform's own block of ports
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];

interface Load {
  readonly files: number;
  readonly bytes: number;
}

async function measure({ portBase }: BenchmarkOptions): Promise<Measured> {
  const browser = await chromium.launch({
    executablePath: process.env['PODMATES_CHROMIUM'] ?? '/usr/bin/chromium',
    args: FLAGS,
  });
  try {
    const landing = await landingLoad(browser, portBase);
    const pod = await podLoad(browser, portBase);
    const bare = await peerLoad(browser, portBase, 'without-firebase');
    const withFirebase = await peerLoad(browser, portBase, 'with-firebase');
    const line = (name: string, load: Load): (string | number)[] => [name, load.files, load.bytes];
    return {
      table: {
        columns: ['loaded by a first visit', 'files', 'brotli bytes'],
        rows: [
          line('minimal Angular with a router', bare),
          line('Podmates: landing', landing),
          line('minimal Angular with the same Firebase imports', withFirebase),
          line('Podmates: pod page, signed in', pod),
        ],
      },
      claims: [
        atMost('landing / minimal Angular', round(landing.bytes / bare.bytes), TARGET, '×'),
        atMost('pod page / minimal Angular + Firebase', round(pod.bytes / withFirebase.bytes), TARGET, '×'),
      ],
      notes: [
        'Every file that the page asked for until it was quiet, compressed alone at brotli quality 11. Without service worker and cache.',
        'The platform serves its local build: production but for one module, which adds the few lines that find the emulators.',
        'The landing page asks for no Firebase, so its peer has none; Lighthouse is not part of this run.',
      ],
    };
  } finally {
    await browser.close();
  }
}

async function landingLoad(browser: Browser, portBase: number): Promise<Load> {
  const page = await freshPage(browser);
  return loadOf(page, `${originOf(portBase)}/`);
}

async function podLoad(browser: Browser, portBase: number): Promise<Load> {
  const page = await freshPage(browser);
  const account = { name: 'Pod Visitor', email: `p7-${Date.now()}@bench.example` };
  const id = await enterProduct(page, portBase, account);
  await givenPod(portBase, { id, name: account.name });
  const load = await loadOf(page, `${originOf(portBase)}/pod`);
  if (new URL(page.url()).pathname !== '/pod') throw new Error(`The pod page sent its member to ${page.url()}.`);
  return load;
}

async function peerLoad(browser: Browser, portBase: number, peer: Peer): Promise<Load> {
  const server = await serveFolder(buildPeer(peer), portBase + PEER_PAGES_AT);
  try {
    return await loadOf(await freshPage(browser), originOf(portBase + PEER_PAGES_AT));
  } finally {
    server.close();
  }
}

const freshPage = async (browser: Browser): Promise<Page> =>
  (await browser.newContext({ serviceWorkers: 'block', locale: 'en-GB' })).newPage();

async function loadOf(page: Page, url: string): Promise<Load> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  const sizes = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    const kind = response.request().resourceType();
    if (kind === 'script' || kind === 'stylesheet') sizes.set(response.url(), response.body().then(brotliBytes));
  });
  await page.goto(url);
  await page.locator('h1').first().waitFor();
  let known = -1;
  while (known !== sizes.size) {
    known = sizes.size;
    await page.waitForTimeout(2000); // quiet for two seconds: listeners keep the network itself busy
  }
  const bytes = (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0);
  return { files: sizes.size, bytes };
}

const brotliBytes = (body: Buffer): number =>
  brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
