import { type TimeZone } from '@podmates/domain';
import { sayMoment } from '../schedule/say-time';

/** As many rematches a day as the server allows; more would make a catalogue of people. */
const MOST_REMATCHES = 3;
const DAY_MS = 24 * 3_600_000;

/** Why no rematch can be asked for, and what happens instead; empty when one can. */
export function whyNoRematch(rematchedAt: readonly Date[], now: Date, zone: TimeZone): string {
  const again = rematchedAt.map((at) => new Date(at.getTime() + DAY_MS)).filter((until) => until > now);
  if (again.length < MOST_REMATCHES) return '';
  const next = new Date(Math.min(...again.map((until) => until.getTime())));
  return `You asked for ${MOST_REMATCHES} rematches within a day, which is as many as there are. The next one is yours on ${sayMoment(next, zone)}. You can also let this proposal pass: it closes by itself, and you keep your place.`;
}
