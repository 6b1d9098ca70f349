/** One question for the server's time. All in epoch milliseconds: `sentAt` and `receivedAt` by the device, `serverAt` by the server. */
export interface ClockExchange {
  readonly sentAt: number;
  readonly serverAt: number;
  readonly receivedAt: number;
}

/**
 * How far the device's clock is behind the server's (add `offsetMs` to the device's), as NTP does it: the exchange
 * with the shortest round trip tells most, and is wrong by at most half of that trip. Null when none is usable,
 * for example because the device's clock was set back while waiting.
 */
export function estimateClockOffset(exchanges: readonly ClockExchange[]): { offsetMs: number; errorMs: number } | null {
  let best: ClockExchange | null = null;
  for (const exchange of exchanges) {
    if (!isUsable(exchange)) continue;
    if (!best || roundTrip(exchange) < roundTrip(best)) best = exchange;
  }
  if (!best) return null;
  return { offsetMs: best.serverAt - (best.sentAt + best.receivedAt) / 2, errorMs: roundTrip(best) / 2 };
}

const roundTrip = (exchange: ClockExchange): number => exchange.receivedAt - exchange.sentAt;

const isUsable = (exchange: ClockExchange): boolean =>
  Number.isFinite(roundTrip(exchange)) && Number.isFinite(exchange.serverAt) && roundTrip(exchange) >= 0;
