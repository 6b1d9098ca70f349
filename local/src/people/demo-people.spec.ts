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
  matchedAt: null,
  shard: 0,
  version: 1,
  schemaVersion: SCHEMA_VERSION,
  ...changed,
});
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

  it('are six at least, in both tracks', () => {
    expect(usualWaiting().length).toBeGreaterThanOrEqual(6);
    expect(new Set(usualWaiting().map(({ track }) => track)).size).toBe(2);
  });

  it('come for a pod of a visitor that looks for somebody, one for each circle without anybody', () => {
    const search = { track: 'gym', language: 'qa' } as const;
    expect(missingFor([search], demoTrio)).toEqual([search]);
    expect(missingFor([search], [aRequest('demo-104', { language: 'qa' })])).toEqual([]);
    expect(missingFor([search], [aRequest('vera', { language: 'qa' })])).toEqual([search]);
  });

  it('come for a visitor of another language', () =>
    expect(
      missingPeople([aRequest('vera', { language: 'de' })]).filter(({ language }) => language === 'de'),
    ).toHaveLength(2));

  it('come for a visitor who asked for others than those', () => {
    const vera = aRequest('vera', { recent: ['demo-101', 'demo-102'].map((memberId) => ({ memberId, until: NOW })) });
    expect(missingPeople([...demoTrio, vera]).filter(({ track }) => track === 'gym')).toHaveLength(1);
  });

  it('do not multiply for a visitor whose hours suit nobody', () =>
    expect(
      missingPeople([...demoTrio, aRequest('vera', { hours: [] })]).filter(({ track }) => track === 'gym'),
    ).toEqual([]));
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
