import { FairnessReport } from '../contracts';
import { type MatchRequest } from '../documents';
import { aRequest } from './example-requests';
import { fairnessReport } from './fairness';

const now = new Date('2026-06-02T12:00:00Z');
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const some = (count: number, name: string, fields: (n: number) => Partial<MatchRequest>) =>
  Array.from({ length: count }, (_, n) => aRequest({ memberId: `${name}${n}`, ...fields(n) }));
const report = (waiting: MatchRequest[], matched: MatchRequest[] = []) => fairnessReport({ waiting, matched, now });

describe('the fairness report', () => {
  const berlin = some(6, 'b', (n) => ({ waitingSince: ago(10 * (n + 1)), experience: 1, styles: ['direct'] }));
  const tokyo = some(5, 't', (n) => ({
    timeZone: 'Asia/Tokyo',
    waitingSince: ago(50),
    matchedAt: ago(50 - n),
    status: 'matched',
    experience: 2,
    styles: ['direct', 'relaxed'],
  }));

  it('says how long whom waits, by clock, experience and style', () => {
    const { byZone, byExperience, byStyle, leftOut, asOf } = report(berlin, tokyo);
    expect(byZone).toEqual([
      { group: 'UTC+02:00', people: 6, waiting: 6, matched: 0, medianHours: 35, slowestTenthHours: 55 },
      { group: 'UTC+09:00', people: 5, waiting: 0, matched: 5, medianHours: 2, slowestTenthHours: 3.6 },
    ]);
    expect(byExperience.map(({ group, people }) => [group, people])).toEqual([
      ['1', 6],
      ['2', 5],
    ]);
    expect(byStyle.map(({ group, people }) => [group, people])).toEqual([
      ['direct', 11],
      ['relaxed', 5],
    ]);
    expect([leftOut, asOf]).toEqual([0, now.toISOString()]);
  });

  it('leaves out groups of fewer than five, and says only how many people are in them', () => {
    const few = some(4, 'k', () => ({ timeZone: 'Asia/Kathmandu', experience: 1, styles: [] }));
    const found = report([...berlin, ...few]);
    expect(JSON.stringify(found)).not.toContain('05:45');
    expect(found).toMatchObject({ leftOut: 4, byZone: [{ people: 6 }], byExperience: [{ people: 10 }] });
    expect(FairnessReport.parse(found)).toEqual(found);
  });

  it('counts from when they came, not from the place that they were given', () => {
    const ahead = some(5, 'm', () => ({ waitingSince: ago(96), headStartMs: 72 * 3_600_000 }));
    expect(report(ahead).byExperience).toMatchObject([{ people: 5, medianHours: 24 }]);
  });

  it('tells nothing of who blocked whom', () => {
    const blocking = berlin.map((request) => ({
      ...request,
      blocks: ['t0', 't1'],
      recent: [{ memberId: 't2', until: ago(-9) }],
    }));
    expect(report(blocking, tokyo)).toEqual(report(berlin, tokyo));
  });

  it('is empty when nobody is there', () =>
    expect(report([])).toMatchObject({ byZone: [], byExperience: [], byStyle: [], leftOut: 0 }));

  it('names a clock behind UTC, and one between the hours', () => {
    const west = some(5, 'w', () => ({ timeZone: 'America/St_Johns' }));
    expect(report(west).byZone.map(({ group }) => group)).toEqual(['UTC−02:30']);
  });
});
