import { TestBed } from '@angular/core/testing';
import { FakeBoundary } from '../../testing/fake-boundary';
import { CallRefused } from '../firebase';
import { ChatOutbox } from './chat-outbox';

const PLACE = { scope: 'pod', id: 'p1' } as const;

describe('messages on their way', () => {
  let boundary: FakeBoundary;
  const aTab = (): ChatOutbox => {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: boundary.providers() });
    const outbox = TestBed.inject(ChatOutbox);
    TestBed.tick();
    return outbox;
  };
  const settle = () => new Promise((done) => setTimeout(done, 0));
  const said = () =>
    boundary.asked.filter(({ name }) => name === 'sendMessage').map(({ input }) => (input as { text: string }).text);
  const away = () => boundary.refuse('sendMessage', new CallRefused('unavailable', 'no answer'));

  beforeEach(() => {
    localStorage.clear();
    boundary = new FakeBoundary();
  });

  it('go out in the order in which they were said, and one after the other', async () => {
    const outbox = aTab();
    for (const text of ['one', 'two', 'three']) outbox.say(PLACE, text);
    expect(said()).toEqual(['one']);
    await settle();
    expect(said()).toEqual(['one', 'two', 'three']);
    expect(outbox.unsentIn(PLACE).map(({ fate }) => fate.kind)).toEqual(['sent', 'sent', 'sent']);
    outbox.areSaid(new Set(['sent-1']));
    expect(outbox.unsentIn(PLACE)).toEqual([]);
  });

  it('outlive the page, those of another tab included', async () => {
    away();
    const first = aTab();
    const second = aTab();
    first.say(PLACE, 'from the first tab');
    second.say(PLACE, 'from the second');
    await settle();
    boundary.answers.delete('sendMessage');
    boundary.asked.length = 0;
    const later = aTab();
    await settle();
    expect(said()).toEqual(['from the first tab', 'from the second']);
    expect(later.unsentIn(PLACE).map(({ fate }) => fate.kind)).toEqual(['sent', 'sent']);
  });

  it('wait, and say why, when it was a lot at once', async () => {
    boundary.refuse('sendMessage', new CallRefused('resource-exhausted', 'A lot at once.'));
    const outbox = aTab();
    outbox.say(PLACE, 'one more');
    await settle();
    expect(outbox.pause()).toBe('A lot at once.');
    boundary.answers.delete('sendMessage');
    await outbox.sendWaiting();
    expect(outbox.pause()).toBe('');
    expect(outbox.unsentIn(PLACE)).toMatchObject([{ fate: { kind: 'sent' } }]);
  });

  it('are shown where they were said and nowhere else', () => {
    away();
    const outbox = aTab();
    outbox.say(PLACE, 'here');
    expect(outbox.unsentIn({ scope: 'session', id: 'p1' })).toEqual([]);
    expect(outbox.unsentIn({ scope: 'pod', id: 'p2' })).toEqual([]);
  });
});
