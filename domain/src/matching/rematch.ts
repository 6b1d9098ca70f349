import { DomainError } from '../contracts';
import { type MatchRequest, type Relations, type TimeZone } from '../documents';
import { localDay, wallTime } from '../time';
import { declineProposal, type Outcome, refuseClosed, refuseStranger } from './proposals';
import { copiesOf, withRecent } from './relations';

const DAY_MS = 24 * 3_600_000;
const MOST_IN_A_DAY = 3;

/**
 * One member asks for other people: the proposal closes, and they are not put together with these again for a month.
 * Three times a day at most, so that nobody leafs through everybody who waits. Asking twice changes nothing, nor does
 * asking when somebody else was faster. `request`: the asker's, which keeps count also when the proposal holds none of
 * theirs, as with two pods that could become one.
 * @throws DomainError 'permission-denied': not part of it; 'failed-precondition': formed, or over;
 * 'resource-exhausted': asked three times within a day
 */
export function askForRematch(
  at: Outcome & { readonly now: Date },
  asker: { readonly memberId: string; readonly relations: Relations; readonly request: MatchRequest | null },
): Outcome & { readonly relations: Relations } {
  const { proposal, now } = at;
  const { memberId, relations } = asker;
  refuseStranger(proposal, memberId);
  if (proposal.state === 'declined') return { proposal, requests: at.requests, relations };
  refuseClosed(proposal, now);
  const again = asker.request ? nextRematch(asker.request.rematchedAt, now) : null;
  if (asker.request && again) throw tooOften(again, asker.request.timeZone, now);

  const company = proposal.memberIds.filter((id) => id !== memberId);
  const after = withRecent(relations, company, now);
  const declined = declineProposal(at) ?? at;
  const isOwn = (request: MatchRequest) => request.memberId === memberId;
  const counted = (request: MatchRequest): MatchRequest => ({
    ...request,
    ...copiesOf(after),
    rematchedAt: [...lately(request.rematchedAt, now), now],
  });
  const requests = at.requests.some(isOwn)
    ? declined.requests.map((request) => (isOwn(request) ? counted(request) : request))
    : [
        ...declined.requests,
        ...(asker.request ? [{ ...counted(asker.request), version: asker.request.version + 1 }] : []),
      ];
  return { proposal: declined.proposal, requests, relations: after };
}

/** When somebody who asked for these can ask again; null: now. */
export function nextRematch(rematchedAt: readonly Date[], now: Date): Date | null {
  const counted = lately(rematchedAt, now);
  if (counted.length < MOST_IN_A_DAY) return null;
  return new Date(Math.min(...counted.map((asked) => asked.getTime())) + DAY_MS);
}

/** The request of somebody who leaves or pauses while they are asked. It counts like a rematch: others come next. */
export const countedAsRematch = (request: MatchRequest, now: Date): MatchRequest => ({
  ...request,
  rematchedAt: [...lately(request.rematchedAt, now), now].slice(-MOST_IN_A_DAY),
});

/**
 * Somebody who left or paused comes back; not before they could ask for other people again, or leaving would be a way
 * to leaf through everybody who waits. @throws DomainError 'resource-exhausted'
 */
export function refuseTooSoon({ rematchedAt, timeZone }: MatchRequest, now: Date): void {
  const again = nextRematch(rematchedAt, now);
  if (again)
    throw new DomainError(
      'resource-exhausted',
      `You have turned down three proposals within a day. You can join the queue again ${sayWhen(again, timeZone, now)}; your sprint goes on meanwhile.`,
    );
}

const lately = (rematchedAt: readonly Date[], now: Date): Date[] =>
  rematchedAt.filter((asked) => now.getTime() - asked.getTime() < DAY_MS);

function tooOften(again: Date, zone: TimeZone, now: Date): DomainError {
  return new DomainError(
    'resource-exhausted',
    `You have asked for other people three times within a day. You can again ${sayWhen(again, zone, now)}; this proposal stays open until it closes by itself.`,
  );
}

/** `today at 18:00`, of a moment within a day. */
const sayWhen = (moment: Date, zone: TimeZone, now: Date): string =>
  `${localDay(moment, zone) === localDay(now, zone) ? 'today' : 'tomorrow'} at ${wallTime(moment, zone)}`;
