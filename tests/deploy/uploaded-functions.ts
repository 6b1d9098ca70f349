import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(__dirname, '../..');
const run = promisify(execFile);
const json = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as unknown;

/** As much of an esbuild metafile as is looked at: what went in, relative to the repository. */
export interface Metafile {
  readonly inputs: Record<string, unknown>;
}

const emptyFolder = (name: string): string => mkdtempSync(join(tmpdir(), `podmates-${name}-`));

type Target = 'production' | 'local';

/** Bundles for `target` and tells what went in. */
export const inputsFor = async (target: Target): Promise<Metafile> => {
  const outDir = emptyFolder(target);
  const metafile = await bundle(target, outDir);
  rmSync(outDir, { recursive: true });
  return metafile;
};

/** In a process of its own, because esbuild does not run inside jest. */
const bundle = async (target: Target, outDir: string): Promise<Metafile> => {
  const call = `import { build } from ${JSON.stringify(join(root, 'functions/build.mjs'))};
    await build(${JSON.stringify({ target, outDir })});`;
  await run(process.execPath, ['--input-type=module', '-e', call], { cwd: root });
  return json(join(outDir, 'meta.json')) as Metafile;
};

/** What `firebase deploy` would upload, in an empty folder: all of `functions/` but what firebase.json ignores. */
export const uploadFolder = async (): Promise<string> => {
  const folder = emptyFolder('upload');
  const ignored = ignoredNames().map(
    (pattern) => new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`),
  );
  cpSync(join(root, 'functions'), folder, {
    recursive: true,
    filter: (from) => from === join(root, 'functions') || !ignored.some((pattern) => pattern.test(basename(from))),
  });
  await bundle('production', join(folder, 'lib'));
  return folder;
};

/** As the cloud build: the runtime dependencies alone, and no workspace in sight. */
export const installIn = async (folder: string): Promise<void> => {
  await run('npm', ['install', '--omit=dev', '--no-audit', '--no-fund'], { cwd: folder });
};

/** What the deployed module shows: exported functions with their regions, and the installed packages it loaded. */
export interface LoadedFunctions {
  readonly regions: Record<string, string[]>;
  readonly packages: string[];
}

/** Loads the folder's main module with only what lies in the folder. */
export const loadFrom = async (folder: string): Promise<LoadedFunctions> => {
  const script = `const functions = require('./');
    const regions = Object.fromEntries(Object.entries(functions).map(([name, it]) => [name, it.__endpoint.region]));
    const inside = /node_modules\\/((?:@[^/]+\\/)?[^/]+)\\//g;
    const packages = Object.keys(require.cache).map((path) => [...path.matchAll(inside)].at(-1)?.[1] ?? 'own');
    process.stdout.write(JSON.stringify({ regions, packages: [...new Set(packages)] }));`;
  const { stdout } = await run(process.execPath, ['-e', script], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      GCLOUD_PROJECT: 'demo-podmates',
      FIREBASE_CONFIG: '{"projectId":"demo-podmates"}',
    },
  });
  return JSON.parse(stdout) as LoadedFunctions;
};

/** The folder's packages, imported as the bundle does when they are first needed: which of `names` each of them has. */
export const importedIn = async (folder: string, names: Record<string, string>): Promise<string[]> => {
  const script = `Promise.all(Object.entries(${JSON.stringify(names)}).map(async ([from, name]) =>
    typeof (await import(from))[name] === 'function' ? [name] : [])).then((all) => process.stdout.write(JSON.stringify(all.flat())));`;
  const { stdout } = await run(process.execPath, ['-e', script], { cwd: folder, env: { PATH: process.env['PATH'] } });
  return JSON.parse(stdout) as string[];
};

function ignoredNames(): string[] {
  const { functions } = json(join(root, 'firebase.json')) as { functions: { source: string; ignore: string[] }[] };
  const ours = functions.find(({ source }) => source === 'functions');
  if (!ours) throw new Error('firebase.json deploys no folder named functions.');
  return ours.ignore;
}
