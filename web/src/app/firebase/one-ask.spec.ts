import { TestBed } from '@angular/core/testing';
import { Callables, CallRefused } from './callables';
import { OneAsk } from './one-ask';

describe('asking for one thing at a time', () => {
  let answer: (name: string) => Promise<unknown>;
  let asked: string[];
  let asking: OneAsk;
  const joinQueue = (what = 'join') => asking.ask(what, 'requestMatch', {});

  beforeEach(() => {
    asked = [];
    answer = () => Promise.resolve({});
    const call = (name: string) => {
      asked.push(name);
      return answer(name);
    };
    TestBed.configureTestingModule({ providers: [{ provide: Callables, useValue: { call } }] });
    asking = TestBed.runInInjectionContext(() => new OneAsk());
  });

  it('gives the answer, and is free again', async () => {
    await expect(joinQueue()).resolves.toEqual({ output: {} });
    expect([asking.busyWith(), asking.isBusy(), asking.refusal()]).toEqual([null, false, '']);
  });

  it('says what it waits for, and asks for nothing else meanwhile', async () => {
    let arrive: (output: unknown) => void = () => undefined;
    answer = () => new Promise((resolve) => (arrive = resolve));
    const first = joinQueue('first');
    expect([asking.busyWith(), asking.isBusy()]).toEqual(['first', true]);
    await expect(joinQueue('second')).resolves.toBeNull();
    expect(asking.busyWith()).toBe('first');
    arrive({});
    await expect(first).resolves.not.toBeNull();
    expect(asked).toEqual(['requestMatch']);
  });

  it('keeps the words of a refusal until something else is asked', async () => {
    answer = () => Promise.reject(new CallRefused('failed-precondition', 'You have a pod already.'));
    await expect(joinQueue()).resolves.toBeNull();
    expect([asking.refusal(), asking.isBusy()]).toEqual(['You have a pod already.', false]);
    answer = () => Promise.resolve({});
    await joinQueue();
    expect(asking.refusal()).toBe('');
  });

  it('does not take a mistake of our own for a refusal, and is free after it', async () => {
    answer = () => Promise.reject(new Error('no such thing'));
    await expect(joinQueue()).rejects.toThrow('no such thing');
    expect([asking.refusal(), asking.isBusy()]).toEqual(['', false]);
  });
});
