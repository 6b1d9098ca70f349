import { ensureInstalled, runTypeScript } from './bootstrap.mjs';

await ensureInstalled();
runTypeScript('src/match/run-match.ts', process.argv.slice(2));
