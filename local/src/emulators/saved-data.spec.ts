import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forgetData, savedData } from './saved-data';

describe('the data of earlier runs', () => {
  let parent: string;
  const folder = (name: string, isWhole: boolean) => {
    mkdirSync(join(parent, name));
    if (isWhole) writeFileSync(join(parent, name, 'firebase-export-metadata.json'), '{}');
    return join(parent, name);
  };
  const found = () => savedData(4000, join(parent, 'data'));
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'podmates-data-'));
  });
  afterEach(() => rmSync(parent, { recursive: true }));

  it('is nothing at first', () => expect(found()).toBeNull());

  it('is the last export', () => {
    folder('data.next', true);
    const last = folder('data', true);
    expect(found()).toBe(last);
  });

  it('is the new export when the swap was cut short, and never a part of one', () => {
    folder('data', false);
    const next = folder('data.next', true);
    expect(found()).toBe(next);
  });

  it('is the export before when the new one was cut short', () => {
    folder('data.next', false);
    const previous = folder('data.previous', true);
    expect(found()).toBe(previous);
  });

  it('is gone when it is forgotten', () => {
    folder('data', true);
    folder('data.previous', true);
    forgetData(4000, join(parent, 'data'));
    expect(found()).toBeNull();
  });
});
