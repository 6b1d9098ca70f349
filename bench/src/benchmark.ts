/** One measured claim of the product. `run` measures; the harness prints and keeps what it returns. */
export interface Benchmark {
  /** The name on the command line: `npm run bench -- p4`. */
  readonly name: string;
  readonly title: string;
  run(options: BenchmarkOptions): Promise<Measured>;
}

export interface BenchmarkOptions {
  /** Makes a simulation repeatable; printed with its result. */
  readonly seed: number;
  /** First port of the local platform's block, for benchmarks that need it running. */
  readonly portBase: number;
}

export interface Measured {
  readonly table: Table;
  readonly claims: readonly Claim[];
  /** What a reader has to know to read the figures rightly. */
  readonly notes: readonly string[];
}

/** Rows of cells as printed; the first cell of a row names what was measured. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A target, and what was measured against it. Ratios and counts, never a bare time: the machine is shared. */
export interface Claim {
  readonly what: string;
  readonly measured: number;
  readonly target: number;
  readonly unit: string;
  readonly isMet: boolean;
}

/** A target of the form "at most". */
export const atMost = (what: string, measured: number, target: number, unit = ''): Claim => ({
  what,
  measured: round(measured),
  target,
  unit,
  isMet: measured <= target,
});

/** A target of the form "at least". */
export const atLeast = (what: string, measured: number, target: number, unit = ''): Claim => ({
  what,
  measured: round(measured),
  target,
  unit,
  isMet: measured >= target,
});

/** Three decimals: enough for a ratio, and a table stays readable. */
export const round = (value: number): number => Math.round(value * 1000) / 1000;
