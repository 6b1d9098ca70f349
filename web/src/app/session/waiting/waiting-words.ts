import { type WaitingStage } from '@podmates/domain/attendance';

interface WaitingWords {
  readonly heading: string;
  readonly text: string;
}

/** What whoever waits reads at each step; null while there is nothing to say. */
export function waitingWords(stage: WaitingStage, missing: readonly string[]): WaitingWords | null {
  const names = missing.length > 0 ? missing.join(' and ') : 'the others';
  switch (stage) {
    case 'none':
    case 'soon':
      return null;
    case 'pinged':
      return { heading: `Waiting for ${names}`, text: `We let ${names} know that you are here.` };
    case 'options':
      return {
        heading: `Still waiting for ${names}`,
        text: 'Ten minutes after the start you may go, and it counts in full. You can also start meanwhile; whoever comes joins you.',
      };
    case 'free':
      if (missing.length === 0)
        return {
          heading: 'Nobody else comes this time',
          text: 'The others have called off. It counts in full that you came: go on with the coach, swap to another time, or leave.',
        };
      return {
        heading: 'You may go',
        text: 'You waited ten minutes. That counts in full, whatever you do now: go on with the coach, swap to another time, or leave.',
      };
  }
}
