import { type Type } from '@angular/core';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { type ActivatedRouteSnapshot, provideRouter, type RouterStateSnapshot, UrlTree } from '@angular/router';
import { type MemberStatus } from '@podmates/domain';
import { Identity, type Person } from '../firebase';
import { Departure } from './departure';
import { Entrance } from './entrance';
import { hasPodOrSprint, hasSprint, mayBeMatched, moderates, signedIn } from './guards';
import { Me } from './me';

const enter = jest.fn();
const leave = jest.fn();
const given = (p: {
  isHere?: boolean;
  standing?: MemberStatus['status'] | null;
  sprintId?: string;
  podId?: string;
  isLookedFor?: boolean;
  isUnreachable?: boolean;
}) => {
  const put = <T>(token: Type<T>, value: object) => ({ provide: token, useValue: value });
  const person: Person = { id: 'ana', displayName: 'Ana', email: 'ana@example.org' };
  const whenKnown = () => (p.isUnreachable ? Promise.reject(new Error('no network')) : Promise.resolve());
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      put(Identity, { user: signal(p.isHere === false ? null : person), whenKnown }),
      put(Me, {
        whenKnown: () => Promise.resolve(p.standing === undefined ? 'active' : p.standing),
        whenRequestKnown: () => Promise.resolve(p.isLookedFor ?? false),
        sprintId: signal(p.sprintId),
        podId: signal(p.podId),
      }),
      put(Entrance, { enter }),
      put(Departure, { leave }),
    ],
  });
};
const outcome = async (guard: typeof signedIn) => {
  const state = { url: '/pod' } as RouterStateSnapshot;
  const result = await TestBed.runInInjectionContext(() => guard({} as ActivatedRouteSnapshot, state));
  return result instanceof UrlTree ? result.toString() : result;
};

describe('a page for members', () => {
  beforeEach(() => jest.clearAllMocks());

  it('opens for an active one', async () => {
    given({});
    expect(await outcome(signedIn)).toBe(true);
  });

  it('sends a visitor to sign in and back', async () => {
    given({ isHere: false });
    expect(await outcome(signedIn)).toBe('/sign-in?next=%2Fpod');
  });

  it('finishes an entrance that broke off', async () => {
    given({ standing: null });
    expect(await outcome(signedIn)).toBe(true);
    expect(enter).toHaveBeenCalledTimes(1);
  });

  it('signs a suspended member out', async () => {
    given({ standing: 'suspended' });
    expect(await outcome(signedIn)).toBe(false);
    expect(leave).toHaveBeenCalledWith('suspended');
  });

  it('says so when the server could not be reached', async () => {
    given({ isUnreachable: true });
    expect(await outcome(signedIn)).toBe('/sign-in?next=%2Fpod&why=unreachable');
  });

  it.each([
    ['nothing yet', {}, '/start', '/start', '/start'],
    ['a sprint', { sprintId: 's1' }, true, true, true],
    ['a pod whose member ended the sprint', { podId: 'p1' }, '/start', true, true],
    ['a request that outlived its sprint', { isLookedFor: true }, '/start', '/start', true],
  ])('opens what there is to show to somebody with %s', async (_with, held, sprint, pod, matching) => {
    given(held);
    expect(await outcome(hasSprint)).toBe(sprint);
    expect(await outcome(hasPodOrSprint)).toBe(pod);
    expect(await outcome(mayBeMatched)).toBe(matching);
  });
});

describe('a page for moderators', () => {
  const isThere = (isModerator: () => Promise<boolean>) => {
    TestBed.configureTestingModule({ providers: [{ provide: Identity, useValue: { isModerator } }] });
    return TestBed.runInInjectionContext(() => moderates({}, []));
  };

  it('is there for them', async () => expect(await isThere(() => Promise.resolve(true))).toBe(true));

  it('is not there for others', async () => expect(await isThere(() => Promise.resolve(false))).toBe(false));

  it('is not there while nobody can be asked', async () =>
    expect(await isThere(() => Promise.reject(new Error('no network')))).toBe(false));
});
