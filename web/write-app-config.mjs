/**
 * Writes `/app-config.json`, which tells the web app its Firebase project. Hosting runs it before each upload and
 * names the folder; the setting is the web app's configuration as the Firebase console shows it, as JSON. With
 * `PODMATES_VIDEO_DOMAIN` it also says where the video service is.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stop, videoOrigin } from './video-origin.mjs';

const SETTING = 'PODMATES_FIREBASE_CONFIG';
const NEEDED = ['apiKey', 'authDomain', 'projectId', 'storageBucket', 'appId'];

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
const origin = videoOrigin(process.env);
const config = origin ? { firebase, video: { origin } } : { firebase };
writeFileSync(join(folder, 'app-config.json'), `${JSON.stringify(config)}\n`);
