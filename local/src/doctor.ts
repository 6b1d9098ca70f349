import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { presentChromium } from './chromium';
import { presentEmulator, thisMachine } from './emulators/firestore-emulator';
import { javaVersion, pathOf } from './emulators/java';
import { officialStorageRules } from './emulators/java-shim';
import { say } from './output';
import { ROOT, STATE_FOLDER } from './paths';
import { basePort, originOf, portBlock } from './ports';
import { isHeld, readLock } from './processes/lock';
import { takenPorts } from './processes/port-owner';

type State = 'ok' | 'note' | 'missing';
interface Finding {
  readonly state: State;
  readonly text: string;
}

const finding = (state: State, text: string): Finding => ({ state, text });

function firestore(): Finding {
  const found = presentEmulator(thisMachine());
  if (found) return finding('ok', `Firestore emulator: ${found.kind} (${found.from})`);
  if (pathOf('cargo'))
    return finding('note', 'Firestore emulator: will be built by cargo at the first start, about three minutes');
  if ((javaVersion() ?? 0) >= 21)
    return finding('note', 'Firestore emulator: firebase-tools will fetch the official one');
  return finding(
    'missing',
    'Firestore emulator: install Rust 1.88+ (rustup.rs), or Java 21+, or set PODMATES_FIRESTORE_EMULATOR',
  );
}

const storageRules = (): Finding =>
  officialStorageRules()
    ? finding('ok', 'Storage rules: the official runtime')
    : finding('ok', 'Storage rules: our own runtime (the official one is used when firebase-tools has fetched it)');

function chromium(): Finding {
  const found = presentChromium();
  if (found) return finding('ok', `Chromium for the journeys: ${found}`);
  const isInstallable = process.getuid?.() === 0 && pathOf('apt-get') !== null;
  return isInstallable
    ? finding('note', 'Chromium for the journeys: `npm test` will install it')
    : finding('missing', 'Chromium for the journeys: install it, or set PODMATES_CHROMIUM (only `npm test` needs it)');
}

async function ports(): Promise<Finding[]> {
  const base = basePort();
  const lock = readLock(STATE_FOLDER, base);
  if (lock && isHeld(lock)) return [finding('ok', `Podmates runs at ${lock.url} (process ${lock.pid})`)];
  const taken = await takenPorts(portBlock(base));
  if (taken.length === 0) return [finding('ok', `Ports from ${base} are free for ${originOf(base)}`)];
  return taken.map((line) => finding('missing', `${line} End it, or set PODMATES_PORT.`));
}

const files = (): Finding[] =>
  ['firebase.json', 'firestore.rules', 'firestore.indexes.json', 'storage.rules']
    .filter((file) => !existsSync(join(ROOT, file)))
    .map((file) => finding('missing', `${file} is not there; is this clone complete?`));

const findings = [
  finding('ok', `Node ${process.versions.node} for everything below local/`),
  finding('ok', 'Dependencies match package-lock.json'),
  firestore(),
  storageRules(),
  chromium(),
  ...(await ports()),
  ...files(),
];
for (const { state, text } of findings) say(`${state.padEnd(8)} ${text}`);
process.exitCode = findings.some(({ state }) => state === 'missing') ? 1 : 0;
