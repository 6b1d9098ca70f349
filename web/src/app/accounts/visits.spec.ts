import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { aMember, NOW } from '../../testing/examples';
import { FakeBoundary } from '../../testing/fake-boundary';
import { CallRefused } from '../firebase';
import { Visits } from './visits';

const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);
let boundary: FakeBoundary;
const begin = async (): Promise<void> => {
  TestBed.inject(Visits);
  await settle();
};
const settle = async (): Promise<void> => {
  await TestBed.inject(ApplicationRef).whenStable();
  await new Promise((done) => setTimeout(done, 0));
  await TestBed.inject(ApplicationRef).whenStable();
};

beforeEach(() => {
  boundary = new FakeBoundary();
  TestBed.configureTestingModule({ providers: boundary.providers() });
});

describe('a visit', () => {
  it.each([
    ['hours old', hoursAgo(7), 1],
    ['not known', null, 1],
    ['of this morning', hoursAgo(2), 0],
  ])('is told when what is known is %s', async (_, seenAt, times) => {
    boundary.member.next(aMember({ seenAt }));
    await begin();
    expect(boundary.asked.map(({ name }) => name)).toEqual(Array.from({ length: times }, () => 'noteVisit'));
  });

  it('is told once, and again when hours have passed', async () => {
    boundary.member.next(aMember({ seenAt: hoursAgo(9) }));
    await begin();
    boundary.seconds.update((seconds) => seconds + 120);
    await settle();
    expect(boundary.asked).toHaveLength(1);
    boundary.seconds.update((seconds) => seconds + 7 * 3600);
    await settle();
    expect(boundary.asked).toHaveLength(2);
  });

  it('waits for the network, and is told again when nobody answered', async () => {
    boundary.isOnline.set(false);
    boundary.member.next(aMember({ seenAt: hoursAgo(9) }));
    boundary.refuse('noteVisit', new CallRefused('unavailable', 'No answer.'));
    await begin();
    expect(boundary.asked).toHaveLength(0);
    boundary.isOnline.set(true);
    await settle();
    boundary.seconds.update((seconds) => seconds + 60);
    await settle();
    expect(boundary.asked).toHaveLength(2);
  });
});
