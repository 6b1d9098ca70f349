import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sourcesHash } from './sources-stamp';

describe('whether sources changed', () => {
  let root: string;
  const write = (path: string, text: string) => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'podmates-sources-'));
    write('web/src/a.ts', '1');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it.each([
    ['a content changes', 'web/src/a.ts', '2', true],
    ['a file is added', 'web/src/b.ts', '1', true],
    ['a test changes', 'web/src/a.spec.ts', '2', false],
    ['a build output changes', 'web/dist/a.js', '2', false],
    ['something outside changes', 'tests/a.ts', '2', false],
  ])('when %s', (_what, path, text, isChanged) => {
    const before = sourcesHash(['web'], root);
    write(path, text);
    expect(sourcesHash(['web'], root) !== before).toBe(isChanged);
  });
});
