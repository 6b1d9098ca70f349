import { fairTurn } from './fair-turn';
import { type TimesToRank } from './rank-times';

// Three people a third of the world apart: one of them is always early, one late.
const ZONES = { ana: 'Etc/GMT', ben: 'Etc/GMT-8', cem: 'Etc/GMT+8' };
const FROM = new Date('2026-11-23T00:00:00Z');
const pod = (burdens: TimesToRank['burdens']): TimesToRank => ({
  attendees: Object.entries(ZONES).map(([id, timeZone]) => ({ id, timeZone, availability: [] })),
  podZone: 'Etc/GMT',
  minutes: 50,
  from: FROM,
  near: FROM,
  burdens,
});
/** 22:00 for Ben, 06:00 for Cem, good for Ana. */
const CURRENT = new Date('2026-11-26T14:00:00Z');

describe('a turn', () => {
  it('is due when the time is early or late for whoever has carried most', () => {
    const turn = fairTurn(pod({ ana: 0, ben: 60, cem: 30 }), CURRENT);
    expect(turn?.relievesId).toBe('ben');
    expect(turn?.time.strains['ben']).toMatchObject({ burden: 0 });
    expect(turn?.time.worst).toBe(30); // and no worse for the others than it was for Ben
  });

  it.each([
    ['nobody has carried anything', {}],
    ['all have carried as much', { ana: 30, ben: 30, cem: 30 }],
    ['two have carried most', { ana: 0, ben: 30, cem: 30 }],
    ['whoever has carried most has a good time', { ana: 60, ben: 0, cem: 30 }],
  ])('is not due when %s', (_, burdens) => expect(fairTurn(pod(burdens), CURRENT)).toBeNull());

  it('is not due where no time would spare them', () => {
    const two = { ...pod({ ben: 60, ana: 0 }), attendees: [{ id: 'ben', timeZone: 'Etc/GMT', availability: [] }] };
    expect(fairTurn({ ...two, attendees: two.attendees }, new Date('2026-11-26T12:00:00Z'))).toBeNull();
  });
});
