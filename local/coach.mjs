import { ensureInstalled, runTypeScript } from './bootstrap.mjs';

await ensureInstalled();
runTypeScript('src/coach/coach-file.ts', process.argv.slice(2));
