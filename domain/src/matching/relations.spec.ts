import { DomainError } from '../contracts';
import { Relations } from '../documents';
import { canMeet } from './can-meet';
import { candidateOf, stillRecent } from './candidate';
import { aRequest } from './example-requests';
import {
  copiesOf,
  noRelations,
  RECENT_LASTS_MS,
  withBlock,
  withFavourite,
  withoutBlock,
  withRecent,
} from './relations';

const now = new Date('2026-06-02T12:00:00Z');
const later = (ms: number) => new Date(now.getTime() + ms);
const ana = noRelations('ana');
const ids = (count: number) => Array.from({ length: count }, (_, n) => `m${n}`);
const codeOf = (act: () => unknown): string => {
  try {
    act();
    return 'allowed';
  } catch (error) {
    return error instanceof DomainError ? error.code : 'a defect';
  }
};

describe('a block', () => {
  it('is kept once, and can be taken back', () => {
    const blocked = withBlock(ana, 'ben');
    expect(blocked).toMatchObject({ blocks: ['ben'], version: 2 });
    expect(withBlock(blocked, 'ben')).toBe(blocked);
    expect(withoutBlock(blocked, 'ben')).toMatchObject({ blocks: [], version: 3 });
    expect(withoutBlock(ana, 'ben')).toBe(ana);
  });

  it('ends a favourite, and nobody blocks themself', () => {
    expect(withBlock(withFavourite(ana, 'ben', true), 'ben')).toMatchObject({ blocks: ['ben'], favourites: [] });
    expect(withBlock(ana, 'ana')).toBe(ana);
  });

  it('can be of anybody, up to what can be stored', () => {
    const full = { ...ana, blocks: ids(500) };
    expect(codeOf(() => withBlock(full, 'one-more'))).toBe('resource-exhausted');
    expect(withBlock(full, 'm7')).toBe(full);
    expect(Relations.parse(full)).toEqual(full);
  });
});

describe('a favourite', () => {
  it('is kept once, and let go of', () => {
    const kept = withFavourite(ana, 'ben', true);
    expect(kept.favourites).toEqual(['ben']);
    expect(withFavourite(kept, 'ben', true)).toBe(kept);
    expect(withFavourite(kept, 'ben', false).favourites).toEqual([]);
    expect(withFavourite(ana, 'ana', true)).toBe(ana);
  });

  it('is nobody who is blocked, and one of a hundred', () => {
    expect(codeOf(() => withFavourite(withBlock(ana, 'ben'), 'ben', true))).toBe('failed-precondition');
    expect(codeOf(() => withFavourite({ ...ana, favourites: ids(100) }, 'ben', true))).toBe('resource-exhausted');
  });
});

describe('recent company', () => {
  const met = withRecent(ana, ['ben', 'cem', 'ana'], now);
  const recentAt = (at: Date) => stillRecent(copiesOf(met), at);

  it('is not met again for thirty days, to the moment', () => {
    expect(recentAt(now)).toEqual(['ben', 'cem']);
    expect(recentAt(later(RECENT_LASTS_MS - 1))).toEqual(['ben', 'cem']);
    expect(recentAt(later(RECENT_LASTS_MS))).toEqual([]);
  });

  it('begins anew when they part again', () => {
    const again = withRecent(met, ['ben'], later(1000));
    expect(again.recent.map(({ memberId }) => memberId)).toEqual(['cem', 'ben']);
    expect(stillRecent(again, later(RECENT_LASTS_MS))).toEqual(['ben']);
  });

  it('forgets what is over, and the oldest of more than sixty', () => {
    expect(withRecent(met, ['dana'], later(RECENT_LASTS_MS)).recent).toHaveLength(1);
    const many = withRecent(withRecent(ana, ['old'], now), ids(60), now);
    expect(many.recent).toHaveLength(60);
    expect(Relations.parse(many)).toEqual(many);
    expect(stillRecent(many, now)).not.toContain('old');
  });
});

describe('what a request keeps of them', () => {
  const [asAna, asBen] = [aRequest({ memberId: 'ana' }), aRequest({ memberId: 'ben' })];
  const meet = (relations: Relations, other = asBen) =>
    canMeet(candidateOf({ ...asAna, ...copiesOf(relations) }, now), candidateOf(other, now));

  it('keeps apart whoever is blocked or reported, and recent company unless both favour each other', () => {
    expect(meet(ana)).toBe(true);
    expect(meet(withBlock(ana, 'ben'))).toBe(false);
    expect(meet({ ...ana, reported: ['ben'] })).toBe(false);
    const met = withRecent(ana, ['ben'], now);
    expect(meet(met)).toBe(false);
    expect(meet(withFavourite(met, 'ben', true))).toBe(false);
    expect(meet(withFavourite(met, 'ben', true), { ...asBen, favourites: ['ana'] })).toBe(true);
  });
});
