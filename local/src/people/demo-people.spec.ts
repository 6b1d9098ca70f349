import { type MatchRequest, NO_PREFERENCES, SCHEMA_VERSION } from '@podmates/domain';
import { matchPeople, seekerOf, withNewcomers } from '@podmates/domain/matching';
import { problemsOfPlan } from '@podmates/domain/sprints';
import { visitorsFirst } from '../functions/local-matching';
import { demoPlan, POD_CAST, waitingPerson } from './cast';
import { chance, isDemo, pick } from './choices';
import { restWrite } from './demo-account';
import { missingFor, missingPeople, usualWaiting } from './waiting';

const NOW = new Date('2026-11-23T12:00:00Z');
const ALL_HOURS = Array.from({ length: 168 }, (_, hour) => hour);
const aRequest = (memberId: string, changed: Partial<MatchRequest> = {}): MatchRequest => ({
  id: memberId,
  memberId,
  sprintId: `s-${memberId}`,
  track: 'gym',
  focus: null,
  language: 'en',
  isAdult: false,
  experience: 2,
  ...NO_PREFERENCES,
  timeZone: 'Europe/London',
  hours: ALL_HOURS,
  lane: 'usual',
  isTrusted: false,
  status: 'waiting',
  lock: null,
  fence: 0,
  snoozedUntil: null,
  waitlist: null,
  rematchedAt: [],
  blocks: [],
  recent: [],
  favourites: [],
  waitingSince: new Date(NOW.getTime() - 3_600_000),
  headStartMs: 0,
  matchedAt: null,
  shard: 0,
  version: 1,
  schemaVersion: SCHEMA_VERSION,
  ...changed,
});
const met = (...ids: string[]) => ids.map((memberId) => ({ memberId, until: new Date(NOW.getTime() + 1) }));
const demoTrio = ['demo-101', 'demo-102', 'demo-103'].map((id) => aRequest(id));

describe('demo people who wait', () => {
  const match = (people: readonly MatchRequest[]) =>
    visitorsFirst(withNewcomers(matchPeople))(
      people.map((one) => seekerOf(one, NOW)),
      { now: NOW, seed: 1 },
    );

  it('are not matched with each other', () => expect(match(demoTrio)).toEqual([]));

  it('make a pod of three with a visitor', () => {
    const [group, ...others] = match([...demoTrio, aRequest('vera', { waitingSince: NOW })]);
    expect(group?.memberIds).toHaveLength(3);
    expect(group?.memberIds).toContain('vera');
    expect(others).toEqual([]);
  });

  it('are three of each track and age group', () => {
    expect(usualWaiting()).toHaveLength(12);
    expect(new Set(usualWaiting().map(({ track, isAdult }) => `${track} ${isAdult}`)).size).toBe(4);
    const asked = usualWaiting().map((wish, n) => aRequest(`demo-${n}`, wish));
    expect(missingPeople(asked, NOW)).toEqual([]);
    expect(missingPeople(asked.slice(1), NOW)).toEqual(usualWaiting().slice(0, 1));
  });

  it('come for a pod of a visitor that looks for somebody, one for each without anybody', () => {
    const vera = aRequest('vera', { language: 'qa', isAdult: true, status: 'matched' });
    expect(missingFor([vera], demoTrio, NOW)).toEqual([{ track: 'gym', language: 'qa', isAdult: true }]);
    expect(missingFor([vera], [aRequest('demo-104', { language: 'qa', isAdult: true })], NOW)).toEqual([]);
    expect(missingFor([vera], [aRequest('wim', { language: 'qa', isAdult: true })], NOW)).toHaveLength(1);
  });

  const missingBeside = (visitor: Partial<MatchRequest>, demo = demoTrio) => {
    const usual = usualWaiting().map((wish, n) => aRequest(`demo-9${n}`, { ...wish, blocks: ['vera'] }));
    return missingPeople([...usual, ...demo, aRequest('vera', visitor)], NOW);
  };

  it.each<[string, Partial<MatchRequest>, object[]]>([
    ['of their track, language and age', {}, []],
    ['of another language', { language: 'de' }, [{ language: 'de' }, { language: 'de' }]],
    ['who is an adult', { isAdult: true }, [{ isAdult: true }, { isAdult: true }]],
    ['who looks for women', { comfort: 'woman' }, []],
    ['who looks for their own', { comfort: 'same', gender: 'man' }, []],
    ['of a pod of two who met one', { sizes: [2], recent: met('demo-101', 'demo-102', 'demo-103') }, [{}]],
    ['of a pod of four', { sizes: [4], recent: met('demo-101') }, [{}]],
    ['who asked for others than those', { recent: met('demo-101', 'demo-102') }, [{}]],
    ['whose hours suit nobody', { hours: [] }, []],
  ])('come for a visitor %s as far as they are missing', (_, visitor, expected) =>
    expect(missingBeside(visitor)).toMatchObject(expected),
  );

  it('make a pod of two, and one of four, for a visitor who wants no other', () => {
    for (const size of [2, 4] as const) {
      const [group] = match([...demoTrio, aRequest('vera', { waitingSince: NOW, sizes: [size] })]);
      expect(group?.memberIds).toHaveLength(size);
    }
  });
});

describe('the cast', () => {
  it('has at least 30 people in 8 pods and those who wait, in many zones', () => {
    const inPods = POD_CAST.flatMap((pod) => pod.people);
    const all = [...inPods, ...usualWaiting().map((_, n) => waitingPerson(n))];
    expect(POD_CAST).toHaveLength(8);
    expect(all.length).toBeGreaterThanOrEqual(30);
    expect(new Set(all.map(({ timeZone }) => timeZone)).size).toBeGreaterThan(20);
  });

  it.each(['gym', 'dotnet-prompting'] as const)('plans %s as the form would have to', (track) =>
    expect(problemsOfPlan(demoPlan({ track, timeZone: 'Pacific/Fiji', isWide: true, mutationId: 'm' }))).toEqual([]),
  );
});

describe('choices', () => {
  it('are the same for the same seed and others for another', () => {
    expect(chance(7, 'a', 1)).toBe(chance(7, 'a', 1));
    expect(chance(7, 'a', 1)).not.toBe(chance(8, 'a', 1));
  });

  it('spread evenly enough', () => {
    const low = Array.from({ length: 1000 }, (_, n) => chance(7, 'slot', n)).filter((value) => value < 0.5);
    expect(low.length).toBeGreaterThan(430);
    expect(low.length).toBeLessThan(570);
    expect(['x', 'y']).toContain(pick(['x', 'y'], 7, 'z'));
  });

  it('know demo people by their id', () => expect(['demo-001', 'KNaEg'].map(isDemo)).toEqual([true, false]));
});

it('a change by REST touches the named fields and takes the server’s time', () =>
  expect(
    restWrite({ path: 'a/b', fields: { isDone: true, rev: 2 }, serverTime: 'editedAt', kind: 'change' }),
  ).toMatchObject({
    update: { fields: { isDone: { booleanValue: true }, rev: { integerValue: '2' } } },
    updateMask: { fieldPaths: ['isDone', 'rev'] },
    updateTransforms: [{ fieldPath: 'editedAt', setToServerValue: 'REQUEST_TIME' }],
    currentDocument: { exists: true },
  }));
