import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shimScript } from './java-shim';

describe('the java that firebase-tools starts', () => {
  let folder: string;
  const program = (name: string) => {
    const path = join(folder, name);
    writeFileSync(path, `#!/bin/sh\necho "${name.replace("'", '')}: $*"\n`, { mode: 0o755 });
    return path;
  };
  const run = (shim: Parameters<typeof shimScript>[0], ...args: string[]) => {
    const path = join(folder, 'java');
    writeFileSync(path, shimScript(shim));
    chmodSync(path, 0o755);
    const { stdout, stderr, status } = spawnSync(path, args, { encoding: 'utf8' });
    return { said: `${stdout}${stderr}`.trim(), status };
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "podmates-java's-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('says that it is new enough', () =>
    expect(
      run({ hidane: program('hidane'), storageRules: null, java: null }, '-Duser.language=en', '-version').said,
    ).toMatch(/version "21"/));

  it('hands Firestore over to hidane with what follows the JAR', () =>
    expect(
      run(
        { hidane: program('hidane'), storageRules: null, java: null },
        '-Dx=y',
        '-jar',
        '/a b/firestore-stand-in.jar',
        '--port',
        '4002',
      ).said,
    ).toBe('hidane: --port 4002'));

  it('hands Storage rules over to our own runtime', () =>
    expect(
      run(
        { hidane: null, storageRules: [program('node'), 'serve.ts'], java: null },
        '-jar',
        'storage-rules-stand-in.jar',
        'serve',
      ).said,
    ).toBe('node: serve.ts'));

  it('leaves the rest to the Java of this machine', () =>
    expect(run({ hidane: null, storageRules: null, java: program('real') }, '-jar', 'other.jar').said).toBe(
      'real: -jar other.jar',
    ));

  it('says what is missing where there is no Java', () => {
    const { said, status } = run({ hidane: null, storageRules: null, java: null }, '-jar', 'other.jar');
    expect(said).toContain('java is not installed');
    expect(status).toBe(1);
  });
});
