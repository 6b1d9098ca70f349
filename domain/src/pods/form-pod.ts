import { DomainError } from '../contracts';
import { type MemberCard, type Pod, type Proposal, SCHEMA_VERSION } from '../documents';
import { podName } from './pod-name';

/**
 * The pod of a formed proposal.
 * @throws DomainError 'failed-precondition': the proposal is not formed
 */
export function formPod(proposal: Proposal, p: { id: string; now: Date }): Pod {
  if (proposal.state !== 'formed')
    throw new DomainError('failed-precondition', `A proposal that is ${proposal.state} makes no pod.`);
  return {
    id: p.id,
    name: podName(p.id),
    memberIds: [...proposal.memberIds],
    cards: [...proposal.cards],
    track: proposal.track,
    timeZone: proposal.timeZone,
    meeting: proposal.meeting,
    status: 'active',
    version: 1,
    schemaVersion: SCHEMA_VERSION,
    createdAt: p.now,
  };
}

/** The pod with a member's newer card; the same pod when nothing differs or the card is not a member's. */
export function refreshCard(pod: Pod, card: MemberCard): Pod {
  const known = pod.cards.find((other) => other.id === card.id);
  if (!known || isSameCard(known, card)) return pod;
  return { ...pod, cards: pod.cards.map((other) => (other.id === card.id ? card : other)), version: pod.version + 1 };
}

const isSameCard = (a: MemberCard, b: MemberCard): boolean =>
  a.displayName === b.displayName &&
  a.pronouns === b.pronouns &&
  a.timeZone === b.timeZone &&
  a.experience === b.experience &&
  a.isDemo === b.isDemo &&
  a.streak.current === b.streak.current &&
  a.streak.best === b.streak.best;
