import { createHash } from 'node:crypto';
import {
  type CallableInput,
  type CallableOutput,
  type Challenge,
  type CheckIn,
  DomainError,
  LIMITS,
  type ShownProof,
  shownProofPath,
} from '@podmates/domain';
import { fileToClean, proofFor, proofInFeed, withShown } from '@podmates/domain/checkins';
import { isLooking } from '@podmates/domain/peers';
import { isKeptApart } from '@podmates/domain/matching';
import { relationsOf } from '../matching/relation-records';
import { challengeOfReview, readUnasked } from '../peers/challenge-records';
import { type Ports } from '../runtime/ports';
import { causeId } from '../store/ids';
import { recordsOf } from '../store/records';
import { type UnitOfWork, commit } from '../store/unit-of-work';
import { cleanProof } from './clean-proof';

/** A file whose check-in never came to name it. */
const FORGOTTEN_AFTER_MS = 24 * 3_600_000;
const SWEPT_AT_ONCE = 500;
/** A picture of 2,048 by 2,048 as we encode it, with room. */
const MOST_SHOWN = 6 * 1024 * 1024;

/** Files that prove effort: made anew from what was sent, and opened to those who may see them. */
export class ProofDesk {
  constructor(private readonly ports: Ports) {}

  /**
   * Makes a check-in's file anew and forgets what was sent. Broken off anywhere it is begun again: what is made has a
   * name that tells its content, and what was sent goes last.
   */
  async clean(slotId: string): Promise<void> {
    const checkIn = (await recordsOf(this.ports.db).checkIns.doc(slotId).get()).data();
    if (checkIn?.proof.kind !== 'file') return;
    const { path } = checkIn.proof;
    const file = fileToClean(checkIn);
    if (file !== null) await this.attach(checkIn, path, await this.made(checkIn, path));
    await this.ports.proofs.remove(path);
  }

  /** What is shown of a check-in's file. @throws DomainError `not-found` for everybody who may not see it */
  async open(viewerId: string, asked: CallableInput<'openProof'>): Promise<CallableOutput<'openProof'>> {
    const shown =
      'slotId' in asked
        ? await this.visibleTo(viewerId, asked.slotId)
        : await this.lookedAtBy(viewerId, asked.reviewId);
    const bytes = shown && (await this.ports.proofs.read(shown.path, MOST_SHOWN));
    if (!bytes) throw new DomainError('not-found', 'There is no such file.');
    const contentType = shown.kind === 'image' ? 'image/webp' : 'text/plain; charset=utf-8';
    return { kind: shown.kind, contentType, base64: bytes.toString('base64') };
  }

  /** Removes files that were sent and never named by a check-in. */
  async sweep(): Promise<void> {
    // By the machine's clock, as the store's own is: a clock that was moved makes no file older.
    await this.ports.proofs.removeOlder('proofs/', new Date(Date.now() - FORGOTTEN_AFTER_MS), SWEPT_AT_ONCE);
  }

  private async made(checkIn: CheckIn, path: string): Promise<ShownProof> {
    const sent = await this.ports.proofs.read(path, LIMITS.proofBytes);
    const clean = sent && (await cleanProof(sent));
    if (!clean) return { state: 'refused' };
    const name = createHash('sha256').update(clean.bytes).digest('hex');
    const madePath = shownProofPath(checkIn.memberId, checkIn.slotId, name);
    await this.ports.proofs.save(madePath, clean.bytes, clean.contentType);
    return { state: 'ready', kind: clean.kind, path: madePath, sharedWith: [] };
  }

  private attach(before: CheckIn, path: string, made: ShownProof): Promise<void> {
    return commit(this.ports, async (unit) => {
      const { checkIns, pods } = unit.records;
      const checkIn = await unit.find(checkIns.doc(before.id));
      const pod = checkIn?.podId ? await unit.find(pods.doc(checkIn.podId)) : null;
      const shown = made.state === 'ready' ? { ...made, sharedWith: pod?.memberIds ?? [] } : made;
      const after = checkIn && withShown(checkIn, path, shown);
      if (!after) return;
      const unasked = await readUnasked(unit, after);
      await tellPod(unit, after);
      unit.save(checkIns.doc(after.id), after);
      unasked.write();
      if (shown.state === 'refused') tellRefusal(unit, after);
    });
  }

  /** For who reviews it, as long as their review lasts; whose it is they do not learn. */
  private lookedAtBy(viewerId: string, reviewId: string): Promise<Challenge['proof'] | null> {
    return commit(this.ports, async (unit) => {
      const review = await unit.find(unit.records.reviews.doc(reviewId));
      const challenge = await unit.find(unit.records.challenges.doc(challengeOfReview(reviewId)));
      if (review?.reviewerId !== viewerId || !challenge) return null;
      return isLooking(challenge, reviewId, unit.now) ? challenge.proof : null;
    });
  }

  private visibleTo(viewerId: string, slotId: string): Promise<ReturnType<typeof proofFor>> {
    return commit(this.ports, async (unit) => {
      const checkIn = await unit.find(unit.records.checkIns.doc(slotId));
      if (!checkIn) return null;
      const said = await relationsOf(unit, [viewerId, checkIn.memberId]);
      const viewer = { id: viewerId, isKeptApart: isKeptApart(said(viewerId), said(checkIn.memberId)) };
      return proofFor(checkIn, viewer);
    });
  }
}

/** Its event in the pod's feed says that there is something to see. */
async function tellPod(unit: UnitOfWork, checkIn: CheckIn): Promise<void> {
  const proof = proofInFeed(checkIn);
  if (checkIn.podId === null || !proof) return;
  const ref = unit.records.feed(checkIn.podId).doc(causeId('check-in', checkIn.slotId));
  const event = await unit.find(ref);
  if (event) unit.save(ref, { ...event, proof });
}

function tellRefusal(unit: UnitOfWork, { memberId, slotId, version }: CheckIn): void {
  const notice = { kind: 'notify', memberId, event: 'proof-refused', subjectId: slotId } as const;
  unit.send(causeId('proof-refused', slotId, `v${version}`), notice);
}
