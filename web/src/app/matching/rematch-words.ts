import { type TimeZone } from '@podmates/domain';
import { nextRematch } from '@podmates/domain/matching';
import { sayMoment } from '../schedule/say-time';

/** Why no rematch can be asked for, and what happens instead; empty when one can. */
export function whyNoRematch(rematchedAt: readonly Date[], now: Date, zone: TimeZone): string {
  const again = nextRematch(rematchedAt, now);
  if (!again) return '';
  return `You asked for other people three times within a day, which is as often as it goes. The next time is on ${sayMoment(again, zone)}. You can also let this proposal pass: it closes by itself, and you keep your place.`;
}
