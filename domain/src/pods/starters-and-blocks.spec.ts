import { DomainError } from '../contracts';
import { askToSeparate, leavePod } from './continuity';
import { type PodCase, type PodOutcome } from './pod-case';
import { asked, at, c, departuresOf, gone, open, podOf, say, wait } from './pod-scenes';

describe('a starter pod', () => {
  const starter = (...ids: string[]): PodCase => {
    const { pod, decisions } = podOf(...ids);
    return { pod: { ...pod, lane: 'newcomer', trialEndsAt: at(72), lookAgainAt: at(100) }, decisions };
  };

  it('asks everybody after three days, and is a usual one with those who stay', () => {
    const pod = wait(starter('ana', 'ben', 'cem'), 72);
    expect(asked(pod)).toEqual(['trial ana', 'trial ben', 'trial cem']);
    const moved = say(say(pod, 'trial', 'ana', 'stay', 73), 'trial', 'ben', 'move-on', 73);
    expect(departuresOf(moved)).toEqual([{ memberIds: ['ben'], to: 'queue', why: 'trial-over' }]);
    expect(moved.pod.lane).toBe('newcomer');
    expect(wait(moved, 96).pod).toMatchObject({ lane: 'usual', memberIds: ['ana', 'cem'], status: 'active' });
  });

  it('stays together without an answer', () =>
    expect(wait(wait(starter('ana', 'ben'), 72), 96).pod).toMatchObject({ lane: 'usual', memberIds: ['ana', 'ben'] }));

  it('of whom one is left asks that one how to go on, and is no starter pod any more', () => {
    const pod = say(wait(starter('ana', 'ben'), 72), 'trial', 'ben', 'move-on', 73);
    expect(pod.pod).toMatchObject({ lane: 'usual', status: 'degraded' });
    expect(asked(pod)).toEqual(['degraded ana']);
  });
});

describe('a block among podmates', () => {
  const blocked = (pod: PodCase, mayRemove = true) =>
    askToSeparate(pod, { blockerId: 'ana', blockedId: 'ben', mayRemove }, c()) as PodOutcome;

  it('asks the one who blocked who is to go, and moves them within the hour otherwise', () => {
    const pod = blocked(podOf('ana', 'ben', 'cem'));
    expect(asked(pod)).toEqual(['separation ana']);
    expect(wait(pod, 1).pod.memberIds).toEqual(['ben', 'cem']);
  });

  it('asks everybody who stays the same question as when somebody moves on', () => {
    const left = say(blocked(podOf('ana', 'ben', 'cem')), 'separation', 'ana', 'stay-moved', 0.5);
    const moved = leavePod(podOf('ana', 'ben', 'cem'), gone('ana', 'moved-on'), c(0.5));
    expect(departuresOf(left)).toEqual(departuresOf(moved));
    const seenBy = (pod: PodCase, id: string) =>
      open(pod)
        .filter(({ askedIds }) => askedIds.includes(id))
        .map(({ id: _, ...question }) => question);
    for (const id of ['ben', 'cem']) expect(seenBy(left, id)).toEqual(seenBy(moved, id));
  });

  it('moves the other on request, and asks the third one whether to go along', () => {
    const pod = say(blocked(podOf('ana', 'ben', 'cem')), 'separation', 'ana', 'remove-request', 0.5);
    expect(departuresOf(pod)).toEqual([{ memberIds: ['ben'], to: 'queue', why: 'separated' }]);
    expect(asked(pod)).toEqual(['go-along cem', 'vacancy ana cem']);
    const along = say(pod, 'go-along', 'cem', 'go-along');
    expect(departuresOf(along)).toEqual([{ memberIds: ['cem'], to: 'along', why: 'went-along', withId: 'ben' }]);
  });

  it('leaves only the own way to whoever has had somebody moved before', () => {
    const pod = blocked(podOf('ana', 'ben', 'cem'), false);
    expect(() => say(pod, 'separation', 'ana', 'remove-request', 0.5)).toThrow(DomainError);
    expect(say(pod, 'separation', 'ana', 'stay-moved', 0.5).pod.memberIds).toEqual(['ben', 'cem']);
  });

  it('is nothing to a pod that they do not share, and asks once', () => {
    expect(blocked(podOf('ana', 'cem'))).toBeNull();
    expect(blocked(blocked(podOf('ana', 'ben')))).toBeNull();
  });

  it('is settled when either of them leaves anyway', () => {
    for (const id of ['ana', 'ben'])
      expect(open(leavePod(blocked(podOf('ana', 'ben', 'cem')), gone(id), c(0.5)), 'separation')).toEqual([]);
  });
});
