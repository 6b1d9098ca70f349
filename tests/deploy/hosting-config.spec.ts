import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

interface Config {
  hosting: { headers: { headers: { key: string; value: string }[] }[] };
}
const root = resolve(__dirname, '../..');
const read = (path: string): Config => JSON.parse(readFileSync(path, 'utf8')) as Config;
const linesOf = (config: Config): string[] =>
  config.hosting.headers.flatMap((rule) =>
    rule.headers.flatMap(({ key, value }) => value.split(/[;,] /).map((one) => `${key}: ${one}`)),
  );

describe('the hosting configuration that is deployed', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'podmates-hosting-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const write = (domain: string | undefined) => {
    const target = join(folder, 'firebase.deploy.json');
    const env = { PATH: process.env['PATH'], PODMATES_VIDEO_DOMAIN: domain, PODMATES_HOSTING_CONFIG: target };
    const { status } = spawnSync(process.execPath, ['web/write-hosting-config.mjs'], { cwd: root, env });
    return { status, target };
  };

  it('is the one of the repository where there is no video', () => {
    const { status, target } = write(undefined);
    expect(status).toBe(0);
    expect(read(target)).toEqual(read(join(root, 'firebase.json')));
  });

  it('lets in the video service where it is needed, and nowhere else', () => {
    const before = linesOf(read(join(root, 'firebase.json')));
    const after = linesOf(read(write('meet.example.org').target));
    const changed = after.filter((line) => !before.includes(line));
    expect(changed.map((line) => line.replace(/^\S+ (\w[\w-]*).*/, '$1'))).toEqual([
      'script-src',
      'connect-src',
      'frame-src',
      'camera',
      'microphone',
      'display-capture',
    ]);
    for (const line of changed) expect(line).toContain('https://meet.example.org');
    expect(after).toHaveLength(before.length);
  });

  it('is not written for something that is no domain', () => expect(write("a.b 'unsafe-inline'").status).toBe(1));
});
