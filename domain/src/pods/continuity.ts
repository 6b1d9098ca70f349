import { DomainError } from '../contracts';
import { type DecisionOption, type MeetingTime, type MemberCard, type Pod, type TimeZone } from '../documents';
import { POD_SIZE } from '../matching/can-meet';
import { activityOf } from './activity';
import { carryOut, nextDue, settle, stopSearch } from './deciding';
import { lose } from './losing';
import {
  type Circumstances,
  type Departure,
  isOpen,
  isOpenAs,
  type PodCase,
  type PodOutcome,
  subjectOf,
  untouched,
  withDecision,
  withPod,
} from './pod-case';
import { closedAs, openDecision, voided, withAnswer } from './pod-decisions';
import { statusAfter } from './pod-states';

export const MOST_IN_A_POD = POD_SIZE.most;

/** Whether somebody who wanted a rematch has a pod since then, still looks for one, or does neither. */
export type Whereabouts = { readonly podSince: Date } | 'looking' | 'elsewhere';

/** What time needs to know of the members: when each was seen last, and where those are who wanted a rematch. */
export interface Facts {
  readonly seenAt: Readonly<Record<string, Date>>;
  readonly whereabouts: Readonly<Record<string, Whereabouts>>;
}

/**
 * Some of a pod leave it. @throws DomainError 'not-found': none of them is in it
 */
export function leavePod(before: PodCase, departure: Departure, c: Circumstances): PodOutcome {
  if (!departure.memberIds.some((id) => before.pod.memberIds.includes(id)))
    throw new DomainError('not-found', 'There is no such pod of yours.');
  return finished(before, lose(untouched(before), departure, c), c);
}

/** A member's answer to a question. The one who answers is here again. @throws DomainError as `withAnswer` */
export function answerDecision(
  before: PodCase,
  p: { decisionId: string; memberId: string; option: DecisionOption },
  c: Circumstances,
): PodOutcome {
  const asked = before.decisions.find(({ id }) => id === p.decisionId);
  if (!asked) throw new DomainError('not-found', 'There is no such question to you.');
  const answered = withAnswer(asked, { memberId: p.memberId, option: p.option, now: c.now });
  const awayIds = before.pod.awayIds.filter((id) => id !== p.memberId);
  return finished(before, withPod(withDecision(untouched(before), answered), { awayIds }), c);
}

/** A member is here: from now on decisions wait for them again. Null when they did before. */
export function seeMember(before: PodCase, memberId: string, c: Circumstances): PodOutcome | null {
  if (!before.pod.awayIds.includes(memberId)) return null;
  const awayIds = before.pod.awayIds.filter((id) => id !== memberId);
  return finished(before, withPod(untouched(before), { awayIds }), c);
}

/** A member's days off are others: from now on decisions wait for them again, or no longer. */
export function pauseMember(before: PodCase, card: MemberCard, c: Circumstances): PodOutcome {
  const cards = before.pod.cards.map((known) => (known.id === card.id ? card : known));
  return finished(before, withPod(untouched(before), { cards }), c);
}

/** Somebody joins, and the search and the question of the free place are over. @throws DomainError when the pod takes nobody */
export function joinPod(
  before: PodCase,
  p: { card: MemberCard; meeting: MeetingTime; timeZone: TimeZone },
  c: Circumstances,
): PodOutcome {
  const { pod } = before;
  const status = statusAfter(pod.status, 'joined');
  if (pod.memberIds.includes(p.card.id)) return untouched(before);
  if (pod.memberIds.length >= MOST_IN_A_POD) throw new DomainError('failed-precondition', 'This pod is complete.');
  const isAnswered = isOpenAs('degraded', 'unfilled', 'vacancy');
  const joined = withPod(
    {
      ...untouched(before),
      decisions: before.decisions.map((other) => (isAnswered(other) ? voided(other, c.now) : other)),
    },
    {
      memberIds: [...pod.memberIds, p.card.id],
      cards: [...pod.cards, p.card],
      status,
      search: null,
      meeting: p.meeting,
      timeZone: p.timeZone,
    },
  );
  return finished(before, joined, c);
}

/**
 * Somebody has missed two sessions in a row: the others may go on elsewhere, the absent one is asked whether they are
 * still in. Null when there is nobody to ask, or they are asked already.
 */
export function askAboutAbsence(
  before: PodCase,
  p: { memberId: string; missedAt: Date; rematchId: string; stillInId: string },
  c: Circumstances,
): PodOutcome | null {
  const { pod, decisions } = before;
  const isAsked = decisions.some((other) => isOpenAs('still-in')(other) && other.askedIds.includes(p.memberId));
  if (isAsked || pod.status !== 'active' || !pod.memberIds.includes(p.memberId)) return null;
  const absent = decisions.filter(isOpenAs('still-in')).flatMap(({ askedIds }) => askedIds);
  const others = pod.memberIds.filter((id) => id !== p.memberId && !absent.includes(id));
  const { missedAt } = p;
  const stillIn = openDecision(pod, { id: p.stillInId, kind: 'still-in', askedIds: [p.memberId], now: c.now });
  const asked = withDecision(untouched(before), stillIn);
  if (others.length === 0) return finished(before, asked, c);
  const subject = subjectOf(pod, p.memberId);
  const offer = openDecision(pod, {
    id: p.rematchId,
    kind: 'rematch',
    askedIds: others,
    subject,
    missedAt,
    now: c.now,
  });
  return finished(before, withDecision(asked, offer), c);
}

