import { existsSync } from 'node:fs';
import { StartProblem, withProgress } from './output';
import { pathOf } from './emulators/java';
import { runCommand } from './processes/run-command';

const SETTING = 'PODMATES_CHROMIUM';
const USUAL_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A browser for the journeys that is already here; null when there is none. */
export function presentChromium(setting = process.env[SETTING], exists = existsSync): string | null {
  if (setting) {
    if (exists(setting)) return setting;
    throw new StartProblem(`${SETTING} names ${setting}, and there is no such file.`);
  }
  return USUAL_PLACES.find((place) => exists(place)) ?? null;
}

/** As above; as root on Debian or Ubuntu it is installed when it is missing. @throws StartProblem */
export async function findChromium(): Promise<string> {
  const present = presentChromium();
  if (present) return present;
  if (process.getuid?.() === 0 && pathOf('apt-get')) {
    await withProgress('Installing Chromium for the journeys (about a minute)', async () => {
      await runCommand('apt-get', ['update']);
      await runCommand('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
    });
    const installed = presentChromium();
    if (installed) return installed;
  }
  throw new StartProblem(`The journeys need Chromium. Install it, or name it: ${SETTING}=/path/to/chromium npm test`);
}
