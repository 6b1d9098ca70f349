import { DomainError } from '../contracts';
import { type MemberCard, type Pod, type Proposal, SCHEMA_VERSION } from '../documents';
import { AWAY_AFTER_MS } from './activity';
import { newSearch, nextDue } from './deciding';
import { podName } from './pod-name';

/** A starter pod is asked after it whether it stays together. */
const TRIAL_MS = 3 * 24 * 3_600_000;

/**
 * The pod of a formed proposal.
 * @throws DomainError 'failed-precondition': the proposal is not formed
 */
export function formPod(proposal: Proposal, p: { id: string; now: Date }): Pod {
  if (proposal.state !== 'formed')
    throw new DomainError('failed-precondition', `A proposal that is ${proposal.state} makes no pod.`);
  const { cards, track, timeZone, meeting } = proposal;
  const trialEndsAt = proposal.kind === 'newcomer' ? new Date(p.now.getTime() + TRIAL_MS) : null;
  return newPod({ ...p, cards, track, timeZone, meeting, trialEndsAt });
}

/** A pod of these people, from now on. */
export function newPod(
  p: Pick<Pod, 'id' | 'cards' | 'track' | 'timeZone' | 'meeting' | 'trialEndsAt'> & { now: Date },
): Pod {
  const lookAgainAt = new Date(p.now.getTime() + AWAY_AFTER_MS);
  return {
    id: p.id,
    name: podName(p.id),
    memberIds: p.cards.map((card) => card.id),
    cards: [...p.cards],
    track: p.track,
    timeZone: p.timeZone,
    meeting: p.meeting,
    status: 'active',
    lane: p.trialEndsAt ? 'newcomer' : 'usual',
    trialEndsAt: p.trialEndsAt,
    search: null,
    awayIds: [],
    lookAgainAt,
    dueAt: lookAgainAt, // no later than the end of a trial, which lasts as long
    version: 1,
    schemaVersion: SCHEMA_VERSION,
    createdAt: p.now,
  };
}

/** Some of a pod as a pod of their own, with its track and its meeting; it looks for more of them at once. */
export function splitPod(pod: Pod, p: { id: string; cards: readonly MemberCard[]; now: Date }): Pod {
  const { track, timeZone, meeting } = pod;
  const search = newSearch('refill', p.now);
  const made = newPod({ ...p, cards: [...p.cards], track, timeZone, meeting, trialEndsAt: null });
  return { ...made, search, dueAt: nextDue({ ...made, search }, []) };
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
  JSON.stringify(a.pauses) === JSON.stringify(b.pauses) &&
  a.streak.current === b.streak.current &&
  a.streak.best === b.streak.best;
