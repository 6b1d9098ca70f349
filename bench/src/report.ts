import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { type Benchmark, type Measured, type Table } from './benchmark';

/** The table and the targets as text for a terminal. */
export function printable(benchmark: Benchmark, measured: Measured): string {
  const claims: Table = {
    columns: ['target', 'measured', 'limit', ''],
    rows: measured.claims.map((claim) => [
      claim.what,
      `${claim.measured} ${claim.unit}`.trim(),
      `${claim.target} ${claim.unit}`.trim(),
      claim.isMet ? 'met' : 'MISSED',
    ]),
  };
  return [
    `${benchmark.name}: ${benchmark.title}`,
    aligned(measured.table),
    ...(claims.rows.length > 0 ? [aligned(claims)] : []),
    ...measured.notes.map((note) => `· ${note}`),
  ].join('\n\n');
}

/** Writes `bench/results/<name>.json` and returns its path. */
export function keep(
  folder: string,
  benchmark: Benchmark,
  measured: Measured,
  run: { seed: number; at: Date; seconds: number },
): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${benchmark.name}.json`);
  const record = {
    name: benchmark.name,
    title: benchmark.title,
    at: run.at.toISOString(),
    seconds: run.seconds,
    seed: run.seed,
    machine: { cores: cpus().length, node: process.version, platform: process.platform },
    ...measured,
  };
  writeFileSync(path, `${JSON.stringify(record, null, 2)}\n`);
  return path;
}

function aligned(table: Table): string {
  const lines = [table.columns, ...table.rows].map((row) => row.map(String));
  const widths = table.columns.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const draw = (line: readonly string[]): string =>
    line
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  const [head = [], ...body] = lines;
  return [draw(head), widths.map((width) => '─'.repeat(width)).join('  '), ...body.map(draw)].join('\n');
}
