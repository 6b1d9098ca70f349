import { DomainError } from '../contracts';
import { Pod } from '../documents';
import { aCard } from '../matching/example-requests';
import { askAboutAbsence, joinPod, leavePod, passTime, seeMember, type Whereabouts } from './continuity';
import { aPod } from './example-pod';
import { type PodCase, type PodOutcome } from './pod-case';
import { asked, at, c, degraded, departuresOf, gone, open, podOf, say, wait } from './pod-scenes';

describe('a pod that loses somebody', () => {
  it('of two is degraded at once, and asks the one who is left', () => {
    const pod = degraded();
    expect(Pod.parse(pod.pod)).toEqual(pod.pod);
    expect(pod.pod).toMatchObject({ status: 'degraded', memberIds: ['ana'], version: 2, dueAt: at(24) });
    expect(pod.pod.cards.map(({ id }) => id)).toEqual(['ana']);
    expect(pod.departures).toEqual([gone('ben')]);
    const [question] = open(pod);
    expect(question).toMatchObject({ kind: 'degraded', askedIds: ['ana'], byDefault: 'refill', expiresAt: at(24) });
  });

  it('of three or four goes on, and asks whether the place is to be filled', () => {
    expect(asked(leavePod(podOf('ana', 'ben', 'cem'), gone('ben'), c()))).toEqual(['vacancy ana cem']);
    const twice = leavePod(leavePod(podOf('ana', 'ben', 'cem', 'dana'), gone('ben'), c()), gone('cem'), c());
    expect(asked(twice)).toEqual(['vacancy ana dana']);
    expect(twice.pod.status).toBe('active');
  });

  it('ends when nobody is left, and asks nothing any more', () => {
    const pod = leavePod(degraded(), gone('ana'), c());
    expect(pod.pod).toMatchObject({ status: 'ended', memberIds: [], dueAt: null });
    expect(open(pod)).toEqual([]);
  });

  it('loses two at the same moment as one', () => {
    const pod = leavePod(podOf('ana', 'ben', 'cem'), { ...gone('ben'), memberIds: ['ben', 'cem', 'eve'] }, c());
    expect(pod.pod.status).toBe('degraded');
    expect(pod.departures).toEqual([{ ...gone('ben'), memberIds: ['ben', 'cem'] }]);
  });

  it('cannot be left by a stranger, nor twice', () => {
    expect(() => leavePod(podOf('ana', 'ben'), gone('eve'), c())).toThrow(DomainError);
    expect(() => leavePod(degraded(), gone('ben'), c())).toThrow(DomainError);
  });

  it('gives no newcomer by default to somebody who is away', () => {
    const before = podOf('ana', 'ben');
    const pod = leavePod({ ...before, pod: { ...before.pod, awayIds: ['ana'] } }, gone('ben'), c());
    expect(open(pod)[0]).toMatchObject({ kind: 'degraded', byDefault: 'solo' });
  });

  it('may decide what waited for the one who left', () => {
    const voted = say(leavePod(podOf('ana', 'ben', 'cem', 'dana'), gone('dana'), c()), 'vacancy', 'ana', 'fill');
    const both = say(voted, 'vacancy', 'ben', 'keep');
    const pod = leavePod(both, gone('ben'), c(2));
    expect(pod.pod.search).toBeNull();
    expect(say(pod, 'vacancy', 'cem', 'fill', 3).pod.search).toMatchObject({ mode: 'refill', until: at(75) });
  });
});

describe('one who is left', () => {
  it.each([
    ['refill', 'degraded', { mode: 'refill', since: at(1), until: at(73) }],
    ['merge', 'degraded', { mode: 'merge', since: at(1), until: at(73) }],
    ['solo', 'solo', null],
    ['exit', 'ended', null],
  ] as const)('by choosing %s: the pod is %s', (option, status, search) => {
    const pod = say(degraded(), 'degraded', 'ana', option);
    expect(pod.pod).toMatchObject({ status, search });
    expect(open(pod)).toEqual([]);
    const left = departuresOf(pod).map(({ to, why }) => `${to} ${why}`);
    expect(left).toEqual(option === 'exit' ? ['exit exited'] : []);
  });

  it('who says nothing for a day gets company, as was stated', () => {
    expect(wait(degraded(), 23.9).pod.search).toBeNull();
    expect(wait(degraded(), 24).pod).toMatchObject({ status: 'degraded', search: { mode: 'refill' } });
  });

  it('for whom nobody is found in three days is asked once more, and goes on alone by default', () => {
    const searching = say(degraded(), 'degraded', 'ana', 'refill');
    const asks = wait(searching, 73);
    expect(asks.pod.search).toBeNull();
    expect(asked(asks)).toEqual(['unfilled ana']);
    expect(say(asks, 'unfilled', 'ana', 'exit', 74).pod.status).toBe('ended');
    expect(wait(asks, 97).pod).toMatchObject({ status: 'solo', memberIds: ['ana'] });
  });

  it('is in company again when somebody joins, and is asked nothing any more', () => {
    const join = { card: aCard('eve'), meeting: aPod().meeting, timeZone: 'UTC' };
    for (const pod of [degraded(), say(degraded(), 'degraded', 'ana', 'refill')]) {
      const joined = joinPod(pod, join, c(2));
      expect(joined.pod).toMatchObject({ status: 'active', memberIds: ['ana', 'eve'], search: null, timeZone: 'UTC' });
      expect(open(joined)).toEqual([]);
      expect(() => joinPod(say(degraded(), 'degraded', 'ana', 'solo'), join, c(2))).toThrow(DomainError);
    }
  });
});

