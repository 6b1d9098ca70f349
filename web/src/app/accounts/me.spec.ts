import { TestBed } from '@angular/core/testing';
import { delay, throwError } from 'rxjs';
import { aMatchRequest, aMember } from '../../testing/examples';
import { FakeBoundary } from '../../testing/fake-boundary';
import { MatchData } from '../firebase';
import { Me } from './me';

describe('a match request', () => {
  /** Answers come after a turn, as from a server. */
  const isLookedFor = async (boundary: FakeBoundary) => {
    const request = () =>
      boundary.isBroken ? throwError(() => new Error('not now')) : boundary.request.pipe(delay(20));
    TestBed.configureTestingModule({
      providers: [...boundary.providers(), { provide: MatchData, useValue: { request } }],
    });
    const me = TestBed.inject(Me);
    await me.whenKnown();
    return me.whenRequestKnown();
  };

  it.each([
    ['waiting', true],
    ['proposed', true],
    ['cancelled', false],
  ] as const)('that is %s after the sprint ended: looked for is %s', async (status, expected) => {
    const boundary = new FakeBoundary();
    boundary.request.next(aMatchRequest({ status }));
    expect(await isLookedFor(boundary)).toBe(expected);
  });

  it('that cannot be read keeps nobody waiting', async () => {
    const boundary = new FakeBoundary();
    boundary.isBroken = true;
    expect(await isLookedFor(boundary)).toBe(false);
  });

  it('is not asked for while a sprint runs', async () => {
    const boundary = new FakeBoundary();
    boundary.member.next(aMember({ activeSprintId: 's1' }));
    boundary.request.next(aMatchRequest());
    expect(await isLookedFor(boundary)).toBe(false);
  });
});
