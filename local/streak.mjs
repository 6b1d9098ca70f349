import { ensureInstalled, runTypeScript } from './bootstrap.mjs';

await ensureInstalled();
runTypeScript('src/streak/run-streak.ts', process.argv.slice(2));
