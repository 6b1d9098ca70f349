import { zoneGroups } from './zones';

describe('the zones to choose from', () => {
  it('stand under their region, in words', () => {
    const america = zoneGroups().find(({ region }) => region === 'America');
    expect(america?.zones).toContainEqual({ id: 'America/New_York', name: 'New York' });
  });

  it('hold the one that is chosen, even if this browser does not list it', () => {
    const all = zoneGroups(['Europe/Kyiv', 'Asia/Saigon']).flatMap(({ zones }) => zones.map(({ id }) => id));
    expect(all).toEqual(expect.arrayContaining(['Europe/Kyiv', 'Asia/Saigon', 'UTC']));
    expect(new Set(all).size).toBe(all.length);
  });
});
