import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from '../paths';
import { originOf } from '../ports';

/** The last export's own list of contents, written last: an export without it was cut short. */
const isWhole = (folder: string) => existsSync(join(folder, 'firebase-export-metadata.json'));
const nextFolder = (data: string) => `${data}.next`;
const previousFolder = (data: string) => `${data}.previous`;

/** The newest whole export of a platform, or null. A swap that was cut short leaves it under the other name. */
export function savedData(base: number, data = dataFolder(base)): string | null {
  return [data, nextFolder(data), previousFolder(data)].find(isWhole) ?? null;
}

export function forgetData(base: number, data = dataFolder(base)): void {
  for (const folder of [data, nextFolder(data), previousFolder(data)]) rmSync(folder, { recursive: true, force: true });
}

/** Saves everything in the emulators beside the last export, then swaps: a kill at any moment leaves a whole one. */
export async function saveData(base: number, hubPort: number, data = dataFolder(base)): Promise<void> {
  const answer = await fetch(`${originOf(hubPort)}/_admin/export`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ path: nextFolder(data), initiatedBy: 'podmates' }),
  });
  if (!answer.ok) throw new Error(`The data could not be saved: ${await answer.text()}`);
  rmSync(previousFolder(data), { recursive: true, force: true });
  if (existsSync(data)) renameSync(data, previousFolder(data));
  renameSync(nextFolder(data), data);
  rmSync(previousFolder(data), { recursive: true, force: true });
}
