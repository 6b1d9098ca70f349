import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withEmulators } from '../../local/src/emulators/with-emulators';
import { ROOT } from '../../local/src/paths';
import { atMost, type Benchmark, type Measured } from './benchmark';
import { type BilledSession } from './p2/session-bill';

/** P2. What Firestore bills for an hour of four people, beside what nobody can do without. */
export const billedOperations: Benchmark = {
  name: 'p2',
  title: 'Billed reads and writes of a 60-minute session of four',
  run: async ({ portBase }) => measured(await billed(portBase)),
};

async function billed(base: number): Promise<BilledSession> {
  const folder = mkdtempSync(join(tmpdir(), 'podmates-p2-'));
  try {
    const into = join(folder, 'bill.json');
    const tsx = join(ROOT, 'node_modules', '.bin', 'tsx');
    const play = join(ROOT, 'bench', 'src', 'p2', 'session-bill.ts');
    const code = await withEmulators({ base, only: ['auth', 'firestore'], command: [tsx, play, into] });
    if (code !== 0) throw new Error(`The session was not played to its end (${code}).`);
    return JSON.parse(readFileSync(into, 'utf8')) as BilledSession;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measured({ rows, total, minimum }: BilledSession): Measured {
  const least = Object.values(minimum).reduce((sum, count) => sum + count, 0);
  return {
    table: {
      columns: ['', 'reads', 'writes', 'both'],
      rows: [
        ...rows.map(([what, reads, writes]) => [what, reads, writes, reads + writes]),
        ['all that is billed', ...sums(rows), total],
        ...Object.entries(minimum).map(([what, count]) => [`minimum: ${what}`, '', '', count]),
        ['minimum', '', '', least],
      ],
    },
    claims: [atMost('billed / minimum', total / least, 1.1, '×')],
    notes: [
      'Four clients of the web SDK listen with the queries of the product, under its rules, and write as it does; the server is the product’s own desks; all against the emulator in virtual time. A change that comes to a listener is a read, the writer’s own included; what rules look up counts by the rules’ text, each document once a request.',
      'Ten minutes of lobby, sixty live, five of wrap-up; a beat of each every 25 s; 24 agenda edits, 12 notes, 20 chat messages, 4 joins, 1 start, each item once, wrap and finish; a sweep every five minutes.',
      'The minimum: each change that is stored is a write, and a read for each other member whose screen shows it (the writer knows it; a step of the session also comes back to whoever pressed); one read of each document on coming in; for each decision of the server one read of what it decides about; one audit event for each step of the session; what the end leaves behind. Nothing for rules, sign-in status, rate limits, blocks, outbox, goodbyes or sweeps.',
    ],
  };
}

function sums(rows: BilledSession['rows']): [number, number] {
  return [rows.reduce((sum, [, reads]) => sum + reads, 0), rows.reduce((sum, [, , writes]) => sum + writes, 0)];
}
