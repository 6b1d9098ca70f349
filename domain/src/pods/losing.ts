import { type PodDecision } from '../documents';
import {
  type Circumstances,
  type Departure,
  isOpen,
  isOpenAs,
  type PodOutcome,
  subjectOf,
  withDecision,
  withPod,
} from './pod-case';
import { openDecision, voided } from './pod-decisions';
import { lossEvent, statusAfter } from './pod-states';

/** Questions that make no sense to somebody who is left alone. */
const NEEDS_COMPANY: readonly PodDecision['kind'][] = ['vacancy', 'rematch', 'trial', 'separation'];
/** Whoever goes in one of these ways looks for another pod, and others may want to come along. */
const LEADS_ON: readonly Departure['why'][] = ['moved-on', 'separated'];

/**
 * The pod without some of its people. Nobody is left with a question of theirs or about them; one who is left chooses
 * how to go on, more of them whether to fill the place. `unaskedId`: somebody who knows why already.
 * @throws DomainError 'failed-precondition': the pod has ended
 */
export function lose(before: PodOutcome, departure: Departure & { unaskedId?: string }, c: Circumstances): PodOutcome {
  const { pod } = before;
  const goers = departure.memberIds.filter((id) => pod.memberIds.includes(id));
  if (goers.length === 0) return before;
  const stays = (id: string) => !goers.includes(id);
  const memberIds = pod.memberIds.filter(stays);
  const status = statusAfter(pod.status, lossEvent(memberIds.length));
  const isTogether = status === 'active';
  const { unaskedId, ...left } = departure;
  const rest = withPod(
    {
      ...before,
      decisions: before.decisions.map((decision) => withoutPeople(decision, { goers, status, now: c.now })),
      departures: [...before.departures, { ...left, memberIds: goers }],
    },
    {
      memberIds,
      cards: pod.cards.filter(({ id }) => stays(id)),
      awayIds: pod.awayIds.filter(stays),
      status,
      search: isTogether ? pod.search : null,
      trialEndsAt: isTogether ? pod.trialEndsAt : null,
      lane: isTogether ? pod.lane : 'usual',
    },
  );
  if (status === 'ended') return rest;
  if (!isTogether) return askSurvivor(rest, c);
  const asked = LEADS_ON.includes(left.why) ? askAlong(rest, subjectOf(pod, goers[0] ?? ''), unaskedId, c) : rest;
  return askVacancy(asked, c);
}

function withoutPeople(decision: PodDecision, p: { goers: readonly string[]; status: string; now: Date }): PodDecision {
  if (!isOpen(decision)) return decision;
  const askedIds = decision.askedIds.filter((id) => !p.goers.includes(id));
  // Whom it would be to go along with has left before, and stays the subject.
  const isAboutGoer = decision.kind !== 'go-along' && p.goers.includes(decision.subjectId ?? '');
  const isIdle = p.status === 'ended' || (p.status === 'degraded' && NEEDS_COMPANY.includes(decision.kind));
  if (askedIds.length === 0 || isAboutGoer || isIdle) return voided(decision, p.now);
  if (askedIds.length === decision.askedIds.length) return decision;
  const answers = Object.fromEntries(Object.entries(decision.answers).filter(([id]) => askedIds.includes(id)));
  return { ...decision, askedIds, answers, version: decision.version + 1 };
}

/** Somebody who is not here gets no company by default: a newcomer would wait for them. */
function askSurvivor(outcome: PodOutcome, { now, nextId }: Circumstances): PodOutcome {
  const { pod } = outcome;
  const isHere = pod.awayIds.length === 0 && !outcome.decisions.some(isOpenAs('still-in'));
  const byDefault = isHere ? {} : { byDefault: 'solo' as const };
  const question = openDecision(pod, { id: nextId(), kind: 'degraded', askedIds: pod.memberIds, ...byDefault, now });
  return withDecision(outcome, question);
}

function askVacancy(outcome: PodOutcome, { now, nextId }: Circumstances): PodOutcome {
  const { pod } = outcome;
  if (pod.search !== null || outcome.decisions.some(isOpenAs('vacancy'))) return outcome;
  return withDecision(outcome, openDecision(pod, { id: nextId(), kind: 'vacancy', askedIds: pod.memberIds, now }));
}

/** Everybody who stays is asked the same, whatever the reason was, so that the question gives none away. */
const askAlong = (
  outcome: PodOutcome,
  subject: { id: string; name: string },
  unaskedId: string | undefined,
  { now, nextId }: Circumstances,
): PodOutcome =>
  outcome.pod.memberIds
    .filter((id) => id !== unaskedId)
    .reduce(
      (sofar, id) =>
        withDecision(sofar, openDecision(sofar.pod, { id: nextId(), kind: 'go-along', askedIds: [id], subject, now })),
      outcome,
    );
