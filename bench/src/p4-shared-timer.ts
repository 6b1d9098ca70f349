import { timerView } from '@podmates/domain/sessions';
import { estimateClockOffset } from '@podmates/domain/time';
import { type SharedTimer } from '@podmates/domain';
import { atMost, type Benchmark, type Measured, round } from './benchmark';
import { percentile, randomFrom } from './statistics';

/**
 * P4. The shared timer on devices whose clocks are wrong by up to ten minutes, over round trips of
 * 20–400 ms that take longer one way than the other. No estimate from such exchanges can beat half the
 * difference between the two ways (the bound of NTP), so that is what the error is held against.
 */
export const sharedTimer: Benchmark = {
  name: 'p4',
  title: 'Shared timer: clocks off by ±10 min, round trips 20–400 ms, asymmetric',
  run: ({ seed }) => Promise.resolve(measure(seed)),
};

const PODS = 10_000;
const POD_SIZE = 4;
const EXCHANGES = 8; // as many as the page keeps: one a minute, so the oldest has drifted longest
const WORLD = {
  clockErrorMs: 10 * 60_000,
  roundTripMs: { from: 20, to: 400 },
  driftPerMs: 100e-6, // a poor quartz: 100 ppm
  exchangeEveryMs: 60_000,
  busyMs: 20, // a busy page reads its clock late, after the answer has come
} as const;
const ALLOWANCE_MS = 50;
const SESSION_START = Date.UTC(2026, 10, 23, 18);

interface Device {
  readonly clock: (trueTime: number) => number;
  readonly offsetMs: number;
  /** Half the difference of the two ways in the exchange that the estimate rests on. */
  readonly boundMs: number;
  readonly firstOffsetMs: number;
}

function measure(seed: number): Measured {
  const random = randomFrom(seed);
  const { timer, writes } = watchedTimer();
  const found = {
    excess: [] as number[],
    apart: [] as number[],
    raw: [] as number[],
    first: [] as number[],
    shown: [] as number[],
  };
  for (let pod = 0; pod < PODS; pod += 1) {
    const devices = Array.from({ length: POD_SIZE }, () => device(random));
    const lookAt = SESSION_START + EXCHANGES * WORLD.exchangeEveryMs + random() * WORLD.exchangeEveryMs;
    const truth = timerView(timer, new Date(lookAt)).elapsedMs;
    const seen = devices.map((one) => {
      const read = (offset: number): number => timerView(timer, new Date(one.clock(lookAt) + offset)).elapsedMs - truth;
      const error = Math.abs(read(one.offsetMs));
      found.shown.push(error);
      found.excess.push(error - one.boundMs);
      found.first.push(Math.abs(read(one.firstOffsetMs)));
      found.raw.push(Math.abs(read(0)));
      return read(one.offsetMs);
    });
    found.apart.push(Math.max(...seen) - Math.min(...seen));
  }
  const line = (name: string, values: readonly number[]): (string | number)[] => [
    name,
    ...[0.5, 0.95, 0.99, 1].map((share) => round(percentile(values, share))),
  ];
  return {
    table: {
      columns: ['milliseconds', 'p50', 'p95', 'p99', 'most'],
      rows: [
        line("device's own clock, uncorrected", found.raw),
        line('corrected by the first exchange alone', found.first),
        line('as the product shows it', found.shown),
        line('… beyond the bound (asymmetry / 2)', found.excess),
        line('pod of four, furthest apart', found.apart),
      ],
    },
    claims: [
      atMost('error beyond asymmetry / 2, p99', percentile(found.excess, 0.99), ALLOWANCE_MS, 'ms'),
      atMost('furthest apart in a pod of four, p99', percentile(found.apart, 0.99), 1000, 'ms'),
      atMost('writes while the timer ticks', writes(), 0),
    ],
    notes: [
      `${PODS * POD_SIZE} devices in ${PODS} pods, ${EXCHANGES} exchanges each, drift up to ${WORLD.driftPerMs * 1e6} ppm, a page up to ${WORLD.busyMs} ms late in reading its clock; seed ${seed}. Simulated: no network.`,
      'A write is anything set on the shared timer while it is read.',
    ],
  };
}

/** A running timer that counts whatever is written to it. */
function watchedTimer(): { timer: SharedTimer; writes: () => number } {
  let count = 0;
  const running = { startedAt: new Date(SESSION_START), durationMs: 15 * 60_000, pausedMs: 0, pausedAt: null };
  const timer = new Proxy<SharedTimer>(running, {
    set: (target, field, value) => {
      count += 1;
      return Reflect.set(target, field, value);
    },
  });
  return { timer, writes: () => count };
}

function device(random: () => number): Device {
  const wrongBy = (random() * 2 - 1) * WORLD.clockErrorMs;
  const drift = (random() * 2 - 1) * WORLD.driftPerMs;
  const clock = (trueTime: number): number => Math.round(trueTime + wrongBy + (trueTime - SESSION_START) * drift);
  const exchanges = Array.from({ length: EXCHANGES }, (_, n) =>
    exchange(clock, SESSION_START + n * WORLD.exchangeEveryMs, random),
  );
  const estimate = estimateClockOffset(exchanges);
  const first = estimateClockOffset(exchanges.slice(0, 1));
  if (!estimate || !first) throw new Error('Exchanges gave no estimate.');
  const used = exchanges.reduce((best, one) => (roundTrip(one) < roundTrip(best) ? one : best));
  return { clock, offsetMs: estimate.offsetMs, firstOffsetMs: first.offsetMs, boundMs: used.asymmetryMs / 2 };
}

interface Exchange {
  readonly sentAt: number;
  readonly serverAt: number;
  readonly receivedAt: number;
  readonly asymmetryMs: number;
}

function exchange(clock: (trueTime: number) => number, at: number, random: () => number): Exchange {
  const span = WORLD.roundTripMs.to - WORLD.roundTripMs.from;
  const total = WORLD.roundTripMs.from + random() * span;
  const there = total * random();
  const back = total - there;
  const readLate = random() * WORLD.busyMs;
  return {
    sentAt: clock(at),
    serverAt: Math.round(at + there),
    receivedAt: clock(at + total + readLate),
    asymmetryMs: Math.abs(there - back),
  };
}

const roundTrip = (one: Exchange): number => one.receivedAt - one.sentAt;
