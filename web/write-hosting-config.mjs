/**
 * Writes `firebase.deploy.json`: firebase.json with the origin of the video service in what the served page may load
 * and hand its camera to. A page's policy is sent by Hosting, which reads it before any hook runs, so this goes first:
 *
 *   PODMATES_VIDEO_DOMAIN=meet.example.org node web/write-hosting-config.mjs
 *   firebase deploy --config firebase.deploy.json
 *
 * Without the setting the two files are the same, and no other origin than today's is let in.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stop, videoOrigin } from './video-origin.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
/** The service worker fetches what the page loads, so a script of another origin needs `connect-src` too. */
const DIRECTIVES = ['script-src', 'connect-src', 'frame-src'];

function withVideo({ key, value }, origin) {
  if (key === 'Permissions-Policy') return { key, value: value.replaceAll('=(self)', `=(self "${origin}")`) };
  if (key !== 'Content-Security-Policy') return { key, value };
  const parts = value.split(';').map((part) => part.trim());
  const allow = (part) => (DIRECTIVES.includes(part.split(' ')[0]) ? `${part} ${origin}` : part);
  return { key, value: parts.map(allow).join('; ') };
}

const origin = videoOrigin(process.env);
const config = JSON.parse(readFileSync(join(root, 'firebase.json'), 'utf8'));
const { headers } = config.hosting;
if (!JSON.stringify(headers).includes('Content-Security-Policy')) stop('firebase.json has no Content-Security-Policy.');
const changed = headers.map((rule) => ({
  ...rule,
  headers: rule.headers.map((one) => (origin ? withVideo(one, origin) : one)),
}));
const target = process.env.PODMATES_HOSTING_CONFIG ?? join(root, 'firebase.deploy.json');
writeFileSync(target, `${JSON.stringify({ ...config, hosting: { ...config.hosting, headers: changed } }, null, 2)}\n`);
