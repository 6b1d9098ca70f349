import { type Challenge, type CheckIn } from '@podmates/domain';
import { auditRate, fileToReview, isDrawn, openChallenge } from '@podmates/domain/peers';
import { causeId, fixedId } from '../store/ids';
import { type UnitOfWork } from '../store/unit-of-work';

type By = { readonly actorId: string; readonly cause: string };
type Opened = NonNullable<ReturnType<typeof openChallenge>>;

/** One per slot; reviewers learn it, so it does not tell the slot. */
export const challengeIdOf = (slotId: string): string => fixedId('challenge', slotId);
const SEPARATOR = ':';
export const reviewIdOf = (challengeId: string, reviewerId: string): string =>
  `${challengeId}${SEPARATOR}${fixedId('review', reviewerId)}`;
export const challengeOfReview = (reviewId: string): string => reviewId.split(SEPARATOR)[0] ?? '';

/** A number from 0 to 1 that follows evenly from an id nobody could foresee. */
export const shareOf = (id: string): number => Number.parseInt(fixedId('share', id).slice(0, 8), 16) / 2 ** 32;

export function auditChallenge(unit: UnitOfWork, from: string | null, after: Challenge, by: By): void {
  unit.audit({
    id: causeId('challenge', after.id, `v${after.version}`),
    entity: unit.records.challenges.doc(after.id).path,
    from,
    to: after.state,
    version: after.version,
    ...by,
  });
}

/** Saves a second look that was just opened, and sends for reviewers. */
export function writeChallenge(unit: UnitOfWork, { challenge, checkIn }: Opened, by: By): void {
  const { challenges, checkIns } = unit.records;
  unit.create(challenges.doc(challenge.id), challenge);
  unit.save(checkIns.doc(checkIn.id), checkIn);
  sendForReviewers(unit, challenge);
  const expiry = { kind: 'task', task: 'expire-challenge', subjectId: challenge.id, runAt: challenge.until } as const;
  unit.send(causeId('expire-challenge', challenge.id), expiry);
  auditChallenge(unit, null, challenge, by);
}

export function sendForReviewers(unit: UnitOfWork, { id, version }: Challenge): void {
  const task = { kind: 'task', task: 'assign-reviewers', subjectId: id, runAt: unit.now } as const;
  unit.send(causeId('assign-reviewers', id, `v${version}`), task);
}

/**
 * What is looked at though no podmate asked: a file that came with another check-in before, and by chance one in twenty.
 * Notes the file either way. Reads now; what it returns writes.
 */
export async function readUnasked(unit: UnitOfWork, checkIn: CheckIn): Promise<{ write(): void }> {
  const { proofHashes, challenges, sprints } = unit.records;
  const file = fileToReview(checkIn);
  const shown = checkIn.proof.kind === 'file' ? checkIn.proof.shown : undefined;
  const hash = shown?.state === 'ready' ? shown.path.slice(shown.path.lastIndexOf('/') + 1) : null;
  if (hash === null) return { write: () => undefined };
  const known = await unit.find(proofHashes.doc(hash));
  const { memberId, slotId, sprintId, schemaVersion } = checkIn;
  const isReused = known !== null && known.slotId !== slotId;
  // Nothing is staked yet: with deposits, pods in full agreement are looked at more often.
  const rate = auditRate({ isStaked: false, everChallenged: false });
  const cause = isReused ? 'reuse' : isDrawn(shareOf(unit.ids.next()), rate) ? 'audit' : null;
  const isLooked = cause !== null && file !== null && checkIn.podId !== null;
  const before = isLooked ? await unit.find(challenges.doc(challengeIdOf(slotId))) : null;
  const sprint = isLooked && !before ? await unit.find(sprints.doc(sprintId)) : null;
  const opened =
    cause && sprint
      ? openChallenge(checkIn, {
          id: challengeIdOf(slotId),
          track: sprint.track,
          cause,
          challengerId: null,
          reasons: [],
          now: unit.now,
        })
      : null;
  const write = (): void => {
    if (known === null) unit.save(proofHashes.doc(hash), { id: hash, memberId, slotId, at: unit.now, schemaVersion });
    if (opened) writeChallenge(unit, opened, { actorId: 'system', cause: opened.challenge.cause });
  };
  return { write };
}
