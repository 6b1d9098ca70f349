import { type DecisionOption, type Pod, type PodDecision, type PodSearch } from '../documents';
import { lose } from './losing';
import { type Circumstances, isOpen, type PodOutcome, withDecision, withPod } from './pod-case';
import { notWaitedFor } from './paused';
import { closedAs, openDecision, optionDecided } from './pod-decisions';
import { statusAfter } from './pod-states';

/** Long enough for two proposals that expire; then the survivor is asked again. */
export const SEARCH_LASTS_MS = 72 * 3_600_000;

export const newSearch = (mode: PodSearch['mode'], now: Date): PodSearch => ({
  mode,
  since: now,
  until: new Date(now.getTime() + SEARCH_LASTS_MS),
});

/** Closes every question that its answers decide by now, with what follows from it, which may decide others. */
export function settle(outcome: PodOutcome, c: Circumstances): PodOutcome {
  for (let sofar = outcome; ;) {
    const awayIds = notWaitedFor(sofar.pod, c.now);
    const inTime = sofar.decisions.filter((decision) => isOpen(decision) && c.now < decision.expiresAt);
    const ripe = inTime.find((decision) => optionDecided(decision, awayIds) !== null);
    const option = ripe && optionDecided(ripe, awayIds);
    if (!ripe || !option) return sofar;
    sofar = carryOut(sofar, ripe, option, c);
  }
}

/** Closes a question as `option`, and does what that means. */
export function carryOut(
  before: PodOutcome,
  decision: PodDecision,
  option: DecisionOption,
  c: Circumstances,
): PodOutcome {
  const outcome = withDecision(before, closedAs(decision, option, c.now));
  const { pod } = outcome;
  const asked = decision.askedIds;
  switch (option) {
    case 'refill':
    case 'fill':
      return lookFor(outcome, 'refill', c);
    case 'merge':
      return lookFor(outcome, 'merge', c);
    case 'solo':
      return withPod(outcome, { status: statusAfter(pod.status, 'went-solo'), search: null });
    case 'exit':
      return lose(outcome, { memberIds: asked, to: 'exit', why: 'exited' }, c);
    case 'rematch':
      return rematch(outcome, decision, c);
    case 'out':
      return lose(outcome, { memberIds: asked, to: 'way-back', why: 'left' }, c);
    case 'move-on':
      return lose(outcome, { memberIds: asked, to: 'queue', why: 'trial-over' }, c);
    case 'stay-moved':
      return lose(outcome, { memberIds: asked, to: 'queue', why: 'moved-on' }, c);
    case 'remove-request':
      return removeRequested(outcome, decision, c);
    case 'go-along': {
      const withId = decision.subjectId ?? '';
      return lose(outcome, { memberIds: asked, to: 'along', why: 'went-along', withId }, c);
    }
    case 'stay':
    case 'keep':
    case 'continue':
    case 'in':
      return outcome;
  }
}

const lookFor = (outcome: PodOutcome, mode: PodSearch['mode'], { now }: Circumstances): PodOutcome =>
  withPod(outcome, { status: statusAfter(outcome.pod.status, 'looked-for'), search: newSearch(mode, now) });

/** Nobody was found: one who is left is asked once more, a pod that goes on anyway is not. */
export function stopSearch(outcome: PodOutcome, { now, nextId }: Circumstances): PodOutcome {
  const status = statusAfter(outcome.pod.status, 'not-found');
  const stopped = withPod(outcome, { status, search: null });
  if (status !== 'degraded') return stopped;
  const askedIds = stopped.pod.memberIds;
  return withDecision(stopped, openDecision(stopped.pod, { id: nextId(), kind: 'unfilled', askedIds, now }));
}

/**
 * Whoever wants a rematch goes: several of them are a pod of their own at once, which is all that they asked for; one
 * alone goes to the queue, and the clock runs until they have a pod.
 */
function rematch(outcome: PodOutcome, decision: PodDecision, c: Circumstances): PodOutcome {
  const memberIds = decision.askedIds.filter((id) => decision.answers[id] === 'rematch');
  const [closed] = outcome.decisions.filter(({ id }) => id === decision.id);
  if (!closed?.rematch) return outcome;
  const isTogether = memberIds.length > 1;
  const served: PodDecision = isTogether
    ? { ...closed, rematch: { ...closed.rematch, memberIds, servedAt: c.now } }
    : { ...closed, state: 'serving', rematch: { ...closed.rematch, memberIds } };
  const to = isTogether ? 'together' : 'queue';
  return lose(withDecision(outcome, served), { memberIds, to, why: 'rematched' }, c);
}

/** The one who asked for it knows why, and is not asked whether to go along. */
function removeRequested(outcome: PodOutcome, decision: PodDecision, c: Circumstances): PodOutcome {
  const memberIds = decision.subjectId ? [decision.subjectId] : [];
  const [unaskedId] = decision.askedIds;
  return lose(outcome, { memberIds, to: 'queue', why: 'separated', ...(unaskedId ? { unaskedId } : {}) }, c);
}

/** The earliest moment at which time alone changes something. */
export function nextDue(pod: Pod, decisions: readonly PodDecision[]): Date | null {
  const moments = decisions.flatMap((decision) => {
    if (isOpen(decision)) return [decision.expiresAt];
    return decision.state === 'serving' && decision.rematch ? [decision.rematch.lookAt] : [];
  });
  if (pod.status !== 'ended')
    moments.push(...[pod.lookAgainAt, pod.search?.until, pod.trialEndsAt].filter((at) => at instanceof Date));
  return moments.length === 0 ? null : new Date(Math.min(...moments.map((at) => at.getTime())));
}
