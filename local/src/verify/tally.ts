/** What one part of `npm test` came to. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

export const sumOf = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
  failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
});

/** One yes or no, as format, lint and types are. */
export const single = (isFine: boolean): Tally => (isFine ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numRuntimeErrorTestSuites: number;
  success: boolean;
}

/**
 * What a jest run came to, from its JSON report. A suite that did not even load counts as one failure, and so does a
 * skipped test, and so does a run that jest itself calls unsuccessful (a crash leaves no failed test behind).
 */
export function tallyOf(report: string | null): Tally {
  if (report === null) return single(false);
  const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites, success } = JSON.parse(
    report,
  ) as JestReport;
  const failed = numFailedTests + numPendingTests + numRuntimeErrorTestSuites;
  return { passed: numPassedTests, failed: success ? failed : Math.max(1, failed) };
}
