import { DomainError } from '../contracts';
import { DecisionKind, type DecisionOption, PodDecision } from '../documents';
import { aPod } from './example-pod';
import { openDecision, optionDecided, ruleOf, withAnswer } from './pod-decisions';

const now = new Date('2026-06-01T12:00:00Z');
const pod = aPod({ memberIds: ['ana', 'ben', 'cem', 'dana'] });
const ask = (kind: DecisionKind, askedIds: readonly string[]) => openDecision(pod, { id: 'd1', kind, askedIds, now });
const answered = (decision: PodDecision, answers: Readonly<Record<string, DecisionOption>>) =>
  Object.entries(answers).reduce((sofar, [memberId, option]) => withAnswer(sofar, { memberId, option, now }), decision);

describe('a question', () => {
  it.each(DecisionKind.options)('of kind %s can be stored, ends within two days, and states its default', (kind) => {
    const question = ask(kind, ['ana']);
    expect(PodDecision.parse(question)).toEqual(question);
    expect(question.options).toContain(question.byDefault);
    expect(question.expiresAt.getTime() - now.getTime()).toBeLessThanOrEqual(48 * 3_600_000);
    expect(ruleOf(kind).lastsMs).toBeGreaterThan(0);
  });

  it('takes an answer of whoever is asked, and another one as long as it is open', () => {
    const question = answered(ask('vacancy', ['ana', 'ben', 'cem']), { ana: 'fill' });
    expect(answered(question, { ana: 'keep' }).answers).toEqual({ ana: 'keep' });
    expect(answered(question, { ana: 'fill' })).toBe(question);
  });

  const refusals: readonly [string, string, DecisionOption, Partial<PodDecision>, string][] = [
    ['a stranger', 'eve', 'fill', {}, 'not-found'],
    ['an answer to something else', 'ana', 'solo', {}, 'invalid-argument'],
    ['one too late', 'ana', 'fill', { expiresAt: now }, 'failed-precondition'],
    ['one to a closed question', 'ana', 'fill', { state: 'decided' }, 'failed-precondition'],
    ['one to a void question', 'ana', 'fill', { state: 'void' }, 'failed-precondition'],
  ];
  it.each(refusals)('refuses %s', (_, memberId, option, fields, code) => {
    const answer = () => withAnswer({ ...ask('vacancy', ['ana', 'ben']), ...fields }, { memberId, option, now });
    expect(answer).toThrow(expect.objectContaining({ constructor: DomainError, code }));
  });
});

describe('what the answers decide', () => {
  const cases: readonly [string[], Record<string, DecisionOption>, string[], DecisionOption | null][] = [
    // asked, answers, away, decided
    [['ana', 'ben', 'cem'], {}, [], null],
    [['ana', 'ben', 'cem'], { ana: 'fill' }, [], null],
    [['ana', 'ben', 'cem'], { ana: 'fill', ben: 'fill' }, [], 'fill'],
    [['ana', 'ben', 'cem'], { ana: 'fill', ben: 'keep' }, [], null],
    [['ana', 'ben', 'cem'], { ana: 'fill', ben: 'keep', cem: 'keep' }, [], 'keep'],
    [['ana', 'ben'], { ana: 'fill' }, [], null],
    [['ana', 'ben'], { ana: 'fill', ben: 'keep' }, [], null], // a tie waits for the default
    // nobody waits for those who are away, and one of them who answers counts
    [['ana', 'ben', 'cem'], { ana: 'fill' }, ['ben', 'cem'], 'fill'],
    [['ana', 'ben'], { ana: 'fill' }, ['ben'], 'fill'],
    [['ana', 'ben'], { ana: 'fill', ben: 'keep' }, ['ben'], null],
    [['ana', 'ben', 'cem', 'dana'], { ana: 'fill', ben: 'fill' }, [], null],
    [['ana', 'ben', 'cem', 'dana'], { ana: 'fill', ben: 'fill' }, ['dana'], 'fill'],
    [['ana', 'ben'], {}, ['ana', 'ben'], null],
  ];
  it.each(cases)('of %j with %j, while %j are away, is %s', (asked, answers, away, decided) =>
    expect(optionDecided(answered(ask('vacancy', asked), answers), away)).toBe(decided),
  );

  it('of a question to one person is their answer', () => {
    expect(optionDecided(ask('degraded', ['ana']), [])).toBeNull();
    expect(optionDecided(answered(ask('degraded', ['ana']), { ana: 'merge' }), ['ana'])).toBe('merge');
  });
});
