import { planSprint, slotsOf } from '@podmates/domain/sprints';
import { addDays, instantAt } from '@podmates/domain/time';
import { demoPlan, POD_CAST } from '../people/cast';
import { foundedAt } from './founded-at';

const DAY_MS = 24 * 3_600_000;
const SIX_WEEKS_MS = 42 * DAY_MS;

/** The sprint that somebody of the n-th pod begins at this moment. */
function sprintFrom(now: Date, n: number, timeZone: string) {
  const track = POD_CAST[n]?.track ?? 'gym';
  return planSprint(demoPlan({ track, timeZone, isWide: false, mutationId: 'm' }), { id: 's', memberId: 'm', now });
}

describe.each([23, 24, 25, 26, 27, 28, 29])('when the demo past is made on %s November', (day) => {
  const present = new Date(Date.UTC(2026, 10, day, 12));
  const people = POD_CAST.flatMap((pod, n) => pod.people.map(({ timeZone }) => ({ n, timeZone })));
  const lives = people.map(({ n, timeZone }) => {
    const first = sprintFrom(foundedAt(n, { present, seed: 7 }), n, timeZone);
    const second = sprintFrom(instantAt(addDays(first.endsOn, 1), '06:00', timeZone, 'start'), n, timeZone);
    return { first, second };
  });

  it('everybody has had slots for at least six weeks', () => {
    for (const { first } of lives)
      expect(present.getTime() - (slotsOf(first)[0]?.startsAt.getTime() ?? 0)).toBeGreaterThan(SIX_WEEKS_MS);
  });

  it('everybody is in a second sprint, with three slots behind them', () => {
    for (const { second } of lives) {
      expect(slotsOf(second).filter(({ startsAt }) => startsAt < present).length).toBeGreaterThanOrEqual(3);
      expect(slotsOf(second).at(-1)?.startsAt.getTime()).toBeGreaterThan(present.getTime());
    }
  });

  it('the pods did not all change sprints on the same day', () =>
    expect(new Set(lives.map(({ second }) => second.startsOn)).size).toBeGreaterThan(1));
});
