import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NODE, ROOT } from '../paths';

const folder = mkdtempSync(join(tmpdir(), 'podmates-streak-'));
afterAll(() => rmSync(folder, { recursive: true }));

const HISTORY = {
  zone: 'Europe/Berlin',
  dayStart: '04:00',
  cadence: { kind: 'daily' },
  start: '2026-03-28',
  days: 3,
  staked: false,
  now: '2026-03-30T10:00:00Z',
  events: [
    { type: 'checkIn', slot: '2026-03-28', receivedAt: '2026-03-28T18:00:00Z' },
    { type: 'checkIn', slot: '2026-03-30', receivedAt: '2026-03-29T18:00:00Z' },
  ],
};

function write(name: string, content: unknown): string {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return name;
}

function run(...args: string[]) {
  const ended = spawnSync(NODE, ['--import', 'tsx', 'local/src/streak/run-streak.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: folder },
  });
  return { code: ended.status, out: ended.stdout, errors: ended.stderr };
}

describe('the streak command', () => {
  it('explains a history slot by slot, and says which events changed nothing', () => {
    const { code, out, errors } = run(write('history.json', HISTORY));
    expect([code, errors]).toEqual([0, 'events[1] counts for nothing: it came before the day began.\n']);
    expect(JSON.parse(out)).toEqual({
      slots: [
        {
          seq: 0,
          label: '2026-03-28',
          openAt: '2026-03-28T03:00:00.000Z',
          dueAt: '2026-03-29T02:00:00.000Z', // the clocks went forward: 23 hours
          graceEndsAt: '2026-03-29T14:00:00.000Z',
          state: 'onTime',
          reason: 'Checked in before the day ended, so it is on time; the streak is 1.',
        },
        expect.objectContaining({ seq: 1, state: 'open' }),
        expect.objectContaining({ seq: 2, state: 'open' }),
      ],
      current: 1,
      best: 1,
      late: 0,
      freezeTokens: 1,
    });
  });

  it.each([
    ['a bad field', { ...HISTORY, events: [{ ...HISTORY.events[0], receivedAt: 'noon' }] }, 'events[0].receivedAt'],
    ['no JSON', '{"zone":', 'bad.json cannot be read as JSON'],
  ])('ends with code 2 and names %s', (_, content, named) => {
    const { code, out, errors } = run(write('bad.json', content));
    expect([code, out]).toEqual([2, '']);
    expect(errors).toContain(named);
  });

  it('says how it is called', () => {
    const { code, errors } = run();
    expect(code).toBe(2);
    expect(errors).toContain('npm run streak -- <history.json>');
  });
});

describe('docs/streaks.md', () => {
  const page = readFileSync(join(ROOT, 'docs', 'streaks.md'), 'utf8');
  const [input = '', output = ''] = [...page.matchAll(/```json\n([^`]*)```/g)].map(([, block]) => block!);

  it('shows a file, and what the command says of it', () => {
    const { code, out } = run(write('example.json', input));
    expect(code).toBe(0);
    const { slots, ...numbers } = JSON.parse(out);
    const shown = JSON.parse(output);
    expect({ slots: slots.slice(0, shown.slots.length), ...numbers }).toEqual(shown);
  });
});
