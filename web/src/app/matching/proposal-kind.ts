import { type Proposal } from '@podmates/domain';
import { podName } from '@podmates/domain/pods';

/** What kind of pod is proposed, as its reader needs to know it before saying yes. */
export interface KindWords {
  readonly what: string;
  /** Empty for the usual pod, which explains itself. */
  readonly about: string;
  /** What happens once everybody has accepted. */
  readonly then: string;
  /** What a rematch does instead. */
  readonly otherwise: string;
}

const THE_POD_BEGINS = 'the pod begins at once';
const KEEPS_PLACE = 'A rematch keeps your place in the queue.';
const KEEPS_POD = 'A rematch looks for others, and your pod stays as it is.';

/** Who has no lock in the proposal is in the pod already. */
const isInAlready = (proposal: Proposal, memberId: string): boolean => !(memberId in proposal.fences);

export function kindWords(proposal: Proposal, memberId: string): KindWords {
  switch (proposal.kind) {
    case 'new-pod':
      return { what: 'A pod that could be yours', about: '', then: THE_POD_BEGINS, otherwise: KEEPS_PLACE };
    case 'newcomer':
      return {
        what: 'A starter pod of three days',
        about:
          'Three days for newcomers to find their feet, together with somebody who has done this before. Then each of you is asked whether to stay.',
        then: THE_POD_BEGINS,
        otherwise: KEEPS_PLACE,
      };
    case 'refill':
      return refillWords(proposal, memberId);
    case 'merge':
      return {
        what: 'Two small pods could become one',
        about: 'What each of you has kept so far stays as it is; the pod gets one thread and one weekly meeting.',
        then: 'the pods become one at once',
        otherwise: KEEPS_POD,
      };
  }
}

function refillWords(proposal: Proposal, memberId: string): KindWords {
  const name = proposal.podId ? podName(proposal.podId) : 'a pod';
  if (isInAlready(proposal, memberId))
    return {
      what: `Company for ${name}`,
      about: 'Your pod has a free place, and somebody fits who is asked now.',
      then: 'your pod has company at once',
      otherwise: KEEPS_POD,
    };
  const members = proposal.cards.filter(({ id }) => id !== memberId && isInAlready(proposal, id));
  const names = new Intl.ListFormat('en-GB').format(members.map(({ displayName }) => displayName));
  return {
    what: `A place in ${name}`,
    about: `${names} ${members.length === 1 ? 'has' : 'have'} a pod already, with a place to spare.`,
    then: 'you are in their pod at once',
    otherwise: KEEPS_PLACE,
  };
}

/** Where each person stands: in the pod already, or still asked. */
export const sayStanding = (proposal: Proposal, memberId: string): string =>
  proposal.kind === 'refill' && isInAlready(proposal, memberId)
    ? 'In the pod already'
    : { waiting: 'Has not answered yet', accepted: 'Said yes', declined: 'Looks on' }[
        proposal.answers[memberId] ?? 'waiting'
      ];
