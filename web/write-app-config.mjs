/**
 * Writes `/app-config.json`, which tells the web app its Firebase project. Hosting runs it before each upload and
 * names the folder; the setting is the web app's configuration as the Firebase console shows it, as JSON.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SETTING = 'PODMATES_FIREBASE_CONFIG';
const NEEDED = ['apiKey', 'authDomain', 'projectId', 'storageBucket', 'appId'];

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return stop(`${SETTING} is not JSON.`);
  }
}

const folder = process.env.RESOURCE_DIR;
if (!folder) stop('RESOURCE_DIR is not set; `firebase deploy` sets it to the folder it uploads.');
const text = process.env[SETTING];
if (!text) stop(`${SETTING} is not set; it holds the Firebase configuration of the web app as JSON.`);
const firebase = parsed(text);
const missing = NEEDED.filter((name) => typeof firebase?.[name] !== 'string' || firebase[name] === '');
if (missing.length > 0) stop(`${SETTING} lacks ${missing.join(', ')}.`);
const others = Object.keys(firebase).filter((name) => typeof firebase[name] !== 'string');
if (others.length > 0) stop(`${SETTING} holds something else than text in ${others.join(', ')}.`);
writeFileSync(join(folder, 'app-config.json'), `${JSON.stringify({ firebase })}\n`);
