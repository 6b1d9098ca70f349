import { ensureInstalled, runTypeScript } from './bootstrap.mjs';

await ensureInstalled();
runTypeScript('src/launch.ts', process.argv.slice(2));