describe('a free place', () => {
  const vacant = () => leavePod(podOf('ana', 'ben', 'cem', 'dana'), gone('dana'), c());

  it('is filled when more than half of those who are here say so', () => {
    const one = say(vacant(), 'vacancy', 'ana', 'fill');
    expect(one.pod.search).toBeNull();
    expect(say(one, 'vacancy', 'ben', 'fill').pod.search).toMatchObject({ mode: 'refill' });
  });

  it('stays free without that, and a search that finds nobody ends quietly', () => {
    const kept = wait(say(vacant(), 'vacancy', 'ana', 'fill'), 24);
    expect(kept.pod).toMatchObject({ status: 'active', search: null });
    expect(open(kept)).toEqual([]);
    const searching = say(say(vacant(), 'vacancy', 'ana', 'fill'), 'vacancy', 'ben', 'fill');
    const ended = wait(searching, 73);
    expect(ended.pod).toMatchObject({ status: 'active', search: null });
    expect(open(ended)).toEqual([]);
  });

  it('does not wait for somebody who is away, and hears them when they answer', () => {
    const seenAt = { ben: at(-72), cem: at(-72) };
    const { pod, decisions } = vacant();
    const looked = wait({ pod: { ...pod, lookAgainAt: at(0) }, decisions }, 0, { seenAt });
    expect(looked.pod.awayIds).toEqual(['ben', 'cem']);
    expect(say(looked, 'vacancy', 'ana', 'fill').pod.search).not.toBeNull();
    const back = say(looked, 'vacancy', 'ben', 'keep');
    expect(back.pod.awayIds).toEqual(['cem']);
    expect(say(back, 'vacancy', 'ana', 'fill').pod.search).toBeNull();
  });

  it('takes nobody beyond four, and nobody twice', () => {
    const full = podOf('ana', 'ben', 'cem', 'dana');
    const join = (id: string) => joinPod(full, { card: aCard(id), meeting: aPod().meeting, timeZone: 'UTC' }, c());
    expect(() => join('eve')).toThrow('complete');
    expect(join('ana').pod).toBe(full.pod);
  });
});

describe('somebody who is not seen', () => {
  it('for three days is not waited for, for seven leaves with a way back', () => {
    const away = wait(podOf('ana', 'ben', 'cem'), 72, { seenAt: { ben: at(0) } });
    expect(away.pod).toMatchObject({ awayIds: ['ben'], memberIds: ['ana', 'ben', 'cem'], dueAt: at(78) });
    const removed = wait(away, 168, { seenAt: { ben: at(0) } });
    expect(removed.pod).toMatchObject({ awayIds: [], memberIds: ['ana', 'cem'] });
    expect(departuresOf(removed)).toEqual([{ memberIds: ['ben'], to: 'way-back', why: 'inactive' }]);
  });

  it('is waited for again as soon as they are seen', () => {
    const away = wait(podOf('ana', 'ben', 'cem'), 72, { seenAt: { ben: at(0) } });
    expect(seeMember(away, 'ben', c(73))?.pod).toMatchObject({ awayIds: [], version: away.pod.version + 1 });
    expect(seeMember(away, 'ana', c(73))).toBeNull();
  });

  it('is not looked for before it is time, and nothing changes', () => {
    const pod = podOf('ana', 'ben');
    expect(passTime(pod, { seenAt: { ana: at(-200) }, whereabouts: {} }, c(71))).toBeNull();
  });
});

