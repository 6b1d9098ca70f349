import fc from 'fast-check';
import { ActionAnswer, CoachAction, CoachActionStatus } from '../documents';
import { answeredAction, tickedAction } from './answer-action';
import { anAction } from './example-documents';

const now = new Date('2026-06-02T08:00:00Z');
const codeOf = (act: () => unknown): string => {
  try {
    act();
    return 'accepted';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a step', () => {
  it.each([
    ['draft', 'accept', 'accepted'],
    ['suggested', 'accept', 'accepted'],
    ['draft', 'dismiss', 'dismissed'],
    ['accepted', 'done', 'done'],
    ['done', 'reopen', 'accepted'],
    ['dismissed', 'reopen', 'draft'],
  ] as const)('that is %s becomes by "%s" %s', (status, answer, after) =>
    expect(answeredAction(anAction({ status }), { memberId: 'ana', answer, now })).toMatchObject({
      status: after,
      answeredAt: now,
      version: 2,
    }),
  );

  it('counts for nothing before its member has accepted it', () => {
    for (const status of ['draft', 'suggested', 'dismissed'] as const) {
      const action = anAction({ status });
      expect(codeOf(() => answeredAction(action, { memberId: 'ana', answer: 'done', now }))).toBe(
        'failed-precondition',
      );
      expect(codeOf(() => tickedAction(action, { memberId: 'ana', place: 0, isDone: true }))).toBe(
        'failed-precondition',
      );
    }
  });

  it('is answered by nobody but its member, and the same answer twice is one', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...CoachActionStatus.options),
        fc.constantFrom(...ActionAnswer.options),
        (status, answer) => {
          const action = anAction({ status });
          expect(codeOf(() => answeredAction(action, { memberId: 'ben', answer, now }))).toBe('not-found');
          if (codeOf(() => answeredAction(action, { memberId: 'ana', answer, now })) !== 'accepted') return;
          const once = answeredAction(action, { memberId: 'ana', answer, now });
          expect(CoachAction.parse(once)).toEqual(once);
          expect(answeredAction(once, { memberId: 'ana', answer, now })).toBe(once);
        },
      ),
    ));

  it('takes its member’s own words when they accept it', () =>
    expect(
      answeredAction(anAction(), { memberId: 'ana', answer: 'accept', text: 'Call the trainer', now }),
    ).toMatchObject({ text: 'Call the trainer', status: 'accepted' }));

  it('keeps a line ticked once, and has no line beyond its last', () => {
    const action = anAction({ status: 'accepted' });
    const ticked = tickedAction(action, { memberId: 'ana', place: 1, isDone: true });
    expect(ticked.checklist.map(({ isDone }) => isDone)).toEqual([false, true]);
    expect(tickedAction(ticked, { memberId: 'ana', place: 1, isDone: true })).toBe(ticked);
    expect(codeOf(() => tickedAction(action, { memberId: 'ana', place: 2, isDone: true }))).toBe('not-found');
    expect(codeOf(() => tickedAction(action, { memberId: 'ben', place: 0, isDone: true }))).toBe('not-found');
  });
});
