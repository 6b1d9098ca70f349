import { brotliCompressSync, constants } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright-core';
import { originOf } from '../../local/src/ports';
import { atLeast, atMost, type Benchmark, type BenchmarkOptions, type Claim, type Measured, round } from './benchmark';
import { enterProduct } from './p1/product-pages';
import { givenPod } from './p7/given-pod';
import { auditWithLighthouse, type LighthouseFound } from './p7/lighthouse';
import { buildPeer, type Peer, serveFolder } from './p7/minimal-app';
import { offlineReopenings } from './p7/offline-reopen';
import { withPlatform } from './running-platform';
import { percentile } from './statistics';

/**
 * P7. What a first visit loads: JavaScript and style sheets of the landing page and of the pod page, each beside
 * a minimal Angular app with the same Firebase imports, built in the same run by the same builder. Then the landing
 * page by Lighthouse, and the pod page opened again without a network.
 */
export const firstLoad: Benchmark = {
  name: 'p7',
  title: 'First load: brotli bytes, Lighthouse, and opening again without a network',
  run: (options) => withPlatform(options.portBase, () => measure(options)),
};

const TARGET = 1.3;
const OFFLINE_LIMIT_MS = 1000;
const PEER_PAGES_AT = 21; // above the platform's own block of ports
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];

interface Load {
  readonly files: number;
  readonly bytes: number;
}

type Loads = Readonly<Record<'landing' | 'pod' | 'bare' | 'withFirebase', Load>>;

async function measure({ portBase }: BenchmarkOptions): Promise<Measured> {
  const executablePath = process.env['PODMATES_CHROMIUM'] ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  let loads: Loads;
  let offline: number[];
  try {
    loads = {
      landing: await landingLoad(browser, portBase),
      pod: await podLoad(browser, portBase),
      bare: await peerLoad(browser, portBase, 'without-firebase'),
      withFirebase: await peerLoad(browser, portBase, 'with-firebase'),
    };
    offline = await offlineReopenings(browser, portBase);
  } finally {
    await browser.close();
  }
  return reported(loads, offline, lighthouseOrReason(`${originOf(portBase)}/`, executablePath));
}

function lighthouseOrReason(url: string, executablePath: string): LighthouseFound | string {
  try {
    return auditWithLighthouse(url, executablePath);
  } catch (problem) {
    return problem instanceof Error ? (problem.message.split('\n')[0] ?? '') : String(problem);
  }
}

function reported(loads: Loads, offline: readonly number[], audit: LighthouseFound | string): Measured {
  const line = (name: string, load: Load): (string | number)[] => [name, `${load.files} files`, load.bytes];
  const { landing, pod, bare, withFirebase } = loads;
  const reopened = percentile(offline, 0.95);
  return {
    table: {
      columns: ['first visit', 'over', 'brotli bytes, ms or score'],
      rows: [
        line('minimal Angular with a router', bare),
        line('Podmates: landing', landing),
        line('minimal Angular with the same Firebase imports', withFirebase),
        line('Podmates: pod page, signed in', pod),
        ['pod page reopened offline, median ms', `${offline.length} openings`, Math.round(percentile(offline, 0.5))],
        ['pod page reopened offline, longest ms', `${offline.length} openings`, Math.round(reopened)],
        ...auditRows(audit),
      ],
    },
    claims: [
      atMost('landing / minimal Angular', round(landing.bytes / bare.bytes), TARGET, '×'),
      atMost('pod page / minimal Angular + Firebase', round(pod.bytes / withFirebase.bytes), TARGET, '×'),
      atMost('pod page reopened offline, p95', Math.round(reopened), OFFLINE_LIMIT_MS, 'ms'),
      ...auditClaims(audit),
    ],
    notes: [
      'Every file that the page asked for until it was quiet, compressed alone at brotli quality 11. Without service worker and cache.',
      "The platform serves its local build: production but for one module, which adds the few lines that find the emulators and leaves out the providers' pop-up (about 4 kB of the sign-in SDK).",
      'The landing page asks for no Firebase, so its peer has none.',
      'Lighthouse simulates a middling phone; its blocking time is measured on this machine, and grows with whatever else runs on it.',
    ],
  };
}

function auditRows(audit: LighthouseFound | string): (string | number)[][] {
  if (typeof audit === 'string') return [['Lighthouse did not run', audit, '']];
  const over = `${audit.runs} runs`;
  return [
    ...Object.entries(audit.scores).map(([name, score]) => [`Lighthouse, landing, mobile: ${name}`, over, score]),
    ...Object.entries(audit.times).map(([name, ms]) => [`… ${name}, simulated ms`, over, Math.round(ms)]),
  ];
}

function auditClaims(audit: LighthouseFound | string): Claim[] {
  if (typeof audit === 'string') return [];
  return [
    atLeast('Lighthouse performance', audit.scores.performance, 0.95),
    atLeast('Lighthouse accessibility', audit.scores.accessibility, 1),
    atLeast('Lighthouse best practices', audit.scores['best-practices'], 1),
  ];
}

async function landingLoad(browser: Browser, portBase: number): Promise<Load> {
  const page = await freshPage(browser);
  return loadOf(page, `${originOf(portBase)}/`);
}

async function podLoad(browser: Browser, portBase: number): Promise<Load> {
  const page = await freshPage(browser);
  const account = { name: 'Pod Visitor', email: `p7-${Date.now()}@bench.example` };
  const id = await enterProduct(page, portBase, account);
  await givenPod(portBase, { id, name: account.name }, page);
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
