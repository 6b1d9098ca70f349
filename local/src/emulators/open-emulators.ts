import { mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { LOCAL_FUNCTIONS_SOURCE } from '../build/functions-build';
import { ROOT, runFolder, siteFolder } from '../paths';
import { type PortBlock } from '../ports';
import { localConfig, productionConfig, writeLocalConfig } from './firebase-config';
import { type FirestoreEmulator } from './firestore-emulator';
import { copyRules } from './firestore-rules';
import { writeJavaShim } from './java-shim';
import { startSuite, type Suite, temporaryFolder } from './suite';

export const ALL_EMULATORS = ['auth', 'firestore', 'functions', 'storage', 'hosting'] as const;
export type EmulatorName = (typeof ALL_EMULATORS)[number];

export interface OpenOptions {
  readonly base: number;
  readonly ports: PortBlock;
  readonly runId: string;
  readonly firestore: FirestoreEmulator;
  readonly only: readonly EmulatorName[];
  readonly importFrom: string | null;
}

/** Writes what firebase-tools needs for one platform, and starts its emulators. @throws StartProblem */
export async function openEmulators(options: OpenOptions): Promise<Suite> {
  const { base, ports } = options;
  const folder = runFolder(base);
  for (const old of [folder, temporaryFolder(base)]) rmSync(old, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  mkdirSync(siteFolder(base), { recursive: true });
  const rulesFile = join(folder, 'firestore.rules');
  copyRules(rulesFile);
  const config = localConfig({
    production: productionConfig(),
    base,
    ports,
    functionsSource: LOCAL_FUNCTIONS_SOURCE,
    rulesFile: relative(ROOT, rulesFile),
  });
  return startSuite({
    base,
    runId: options.runId,
    configFile: writeLocalConfig(base, config),
    shim: writeJavaShim(folder, options.firestore),
    only: options.only,
    importFrom: options.importFrom,
  });
}

/** Removes what only this run needed. Data, logs and builds stay. */
export function cleanUp(base: number): void {
  rmSync(temporaryFolder(base), { recursive: true, force: true });
  rmSync(join(ROOT, `firebase.local-${base}.json`), { force: true });
}

/** The variables by which SDKs and test libraries find the emulators. */
export const emulatorVariables = (ports: PortBlock, projectId: string): Record<string, string> => ({
  GCLOUD_PROJECT: projectId,
  FIREBASE_AUTH_EMULATOR_HOST: `127.0.0.1:${ports.auth}`,
  FIRESTORE_EMULATOR_HOST: `127.0.0.1:${ports.firestore}`,
  FIREBASE_STORAGE_EMULATOR_HOST: `127.0.0.1:${ports.storage}`,
  STORAGE_EMULATOR_HOST: `http://127.0.0.1:${ports.storage}`,
  FIREBASE_EMULATOR_HUB: `127.0.0.1:${ports.hub}`,
  FUNCTIONS_EMULATOR_HOST: `127.0.0.1:${ports.functions}`,
  PODMATES_PORTS: JSON.stringify(ports),
});
