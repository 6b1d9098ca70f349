import fc from 'fast-check';
import { estimateClockOffset } from './index';

describe('the offset of the device’s clock', () => {
  it('is taken from the exchange with the shortest round trip', () => {
    const slow = { sentAt: 0, serverAt: 5_400, receivedAt: 800 };
    const fast = { sentAt: 1_000, serverAt: 6_010, receivedAt: 1_040 };
    expect(estimateClockOffset([slow, fast])).toEqual({ offsetMs: 4_990, errorMs: 20 });
    expect(estimateClockOffset([fast, slow])).toEqual({ offsetMs: 4_990, errorMs: 20 });
  });

  it('is unknown without a usable exchange', () => {
    expect(estimateClockOffset([])).toBeNull();
    expect(estimateClockOffset([{ sentAt: 100, serverAt: 50, receivedAt: 90 }])).toBeNull(); // set back while waiting
    expect(estimateClockOffset([{ sentAt: 0, serverAt: Number.NaN, receivedAt: 90 }])).toBeNull();
    expect(estimateClockOffset([{ sentAt: 0, serverAt: 1, receivedAt: Infinity }])).toBeNull();
  });

  it('is never wrong by more than the error it states, however lopsided the way', () => {
    const trip = fc.record({ there: fc.nat(400), back: fc.nat(400), at: fc.nat(1e9) });
    fc.assert(
      fc.property(fc.integer({ min: -6e5, max: 6e5 }), fc.array(trip, { minLength: 1 }), (truth, trips) => {
        const exchanges = trips.map(({ there, back, at }) => ({
          sentAt: at,
          serverAt: at + there + truth,
          receivedAt: at + there + back,
        }));
        const { offsetMs, errorMs } = estimateClockOffset(exchanges)!;
        expect(Math.abs(offsetMs - truth)).toBeLessThanOrEqual(errorMs);
      }),
    );
  });
});
