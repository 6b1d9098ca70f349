import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const CONFIG = {
  apiKey: 'key',
  authDomain: 'podmates.example.org',
  projectId: 'podmates',
  storageBucket: 'podmates.example.org',
  appId: '1:2:web:3',
};

describe('the configuration that is deployed', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'podmates-config-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const write = (setting: string | undefined, domain?: string) =>
    spawnSync(process.execPath, ['web/write-app-config.mjs'], {
      cwd: root,
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'],
        RESOURCE_DIR: folder,
        PODMATES_FIREBASE_CONFIG: setting,
        PODMATES_VIDEO_DOMAIN: domain,
      },
    });
  const written = () => join(folder, 'app-config.json');

  it('is the setting, where the web app reads it', () => {
    expect(write(JSON.stringify(CONFIG)).status).toBe(0);
    expect(JSON.parse(readFileSync(written(), 'utf8'))).toEqual({ firebase: CONFIG });
  });

  it('says where the video service is, when it is set', () => {
    expect(write(JSON.stringify(CONFIG), 'meet.example.org').status).toBe(0);
    const origin = 'https://meet.example.org';
    expect(JSON.parse(readFileSync(written(), 'utf8'))).toEqual({ firebase: CONFIG, video: { origin } });
  });

  it.each(['https://meet.example.org', 'meet.example.org/x', "a.b; script-src 'unsafe-inline'", 'localhost', '*.org'])(
    'stops for %s in the place of a domain',
    (domain) => {
      const { status, stderr } = write(JSON.stringify(CONFIG), domain);
      expect([status, stderr]).toEqual([1, expect.stringContaining('PODMATES_VIDEO_DOMAIN is not a domain')]);
    },
  );

  it.each([
    ['nothing', undefined, 'PODMATES_FIREBASE_CONFIG is not set'],
    ['no JSON', '{apiKey:', 'PODMATES_FIREBASE_CONFIG is not JSON'],
    ['a part', JSON.stringify({ ...CONFIG, apiKey: '', projectId: 7 }), 'lacks apiKey, projectId'],
    ['null', 'null', 'lacks apiKey'],
    ['a nested value', JSON.stringify({ ...CONFIG, more: {} }), 'something else than text in more'],
  ])('stops the deployment when the setting is %s', (_what, setting, sentence) => {
    const { status, stderr } = write(setting);
    expect([status, stderr]).toEqual([1, expect.stringContaining(sentence)]);
    expect(existsSync(written())).toBe(false);
  });

  it('is written after the build, which empties the folder', () => {
    const { hosting } = JSON.parse(readFileSync(join(root, 'firebase.json'), 'utf8')) as {
      hosting: { predeploy: string[] };
    };
    expect(hosting.predeploy).toEqual(['npm --workspace web run build', 'node web/write-app-config.mjs']);
  });
});
