import { ensureInstalled, runTypeScript } from './bootstrap.mjs';

await ensureInstalled();
runTypeScript('src/verify.ts', process.argv.slice(2));
