import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MATCHING_WEIGHTS, PLACED } from '@podmates/domain/matching';
import { NODE, ROOT } from '../paths';

const folder = mkdtempSync(join(tmpdir(), 'podmates-match-'));
afterAll(() => rmSync(folder, { recursive: true }));

const person = (id: string, changes: object = {}) => ({
  id,
  zone: 'Europe/Berlin',
  week: [[17, 20]],
  experience: 3,
  style: [],
  goal: 'gym',
  language: 'en',
  waitingSince: '2026-11-22T09:00:00Z',
  blocks: [],
  recent: [],
  favourites: [],
  sizes: [2, 3, 4],
  comfort: null,
  gender: null,
  ...changes,
});
const PEOPLE = [person('ana'), person('ben'), person('cem'), person('dana', { week: [[100, 102]] })];

function write(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

function run(...args: string[]) {
  const ended = spawnSync(NODE, ['--import', 'tsx', 'local/src/match/run-match.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: folder },
  });
  return { code: ended.status, out: ended.stdout, errors: ended.stderr };
}

describe('the match command', () => {
  it('makes groups of a file, and says who is left out, why and what would help', () => {
    write('in.json', { seed: 1, now: '2026-11-23T12:00:00Z', people: PEOPLE });
    expect(run('in.json', 'out.json').code).toBe(0);
    const result = JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'));
    expect(result.groups).toEqual([
      { members: ['ana', 'ben', 'cem'], score: result.total, why: expect.objectContaining({ sharedHours: 0.5 }) },
    ]);
    expect(result.bound).toBeGreaterThanOrEqual(result.total);
    expect(result.unmatched).toEqual([
      {
        id: 'dana',
        reason: 'nobody-suits',
        relax: expect.arrayContaining([
          {
            kind: 'add-hours',
            from: 17,
            until: 19,
            people: 3,
            say: 'add Monday 18:00–20:00 (Europe/Berlin): 3 more people',
          },
        ]),
      },
    ]);
  });

  it('scores any grouping as the engine does, and gives null where people may not be together', () => {
    const groups = [{ members: ['cem', 'ana', 'ben'] }, { members: ['ana', 'dana'] }];
    const file = write('groups.json', { seed: 1, now: '2026-11-23T12:00:00Z', people: PEOPLE, groups });
    const scored = JSON.parse(run('--score', file).out).groups;
    const { groups: made } = JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'));
    expect(scored).toEqual([
      { members: ['cem', 'ana', 'ben'], score: expect.closeTo(made[0].score, 9), why: made[0].why },
      { members: ['ana', 'dana'], score: null, why: null },
    ]);
  });

  it.each([
    [
      'a bad field',
      { seed: 1, now: '2026-11-23T12:00:00Z', people: [person('ana', { experience: 9 })] },
      'people[0].experience',
    ],
    [
      'somebody who is there twice',
      { seed: 1, now: '2026-11-23T12:00:00Z', people: [person('ana'), person('ben'), person('ana')] },
      'people[2].id stands for somebody already',
    ],
    ['no file of people', '[]', 'the file '],
    ['no JSON', '{"seed": 1,', 'bad.json cannot be read as JSON'],
  ])('ends with code 2 and names %s', (_, content, named) => {
    write('bad.json', content);
    const { code, errors } = run('bad.json', 'out.json');
    expect(code).toBe(2);
    expect(errors).toContain(named);
  });

  it('ends with code 2 and names a place that it cannot write to', () => {
    const { code, errors } = run('in.json', join('no-such-folder', 'out.json'));
    expect(code).toBe(2);
    expect(errors).toMatch(/^no-such-folder.out\.json cannot be written: /);
  });

  it('says how it is called', () => {
    const { code, errors } = run('in.json');
    expect(code).toBe(2);
    expect(errors).toContain('npm run match -- <in.json> <out.json>');
  });
});

describe('docs/matching.md', () => {
  const page = readFileSync(join(ROOT, 'docs', 'matching.md'), 'utf8');

  it('gives the weights that the score uses', () => {
    const [formula = ''] = page.match(/score = [^`]*?waiting\)/) ?? [];
    const terms = [...formula.matchAll(/([\d.]+)·(\w+)/g)].map(([, weight, factor]) => [factor, Number(weight)]);
    expect(Object.fromEntries(terms)).toEqual(MATCHING_WEIGHTS);
    expect(formula).toContain(`n × (${PLACED} +`);
  });

  it('shows a file that the command takes', () => {
    const [, example = ''] = page.match(/```json\n([^`]*)```/) ?? [];
    write('example.json', example);
    expect(run('example.json', 'out.json').code).toBe(0);
  });
});
