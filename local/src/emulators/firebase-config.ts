import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT, siteFolder } from '../paths';
import { HOST, originOf, type PortBlock } from '../ports';

interface HeaderRule {
  source?: string;
  regex?: string;
  headers: { key: string; value: string }[];
}

/** The parts of firebase.json that the local platform changes; all else is taken over as it is. */
interface FirebaseConfig {
  functions: { source: string; predeploy?: string[] }[];
  firestore: { rules: string; indexes: string };
  storage: { rules: string };
  hosting: { public: string; predeploy?: string[]; headers: HeaderRule[]; rewrites: { regex: string }[] };
  emulators?: unknown;
}

export const productionConfig = (): FirebaseConfig =>
  JSON.parse(readFileSync(join(ROOT, 'firebase.json'), 'utf8')) as FirebaseConfig;

/** Adds origins to one directive of a Content-Security-Policy; the directive must be there. */
export function allowInPolicy(policy: string, directive: string, origins: readonly string[]): string {
  const directives = policy.split(';').map((part) => part.trim());
  const index = directives.findIndex((part) => part.startsWith(`${directive} `));
  if (index < 0) throw new Error(`The policy has no ${directive}.`);
  return directives.map((part, at) => (at === index ? [part, ...origins].join(' ') : part)).join('; ');
}

/** Emulators stand where Google's endpoints stand in production, so they are allowed where those are, and nowhere else. */
function localPolicy(policy: string, ports: PortBlock): string {
  const emulators = [ports.auth, ports.firestore, ports.functions, ports.storage].map(originOf);
  // The service worker fetches what the page loads, a script of another origin too.
  const withCalls = allowInPolicy(policy, 'connect-src', [...emulators, originOf(ports.video)]);
  const withVideo = allowInPolicy(withCalls, 'script-src', [originOf(ports.video)]);
  const withFrames = allowInPolicy(withVideo, 'frame-src', [originOf(ports.auth), originOf(ports.video)]);
  return allowInPolicy(withFrames, 'img-src', [originOf(ports.storage)]);
}

/** A frame has a camera only where the page may hand it on. */
function localValue(key: string, value: string, ports: PortBlock): string {
  if (key === 'Content-Security-Policy') return localPolicy(value, ports);
  return key === 'Permissions-Policy' ? value.replaceAll('=(self)', `=(self "${originOf(ports.video)}")`) : value;
}

const localHeaders = (rules: readonly HeaderRule[], ports: PortBlock): HeaderRule[] =>
  rules.map((rule) => ({
    ...rule,
    headers: rule.headers.map(({ key, value }) => ({ key, value: localValue(key, value, ports) })),
  }));

/** firebase.json for one local platform: production's, with ports, local builds and the emulators' origins. */
export function localConfig(p: {
  production: FirebaseConfig;
  base: number;
  ports: PortBlock;
  functionsSource: string;
  rulesFile: string;
}): FirebaseConfig {
  const { production, ports } = p;
  const at = (port: number) => ({ host: HOST, port });
  return {
    ...production,
    functions: production.functions.map((backend) => ({ ...backend, source: p.functionsSource, predeploy: [] })),
    firestore: { ...production.firestore, rules: p.rulesFile },
    hosting: {
      ...production.hosting,
      public: relative(ROOT, siteFolder(p.base)),
      predeploy: [],
      headers: localHeaders(production.hosting.headers, ports),
    },
    emulators: {
      auth: at(ports.auth),
      firestore: { ...at(ports.firestore), websocketPort: ports.firestoreWebsocket },
      functions: at(ports.functions),
      storage: at(ports.storage),
      hosting: at(ports.hosting),
      hub: at(ports.hub),
      logging: at(ports.logging),
      eventarc: at(ports.eventarc),
      tasks: at(ports.tasks),
      ui: { enabled: false },
      singleProjectMode: true,
    },
  };
}

export function writeLocalConfig(base: number, config: FirebaseConfig): string {
  const path = join(ROOT, `firebase.local-${base}.json`);
  writeFileSync(path, `${JSON.stringify(config, null, 2)}\n`);
  return path;
}
