import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Heartbeat } from './heartbeat';
import { SoftLock } from './soft-lock';

describe('the word that one is writing a title', () => {
  const editing = signal<string | null>(null);
  let lock: SoftLock;

  beforeEach(() => {
    jest.useFakeTimers();
    editing.set(null);
    TestBed.configureTestingModule({ providers: [SoftLock, { provide: Heartbeat, useValue: { editing } }] });
    lock = TestBed.inject(SoftLock);
  });
  afterEach(() => jest.useRealTimers());

  it('holds while keys are pressed, and goes 90 s after the last', () => {
    lock.hold('x');
    jest.advanceTimersByTime(80_000);
    lock.hold('x');
    jest.advanceTimersByTime(80_000);
    expect(editing()).toBe('x');
    jest.advanceTimersByTime(10_000);
    expect(editing()).toBeNull();
  });

  it('is let go for its own item alone', () => {
    lock.hold('x');
    lock.release('y');
    expect(editing()).toBe('x');
    lock.release('x');
    expect(editing()).toBeNull();
  });
});
