import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const localFunctions = join(here, '..', 'local', 'src', 'functions');

/** The cloud installs what `dependencies` names; everything else, the domain first, goes into the bundle. */
const installedInCloud = () =>
  Object.keys(JSON.parse(readFileSync(join(here, 'package.json'), 'utf8')).dependencies ?? {});

/** Lets the local platform's wiring take the place of the production one, wherever it is imported. */
const localWiring = {
  name: 'local-wiring',
  setup: (build) =>
    build.onResolve({ filter: /(^|\/)wiring$/ }, ({ importer }) =>
      importer.startsWith(join(here, 'src')) ? { path: join(localFunctions, 'local-wiring.ts') } : undefined,
    ),
};

const ENTRIES = {
  production: { entryPoints: [join(here, 'src', 'index.ts')] },
  local: { entryPoints: [join(localFunctions, 'entry.ts')], plugins: [localWiring] },
};

/**
 * Bundles the functions to `<outDir>/index.js`, with a source map and esbuild's metafile as `meta.json`.
 * @param {{ target?: 'production' | 'local', outDir?: string }} options
 * @returns {Promise<import('esbuild').Metafile>}
 */
export const build = async ({ target = 'production', outDir = join(here, 'lib') } = {}) => {
  const entry = ENTRIES[target];
  if (!entry) throw new Error(`PODMATES_TARGET is '${target}'; it can be: ${Object.keys(ENTRIES).join(', ')}.`);
  const { metafile } = await bundle({
    ...entry,
    absWorkingDir: join(here, '..'),
    outfile: join(outDir, 'index.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    external: installedInCloud(),
    sourcemap: true,
    metafile: true,
    logLevel: 'warning',
  });
  writeFileSync(join(outDir, 'meta.json'), JSON.stringify(metafile));
  return metafile;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await build({ target: process.env['PODMATES_TARGET'] });
