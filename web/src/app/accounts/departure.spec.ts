import { DOCUMENT } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Drafts } from '../drafts/drafts';
import { Identity } from '../firebase';
import { Departure } from './departure';

const assign = jest.fn();
const signOut = jest.fn();
const start = () => {
  TestBed.configureTestingModule({
    providers: [
      { provide: DOCUMENT, useValue: { defaultView: { location: { assign } }, querySelectorAll: () => [] } },
      { provide: Drafts, useValue: { clearAll: () => undefined } },
      { provide: Identity, useValue: { signOut } },
    ],
  });
  return TestBed.inject(Departure);
};

describe('leaving', () => {
  beforeEach(() => {
    assign.mockReset();
    signOut.mockReset().mockResolvedValue(undefined);
  });

  it('keeps its first reason when the end of the sign-in is noticed meanwhile', async () => {
    const departure = start();
    await Promise.all([departure.leave('suspended'), departure.leave()]);
    expect(assign.mock.calls).toEqual([['/sign-in?why=suspended']]);
  });

  it('can be tried again when signing out failed', async () => {
    signOut.mockRejectedValueOnce(new Error('not now'));
    const departure = start();
    await expect(departure.leave()).rejects.toThrow('not now');
    await departure.leave();
    expect(assign.mock.calls).toEqual([['/sign-in']]);
  });
});