/**
 * After a block among podmates the one who blocked chooses who goes. `mayRemove`: whether somebody else can be asked to.
 * Null when they share no place in this pod, or the question is there.
 */
export function askToSeparate(
  before: PodCase,
  p: { blockerId: string; blockedId: string; mayRemove: boolean },
  c: Circumstances,
): PodOutcome | null {
  const { pod } = before;
  const isBetween = (other: { askedIds: readonly string[]; subjectId: string | null }) =>
    other.askedIds.includes(p.blockerId) && other.subjectId === p.blockedId;
  const areTogether = pod.memberIds.includes(p.blockerId) && pod.memberIds.includes(p.blockedId);
  if (!areTogether || before.decisions.filter(isOpenAs('separation')).some(isBetween)) return null;
  const question = openDecision(pod, {
    id: c.nextId(),
    kind: 'separation',
    askedIds: [p.blockerId],
    subject: subjectOf(pod, p.blockedId),
    ...(p.mayRemove ? {} : { options: ['stay-moved'] }),
    now: c.now,
  });
  return finished(before, withDecision(untouched(before), question), c);
}

/** Does everything that time has brought about; null when nothing is due. */
export function passTime(before: PodCase, facts: Facts, c: Circumstances): PodOutcome | null {
  const after = [lookAround, closeExpired, closeSearch, closeTrial, lookAfterRematches].reduce(
    (sofar, step) => step(sofar, facts, c),
    untouched(before),
  );
  const outcome = finished(before, after, c);
  return outcome.pod === before.pod ? null : outcome;
}

type Step = (outcome: PodOutcome, facts: Facts, c: Circumstances) => PodOutcome;

const lookAround: Step = (outcome, facts, c) => {
  const { pod } = outcome;
  if (pod.status === 'ended' || c.now < pod.lookAgainAt) return outcome;
  const { awayIds, goneIds, lookAgainAt } = activityOf(pod, facts.seenAt, c.now);
  const noticed = settle(withPod(outcome, { awayIds, lookAgainAt }), c);
  return lose(noticed, { memberIds: goneIds, to: 'way-back', why: 'inactive' }, c);
};

/** One after the other, as closing one may close others with it. */
const closeExpired: Step = (outcome, facts, c) => {
  const expired = outcome.decisions.find((decision) => isOpen(decision) && c.now >= decision.expiresAt);
  if (!expired) return outcome;
  const closed = carryOut(outcome, expired, expired.byDefault, c);
  // Whoever does not answer whether they are still in is not waited for any more.
  const silent = expired.kind === 'still-in' ? expired.askedIds : [];
  const awayIds = [...new Set([...closed.pod.awayIds, ...silent])];
  return closeExpired(settle(withPod(closed, { awayIds }), c), facts, c);
};

const closeSearch: Step = (outcome, _facts, c) =>
  outcome.pod.search && c.now >= outcome.pod.search.until ? stopSearch(outcome, c) : outcome;

const closeTrial: Step = (outcome, _facts, { now, nextId }) => {
  const { pod } = outcome;
  if (pod.trialEndsAt === null || now < pod.trialEndsAt) return outcome;
  return pod.memberIds.reduce(
    (sofar, id) => withDecision(sofar, openDecision(pod, { id: nextId(), kind: 'trial', askedIds: [id], now })),
    withPod(outcome, { trialEndsAt: null }),
  );
};

/** Hours between two looks at somebody who still waits after the alarm. */
const LOOK_AGAIN_MS = 6 * 3_600_000;

const lookAfterRematches: Step = (outcome, facts, c) =>
  outcome.decisions.reduce((sofar, decision) => {
    const { rematch } = decision;
    if (decision.state !== 'serving' || !rematch || c.now < rematch.lookAt) return sofar;
    const places = rematch.memberIds.map((id) => facts.whereabouts[id] ?? 'elsewhere');
    if (!places.includes('looking')) {
      const since = places.flatMap((place) => (typeof place === 'string' ? [] : [place.podSince.getTime()]));
      const servedAt = since.length > 0 ? new Date(Math.max(...since)) : null;
      return withDecision(sofar, { ...closedAs(decision, 'rematch', c.now), rematch: { ...rematch, servedAt } });
    }
    const lookAt = new Date(c.now.getTime() + LOOK_AGAIN_MS);
    const late = { ...rematch, alarmedAt: rematch.alarmedAt ?? c.now, lookAt };
    const lateFor = rematch.alarmedAt ? sofar.lateFor : [...sofar.lateFor, ...rematch.memberIds];
    return withDecision({ ...sofar, lateFor }, { ...decision, rematch: late, version: decision.version + 1 });
  }, outcome);

/** Settles what is decided by now and counts the version; the same pod when nothing has changed. */
function finished(before: PodCase, after: PodOutcome, c: Circumstances): PodOutcome {
  const settled = settle(after, c);
  const { lane, trialEndsAt } = settled.pod;
  const isTried = lane === 'newcomer' && trialEndsAt === null && !settled.decisions.some(isOpenAs('trial'));
  const outcome = isTried ? withPod(settled, { lane: 'usual' }) : settled;
  const isSame = outcome.decisions === before.decisions && isSamePod(before.pod, outcome.pod);
  if (isSame) return { ...outcome, ...before };
  const dueAt = nextDue(outcome.pod, outcome.decisions);
  return withPod(outcome, { dueAt, version: before.pod.version + 1 });
}

const isSamePod = (a: Pod, b: Pod): boolean =>
  a === b || (Object.keys(a) as (keyof Pod)[]).every((key) => a[key] === b[key]);
