import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { NODE, ROOT } from '../paths';
import { type FirestoreEmulator } from './firestore-emulator';
import { javaVersion, pathOf } from './java';

const STORAGE_RULES_NEED_JAVA = 11;

/** Environment and PATH entry that make firebase-tools start what this machine has instead of Java programs. */
export interface JavaShim {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

/** The official Storage rules runtime, where firebase-tools has already fetched it and Java can run it. */
export function officialStorageRules(): string | null {
  const folder = process.env['FIREBASE_EMULATORS_PATH'] ?? join(homedir(), '.cache', 'firebase', 'emulators');
  if (!existsSync(folder) || (javaVersion() ?? 0) < STORAGE_RULES_NEED_JAVA) return null;
  const jar = readdirSync(folder).find((name) => /^cloud-storage-rules-runtime-v.*\.jar$/.test(name));
  return jar ? join(folder, jar) : null;
}

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** The script behind `java`: by the name of the JAR it hands over to the stand-in for that JAR. */
export function shimScript(p: { hidane: string | null; storageRules: readonly string[] | null; java: string | null }) {
  const otherwise = p.java
    ? `exec ${quoted(p.java)} "$@"`
    : 'echo "java is not installed, and the local platform has no stand-in for: $*" >&2\nexit 1';
  const cases = [
    p.hidane ? '*" -version"*) echo \'openjdk version "21" (stand-in of the local platform)\' >&2; exit 0 ;;' : '',
    p.hidane ? `*firestore-stand-in*) skip_to_jar "$@"; exit 1 ;;` : '',
    p.storageRules ? `*storage-rules-stand-in*) exec ${p.storageRules.map(quoted).join(' ')} ;;` : '',
  ].filter(Boolean);
  return [
    '#!/bin/sh',
    '# Written by the local platform at each start.',
    'skip_to_jar() {',
    '  while [ "$1" != "-jar" ]; do shift; done',
    '  shift 2',
    `  exec ${quoted(p.hidane ?? 'false')} "$@"`,
    '}',
    'case " $*" in',
    ...cases.map((line) => `  ${line}`),
    'esac',
    otherwise,
    '',
  ].join('\n');
}

export function writeJavaShim(folder: string, firestore: FirestoreEmulator): JavaShim {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  const isStorageOfficial = officialStorageRules() !== null;
  const storageRules = [NODE, '--import', 'tsx', join(ROOT, 'local', 'src', 'storage-rules', 'serve.ts')];
  const script = shimScript({
    hidane: firestore.kind === 'hidane' ? firestore.path : null,
    storageRules: isStorageOfficial ? null : storageRules,
    java: pathOf('java'),
  });
  writeFileSync(join(bin, 'java'), script, { mode: 0o755 });
  return {
    folder: bin,
    env: {
      ...(firestore.kind === 'hidane' ? { FIRESTORE_EMULATOR_BINARY_PATH: placeholder(bin, 'firestore') } : {}),
      ...(isStorageOfficial ? {} : { STORAGE_EMULATOR_BINARY_PATH: placeholder(bin, 'storage-rules') }),
    },
  };
}

/** firebase-tools checks that the "JAR" exists and makes it executable; its content is never read. */
function placeholder(bin: string, what: string): string {
  const path = join(bin, `${what}-stand-in.jar`);
  writeFileSync(path, '');
  return path;
}
