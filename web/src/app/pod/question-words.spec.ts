import { DecisionKind } from '@podmates/domain';
import { DECISIONS } from '@podmates/domain/pods';
import { aQuestion } from '../../testing/examples';
import { questionWords } from './question-words';

describe('a question to a pod', () => {
  it.each(DecisionKind.options)('of kind %s has words for each answer and for its default', (kind) => {
    const { options, byDefault } = DECISIONS[kind];
    const words = questionWords(aQuestion({ kind, options: [...options], byDefault, subjectName: 'Ben' }));
    expect(words.options.map(({ value }) => value).sort()).toEqual([...options].sort());
    expect(words.byDefault).not.toBe('nothing changes');
    const all = [
      words.heading,
      words.text,
      words.byDefault,
      ...words.options.flatMap(({ name, hint }) => [name, hint]),
    ];
    for (const text of all) expect(text).not.toMatch(/block|report|fail|!|should have|sorry|guilt/i);
  });

  it('offers only what can be chosen', () => {
    const words = questionWords(aQuestion({ kind: 'separation', options: ['stay-moved'], subjectName: 'Ben' }));
    expect(words.options.map(({ name }) => name)).toEqual(['I go']);
  });

  it('says what holds for somebody who is away', () =>
    expect(questionWords(aQuestion({ byDefault: 'solo' })).byDefault).toBe('you go on with the coach'));
});
