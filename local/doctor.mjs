import { isInstalled, requireNode, runTypeScript } from './bootstrap.mjs';

requireNode();
if (isInstalled()) runTypeScript('src/doctor.ts', process.argv.slice(2));
else {
  console.log('missing  dependencies: run `npm ci` here, or `npm start`, which does it by itself.');
  process.exitCode = 1;
}
