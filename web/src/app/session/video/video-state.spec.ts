import * as fc from 'fast-check';
import { afterEvent, type FrameEvent, NEW_FRAME, othersIn, phaseOf } from './video-state';

const seenAs = (events: readonly FrameEvent[]) => {
  const state = events.reduce(afterEvent, NEW_FRAME);
  return { phase: phaseOf(state), others: othersIn(state) };
};
const joined = (id: string): FrameEvent => ({ name: 'participantJoined', id });
const left = (id: string): FrameEvent => ({ name: 'participantLeft', id });
const self: FrameEvent = { name: 'videoConferenceJoined', id: 'self' };
const over: FrameEvent = { name: 'readyToClose' };
const gone: FrameEvent = { name: 'videoConferenceLeft' };

describe('what a video frame tells', () => {
  it('is a call from opening to leaving', () => {
    const steps = [[], [self], [self, joined('b')], [self, joined('b'), left('b')], [self, gone], [self, gone, over]];
    expect(steps.map((events) => seenAs(events))).toEqual([
      { phase: 'opening', others: 0 },
      { phase: 'joined', others: 0 },
      { phase: 'joined', others: 1 },
      { phase: 'joined', others: 0 },
      { phase: 'left', others: 0 },
      { phase: 'left', others: 0 },
    ]);
  });

  it('counts somebody who comes again, and not who left before their coming was told', () => {
    expect(seenAs([self, joined('b'), left('b'), joined('b2')]).others).toBe(1);
    expect(seenAs([self, left('b'), joined('b')]).others).toBe(0);
  });

  it('does not count oneself, although some servers tell it', () =>
    expect(seenAs([joined('self'), self, joined('b')]).others).toBe(1));

  it('breaks only by a fatal error, and not once it is over', () => {
    expect(seenAs([self, { name: 'errorOccurred', isFatal: false }]).phase).toBe('joined');
    expect(seenAs([self, { name: 'errorOccurred', isFatal: true }]).phase).toBe('broken');
    expect(seenAs([over, { name: 'errorOccurred', isFatal: true }]).phase).toBe('left');
  });

  it('knows of the microphone what was told last', () => {
    const mute = (isMuted: boolean): FrameEvent => ({ name: 'audioMuteStatusChanged', isMuted });
    expect(NEW_FRAME.isMuted).toBe(true);
    expect([mute(true), mute(false)].reduce(afterEvent, NEW_FRAME).isMuted).toBe(false);
  });

  it('ends in the same state in every order, with duplicates and with ghosts who never leave', () => {
    const stays = fc.array(fc.record({ id: fc.integer({ min: 0, max: 8 }), leaves: fc.boolean() }), { maxLength: 8 });
    const story = fc
      .record({ stays, joins: fc.boolean(), ends: fc.constantFrom('never', 'left', 'closed', 'both') })
      .map(({ stays: all, joins, ends }) => {
        const people = new Map(all.map(({ id, leaves }) => [`p${id}`, leaves]));
        const events: FrameEvent[] = [...people].flatMap(([id, leaves]) =>
          leaves ? [joined(id), left(id)] : [joined(id)],
        );
        if (joins) events.push(self);
        if (ends === 'left' || ends === 'both') events.push(gone);
        if (ends === 'closed' || ends === 'both') events.push(over);
        const there = [...people.values()].filter((leaves) => !leaves).length;
        const phase = ends !== 'never' ? 'left' : joins ? 'joined' : 'opening';
        return { events, expected: { phase, others: phase === 'joined' ? there : 0 } };
      })
      .chain(({ events, expected }) =>
        fc.tuple(fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }), fc.constant(expected)),
      );
    fc.assert(
      fc.property(story, ([events, expected]) => expect(seenAs(events)).toEqual(expected)),
      { numRuns: 2000 },
    );
  });
});
