import { type DecisionOption, type PodDecision } from '@podmates/domain';

/** A question in the words of its reader. */
export interface QuestionWords {
  readonly heading: string;
  readonly text: string;
  readonly options: readonly { readonly value: DecisionOption; readonly name: string; readonly hint: string }[];
  /** What holds without an answer, to follow "Without an answer by then ". */
  readonly byDefault: string;
}

interface Words {
  readonly heading: string;
  readonly text: string;
  readonly options: Readonly<Partial<Record<DecisionOption, readonly [name: string, hint: string]>>>;
  readonly defaults: Readonly<Partial<Record<DecisionOption, string>>>;
}

const GO_ON_ALONE = [
  'Go on with the coach',
  'The agenda and the coach are there, and nobody else is waited for.',
] as const;
const END_HERE = ['End the sprint here', 'Every slot that is still to come counts as kept.'] as const;

/** `who`: whom it is about. The words are the same whatever the reason was for somebody to go. */
const wordsOf = (kind: PodDecision['kind'], who: string): Words => {
  switch (kind) {
    case 'degraded':
      return {
        heading: 'You are the last one here',
        text: 'Your streak and your slots stay as they are. A session that cannot take place for lack of others counts against nobody. How would you like to go on?',
        options: {
          refill: ['Find me a podmate', 'We ask whoever waits longest and fits; your pod goes on.'],
          merge: ['Join another small pod', 'Where somebody is left alone as well, or a place is free.'],
          solo: GO_ON_ALONE,
          exit: END_HERE,
        },
        defaults: { refill: 'we look for a podmate for you', solo: 'you go on with the coach' },
      };
    case 'unfilled':
      return {
        heading: 'Nobody was free yet',
        text: 'In three days we found nobody who fits. What you have kept stays yours, either way.',
        options: { solo: GO_ON_ALONE, exit: END_HERE },
        defaults: { solo: 'you go on with the coach' },
      };
    case 'vacancy':
      return {
        heading: 'A place is free',
        text: 'Would you like somebody new to join you? More than half of you decide.',
        options: {
          fill: ['Find somebody new', 'We ask whoever waits longest and fits.'],
          keep: ['Stay as we are', 'You meet as before.'],
        },
        defaults: { keep: 'you stay as you are' },
      };
    case 'rematch':
      return {
        heading: `${who} has missed two sessions`,
        text: 'You may go on as you are, or with other people. Nobody loses anything either way. More than half of you decide.',
        options: {
          continue: ['Go on together', 'Things happen. Your pod stays as it is.'],
          rematch: [
            'Find other people',
            'Those of you who choose this stay together; one alone comes first in the queue.',
          ],
        },
        defaults: { continue: 'you go on together' },
      };
    case 'still-in':
      return {
        heading: 'Are you still in?',
        text: 'Two sessions went by without you. That happens; your podmates would like to know where they stand.',
        options: {
          in: ['Yes, I am in', 'Everything stays as it is.'],
          out: ['I step out', 'Your streak stays, and you may come back while there is a place.'],
        },
        defaults: { in: 'you stay, and the pod decides without you until you are back' },
      };
    case 'trial':
      return {
        heading: 'Your three days are over',
        text: 'This was a pod to find your feet in. Would you like to stay with these people?',
        options: {
          stay: ['Stay together', 'The pod goes on for the rest of your sprint.'],
          'move-on': ['Meet other people', 'You come first in the queue, and your streak stays.'],
        },
        defaults: { stay: 'you stay together' },
      };
    case 'separation':
      return {
        heading: `You and ${who} part ways`,
        text: 'Nobody learns why. Your streaks stay as they are. Who is to go to another pod?',
        options: {
          'stay-moved': ['I go', 'You come first in the queue.'],
          'remove-request': [`${who} goes`, `${who} comes first in the queue, and you stay here.`],
        },
        defaults: { 'stay-moved': 'you go to another pod' },
      };
    case 'go-along':
      return {
        heading: `${who} moves to another pod`,
        text: 'You may stay, or go along. Your streak stays either way.',
        options: {
          stay: ['Stay here', 'Your pod goes on.'],
          'go-along': [`Go along with ${who}`, 'If that cannot be arranged, you come first in the queue.'],
        },
        defaults: { stay: 'you stay here' },
      };
  }
};

export function questionWords(question: PodDecision): QuestionWords {
  const { heading, text, options, defaults } = wordsOf(question.kind, question.subjectName ?? 'Your podmate');
  return {
    heading,
    text,
    options: question.options.flatMap((value) => {
      const words = options[value];
      return words ? [{ value, name: words[0], hint: words[1] }] : [];
    }),
    byDefault: defaults[question.byDefault] ?? 'nothing changes',
  };
}
