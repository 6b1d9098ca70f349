import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(__dirname, '../..');
const run = promisify(execFile);

/** Words of our local adapter alone; the names of the SDK's own connect functions are in every build of the SDK. */
const LOCAL_WORDS = ['podmates-sign-in', 'signInPage', 'emulators'];

/** Which of the words the files of a build hold. */
async function localWordsIn(configuration: 'production' | 'local', folder: string): Promise<string[]> {
  const ng = join(root, 'node_modules/@angular/cli/bin/ng.js');
  const options = ['build', '--configuration', configuration, '--output-path', folder, '--progress', 'false'];
  await run(process.execPath, [ng, ...options], { cwd: join(root, 'web'), env: { ...process.env, CI: '1' } });
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const texts = files.map((file) => readFileSync(join(file.parentPath, file.name), 'latin1'));
  expect(texts.filter((text) => text.includes('<app-root')).length).toBeGreaterThan(0); // the app, not an empty folder
  return LOCAL_WORDS.filter((word) => texts.some((text) => new RegExp(`\\b${word}\\b`).test(text)));
}

describe('the web bundle', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'podmates-web-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('for production holds nothing of the local platform', async () =>
    expect(await localWordsIn('production', folder)).toEqual([]));

  it('for the local platform holds its adapter, by the words that are looked for', async () =>
    expect(await localWordsIn('local', folder)).toEqual(LOCAL_WORDS));
});
