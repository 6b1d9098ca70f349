import * as fc from 'fast-check';
import { isContestable, whatTheySay } from './testimony';

describe('what podmates say', () => {
  it.each([
    // asked, there, not there, is over → said
    [1, 0, 0, false, 'waiting'],
    [1, 1, 0, false, 'came'],
    [1, 0, 1, false, 'unknown'], // one accusation alone
    [2, 1, 0, false, 'waiting'],
    [2, 1, 1, false, 'came'], // a tie is for the member
    [2, 0, 2, false, 'missed'], // two who agree count
    [2, 0, 1, true, 'unknown'],
    [2, 1, 0, true, 'came'],
    [2, 0, 0, true, 'unknown'],
    [3, 1, 2, false, 'missed'],
    [3, 0, 2, false, 'waiting'],
    [3, 0, 2, true, 'missed'],
    [0, 0, 0, false, 'unknown'],
  ] as const)('of %i asked, %i for and %i against (over: %s) is %s', (asked, there, notThere, isOver, said) => {
    expect(whatTheySay({ asked, there, notThere, isOver })).toBe(said);
  });

  it('never counts against somebody by one voice, and a further voice for them never makes it worse', () => {
    const rank = { missed: 0, unknown: 1, waiting: 1, came: 2 };
    fc.assert(
      fc.property(fc.nat(3), fc.nat(3), (there, notThere) => {
        const p = { asked: there + notThere, there, notThere, isOver: true };
        if (notThere < 2) expect(whatTheySay(p)).not.toBe('missed');
        const more = whatTheySay({ ...p, asked: p.asked + 1, there: there + 1 });
        expect(rank[more]).toBeGreaterThanOrEqual(rank[whatTheySay(p)]);
      }),
    );
  });

  it('is asked of every outcome but full credit on time', () => {
    expect(isContestable({ outcome: 'on-time', credit: 1 })).toBe(false);
    expect(isContestable({ outcome: 'late', credit: 1 })).toBe(true);
    expect(isContestable({ outcome: 'unknown', credit: null })).toBe(true);
  });
});
