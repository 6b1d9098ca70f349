import { single, sumOf, tallyOf } from './tally';

const aReport = (changed: object) =>
  JSON.stringify({
    numPassedTests: 5,
    numFailedTests: 0,
    numPendingTests: 0,
    numRuntimeErrorTestSuites: 0,
    success: true,
    ...changed,
  });

describe('the tally of a part', () => {
  it.each([
    ['all passed', {}, { passed: 5, failed: 0 }],
    ['some failed', { numFailedTests: 2, success: false }, { passed: 5, failed: 2 }],
    ['a suite did not load', { numRuntimeErrorTestSuites: 1, success: false }, { passed: 5, failed: 1 }],
    ['one was skipped', { numPendingTests: 1 }, { passed: 5, failed: 1 }],
    ['jest itself was unhappy', { success: false }, { passed: 5, failed: 1 }],
  ])('when %s', (_what, changed, tally) => expect(tallyOf(aReport(changed))).toEqual(tally));

  it('is a failure when there is no report', () => expect(tallyOf(null)).toEqual(single(false)));

  it('adds up', () =>
    expect(sumOf([single(true), single(false), { passed: 3, failed: 0 }])).toEqual({ passed: 4, failed: 1 }));
});
