import fc from 'fast-check';
import { type FeedEvent, LIMITS, type Nudge, SCHEMA_VERSION, type Slot } from '../documents';
import { noRelations } from '../matching/relations';
import { hours, NOW } from './example-challenge';
import { answerNudge, withCheer, withMutedNudges } from './index';

const anEvent = (changed: Partial<FeedEvent> = {}): FeedEvent => ({
  id: 'check-in:s1_0',
  kind: 'check-in',
  memberId: 'ana',
  memberName: 'Ana',
  text: 'Checked in.',
  startsAt: null,
  at: NOW,
  schemaVersion: SCHEMA_VERSION,
  ...changed,
});

describe('a cheer', () => {
  it('counts once, however often it comes, and can be taken back', () => {
    const once = withCheer(anEvent(), 'ben', true);
    expect(once.cheers).toEqual(['ben']);
    expect(withCheer(once, 'ben', true)).toBe(once);
    expect(withCheer(withCheer(once, 'cem', true), 'ben', false).cheers).toEqual(['cem']);
  });

  it('leaves the same podmates in whatever order and number they come', () => {
    const taps = fc.array(fc.tuple(fc.constantFrom('ben', 'cem', 'dee'), fc.boolean()));
    fc.assert(
      fc.property(taps, (sent) => {
        const event = sent.reduce((before, [id, isOn]) => withCheer(before, id, isOn), anEvent());
        expect(new Set(event.cheers ?? []).size).toBe((event.cheers ?? []).length);
        for (const id of ['ben', 'cem', 'dee'])
          expect((event.cheers ?? []).includes(id)).toBe(sent.findLast(([who]) => who === id)?.[1] ?? false);
      }),
    );
  });

  it.each([
    ['to oneself', anEvent({ memberId: 'ben' })],
    ['to what is no check-in', anEvent({ kind: 'session-done' })],
  ])('is not taken %s', (_, event) =>
    expect(() => withCheer(event, 'ben', true)).toThrow(expect.objectContaining({ code: 'failed-precondition' })),
  );
});

describe('a nudge', () => {
  const open: Pick<Slot, 'state' | 'openAt' | 'graceEndsAt'> = {
    state: 'open',
    openAt: hours(-2),
    graceEndsAt: hours(20),
  };
  const nudgedOn = (day: string): Nudge => ({ id: 'n', fromId: 'ben', toId: 'ana', day, at: NOW, schemaVersion: 1 });
  const ask = (changed: Partial<Parameters<typeof answerNudge>[0]> = {}) =>
    answerNudge({
      last: null,
      today: '2026-06-01',
      slots: [open],
      isAway: false,
      isMuted: false,
      isKeptApart: false,
      now: NOW,
      ...changed,
    });

  it.each<[string, Parameters<typeof ask>[0], string]>([
    ['for an open slot', {}, 'sent'],
    ['in its grace', { now: hours(19.9) }, 'sent'],
    ['once its grace is over', { now: hours(20) }, 'nothing-open'],
    ['before its day', { now: hours(-2.1) }, 'nothing-open'],
    ['that is done', { slots: [{ ...open, state: 'done' }] }, 'nothing-open'],
    ['on a paused day', { slots: [{ ...open, state: 'excused' }] }, 'nothing-open'],
    ['on a day of rest', { slots: [] }, 'nothing-open'],
    ['to who is away', { isAway: true }, 'nothing-open'],
    ['to who muted it', { isMuted: true }, 'nothing-open'],
    ['over a block', { isKeptApart: true }, 'nothing-open'],
    ['a second time that day', { last: nudgedOn('2026-06-01') }, 'already'],
    ['the next day', { last: nudgedOn('2026-05-31') }, 'sent'],
    ['on a day that came again over the date line', { last: nudgedOn('2026-06-02') }, 'already'],
  ])('%s is answered: %s', (_, changed, answer) => expect(ask(changed)).toBe(answer));

  it('says the same whatever keeps it from somebody', () => {
    const reasons = fc.record({ isAway: fc.boolean(), isMuted: fc.boolean(), isKeptApart: fc.boolean() });
    fc.assert(
      fc.property(reasons, (why) =>
        expect(ask(why)).toBe(why.isAway || why.isMuted || why.isKeptApart ? 'nothing-open' : 'sent'),
      ),
    );
  });
});

describe('nudges of one podmate', () => {
  it('are muted and heard again, and nothing is written twice', () => {
    const muted = withMutedNudges(noRelations('ana'), 'ben', true);
    expect(muted).toMatchObject({ mutedNudges: ['ben'], version: 2 });
    expect(withMutedNudges(muted, 'ben', true)).toBe(muted);
    expect(withMutedNudges(muted, 'ben', false).mutedNudges).toEqual([]);
  });

  it('are muted up to a bound', () => {
    const mutedNudges = Array.from({ length: LIMITS.mutedNudges }, (_, i) => `m${i}`);
    expect(() => withMutedNudges({ ...noRelations('ana'), mutedNudges }, 'ben', true)).toThrow(
      expect.objectContaining({ code: 'resource-exhausted' }),
    );
  });
});