describe('two sessions missed in a row', () => {
  const missed = (pod: PodCase, memberId = 'cem', hours = 0) =>
    askAboutAbsence(
      pod,
      { memberId, missedAt: at(-1), rematchId: `r-${memberId}`, stillInId: `s-${memberId}` },
      c(hours),
    );
  const offered = (...ids: string[]) => missed(podOf(...ids)) as PodOutcome;

  it('ask the others whether they want to go on, and the absent one whether they are still in', () => {
    const pod = offered('ana', 'ben', 'cem');
    expect(asked(pod)).toEqual(['still-in cem', 'rematch ana ben']);
    expect(open(pod, 'rematch')[0]).toMatchObject({ subjectId: 'cem', byDefault: 'continue', expiresAt: at(24) });
    expect(open(pod, 'still-in')[0]?.expiresAt).toEqual(at(48));
  });

  it('ask nobody twice, and nobody in a pod without others', () => {
    expect(missed(offered('ana', 'ben', 'cem'))).toBeNull();
    expect(missed(degraded(), 'ana')).toBeNull();
    expect(missed(podOf('ana', 'ben'), 'eve')).toBeNull();
  });

  it('of two members leave the absent ones out of each other’s question', () => {
    const pod = missed(offered('ana', 'ben', 'cem', 'dana'), 'dana') as PodOutcome;
    expect(asked(pod)).toContain('rematch ana ben');
    const all = missed(missed(missed(podOf('ana', 'ben', 'cem'), 'ana') as PodCase, 'ben') as PodCase, 'cem');
    expect(asked(all as PodOutcome).filter((one) => one.startsWith('still-in'))).toHaveLength(3);
  });

  it('let those who want it go together, served at once; the absent one is asked how to go on, alone by default', () => {
    const pod = say(say(offered('ana', 'ben', 'cem'), 'rematch', 'ana', 'rematch'), 'rematch', 'ben', 'rematch', 2);
    expect(departuresOf(pod)).toEqual([{ memberIds: ['ana', 'ben'], to: 'together', why: 'rematched' }]);
    expect(pod.pod).toMatchObject({ status: 'degraded', memberIds: ['cem'] });
    expect(open(pod, 'degraded')[0]).toMatchObject({ byDefault: 'solo' });
    const clock = { missedAt: at(-1), memberIds: ['ana', 'ben'], servedAt: at(2), alarmedAt: null };
    expect(pod.decisions.find(({ kind }) => kind === 'rematch')).toMatchObject({ state: 'decided', rematch: clock });
  });

  it('leave whoever wants to go on with the absent one', () => {
    const one = say(offered('ana', 'ben', 'cem', 'dana'), 'rematch', 'ana', 'continue');
    const pod = say(say(one, 'rematch', 'ben', 'rematch'), 'rematch', 'dana', 'rematch');
    expect(pod.pod).toMatchObject({ status: 'active', memberIds: ['ana', 'cem'] });
  });

  it('change nothing without a majority', () => {
    const pod = wait(say(offered('ana', 'ben', 'cem'), 'rematch', 'ana', 'rematch'), 24);
    expect(pod.pod.memberIds).toEqual(['ana', 'ben', 'cem']);
    expect(pod.decisions.find(({ kind }) => kind === 'rematch')).toMatchObject({ outcome: 'continue' });
  });

  it('make the absent one, who does not answer, nobody to wait for', () => {
    const pod = wait(offered('ana', 'ben', 'cem'), 48);
    expect(pod.pod).toMatchObject({ awayIds: ['cem'], memberIds: ['ana', 'ben', 'cem'] });
    const out = say(offered('ana', 'ben', 'cem'), 'still-in', 'cem', 'out');
    expect(departuresOf(out)).toEqual([{ memberIds: ['cem'], to: 'way-back', why: 'left' }]);
    expect(say(offered('ana', 'ben', 'cem'), 'still-in', 'cem', 'in').pod.awayIds).toEqual([]);
  });

  describe('of one of two', () => {
    const alone = () => say(offered('ana', 'cem'), 'rematch', 'ana', 'rematch');
    const served = (places: Record<string, Whereabouts>, hours: number, pod: PodCase = alone()) =>
      wait(pod, hours, { whereabouts: places });
    const clockOf = (pod: PodCase) => pod.decisions.find(({ kind }) => kind === 'rematch');

    it('send the other to the queue, and the clock runs', () => {
      expect(departuresOf(alone())).toEqual([{ memberIds: ['ana'], to: 'queue', why: 'rematched' }]);
      expect(clockOf(alone())).toMatchObject({ state: 'serving', rematch: { servedAt: null, lookAt: at(24) } });
    });

    it('are measured when a pod was found in time', () => {
      const pod = served({ ana: { podSince: at(5) } }, 24);
      expect(clockOf(pod)).toMatchObject({ state: 'decided', rematch: { servedAt: at(5), alarmedAt: null } });
      expect((pod as PodOutcome).lateFor).toEqual([]);
    });

    it('alarm once when none was, and are measured still', () => {
      const late = served({ ana: 'looking' }, 24) as PodOutcome;
      expect(late.lateFor).toEqual(['ana']);
      expect(clockOf(late)).toMatchObject({ state: 'serving', rematch: { alarmedAt: at(24) } });
      const later = served({ ana: 'looking' }, 30, late) as PodOutcome;
      expect(later.lateFor).toEqual([]);
      const found = served({ ana: { podSince: at(33) } }, 36, later);
      expect(clockOf(found)).toMatchObject({ state: 'decided', rematch: { alarmedAt: at(24), servedAt: at(33) } });
    });

    it('end without being served when the one who asked looks no more', () =>
      expect(clockOf(served({ ana: 'elsewhere' }, 24))).toMatchObject({
        state: 'decided',
        rematch: { servedAt: null },
      }));
  });
});

it('an answer to no question, and one that comes too late, are refused', () => {
  const answer = (hours: number) => () => say(degraded(), 'degraded', 'ana', 'refill', hours);
  expect(answer(24)).toThrow('closed');
  expect(() => say(degraded(), 'vacancy', 'ana', 'fill')).toThrow(DomainError);
});
