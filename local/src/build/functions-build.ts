import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../paths';
import { type BuildStep } from './build-once';

/** Below functions/, so that its dependencies are found, and apart from `lib`, which is what gets deployed. */
export const LOCAL_FUNCTIONS_SOURCE = 'functions/dist/local';
const OUTPUT = join(ROOT, LOCAL_FUNCTIONS_SOURCE);
export const FUNCTIONS_SOURCES = ['domain/src', 'functions/src', 'local/src/functions', 'local/src/people'];

/** functions/build.mjs: the recipe of the deployed bundle, with the local wiring in production's place. */
interface Recipe {
  build(p: { target: 'local'; outDir: string }): Promise<unknown>;
}
const recipe = (): Promise<Recipe> =>
  import(pathToFileURL(join(ROOT, 'functions', 'build.mjs')).href) as Promise<Recipe>;

export async function buildLocalFunctions(): Promise<void> {
  mkdirSync(join(OUTPUT, 'lib'), { recursive: true });
  const manifest = JSON.parse(readFileSync(join(ROOT, 'functions', 'package.json'), 'utf8')) as Record<string, unknown>;
  const { main, type, engines, dependencies } = manifest;
  const local = { name: 'podmates-functions-local', private: true, main, type, engines, dependencies };
  writeFileSync(join(OUTPUT, 'package.json'), JSON.stringify(local, null, 2));
  await (await recipe()).build({ target: 'local', outDir: join(OUTPUT, 'lib') });
}

export const functionsBuild: BuildStep = {
  name: 'functions',
  label: 'Building the functions',
  sources: [...FUNCTIONS_SOURCES, 'package-lock.json', 'functions/package.json', 'functions/build.mjs'],
  result: join(OUTPUT, 'lib', 'index.js'),
  run: buildLocalFunctions,
};
