import { type Pair, partedKept } from '@podmates/domain/coach';
import { FieldPath } from 'firebase-admin/firestore';
import { type Ports } from '../runtime/ports';
import { causeId } from '../store/ids';
import { recordsOf } from '../store/records';
import { commit } from '../store/unit-of-work';

/** Two names and a state of each session are read, a page at a time. */
const PAGE = 200;

/**
 * In the summaries of all sessions that they had together, neither reads any longer what stands on the other's words.
 * One transaction for each such session; what is parted stays as it is, so a run that was cut off is simply made again.
 * `version` is that of what the member has said of others, for the audit.
 */
export async function partSummariesOf(
  ports: Ports,
  memberId: string,
  { otherIds, version }: { readonly otherIds: readonly string[]; readonly version: number },
): Promise<void> {
  if (otherIds.length === 0) return;
  const { sessions } = recordsOf(ports.db);
  const mine = sessions.where('memberIds', 'array-contains', memberId).orderBy(FieldPath.documentId()).limit(PAGE);
  for (let after: string | null = null; ;) {
    const page = await (after === null ? mine : mine.startAfter(after)).get();
    const shared = page.docs
      .map((found) => found.data())
      .filter(({ state, memberIds }) => state === 'done' && otherIds.some((id) => memberIds.includes(id)));
    for (const { id } of shared) await partSummary(ports, id, { memberId, otherIds, version });
    after = page.docs.at(-1)?.id ?? null;
    if (page.size < PAGE || after === null) return;
  }
}

function partSummary(
  ports: Ports,
  sessionId: string,
  p: { readonly memberId: string; readonly otherIds: readonly string[]; readonly version: number },
): Promise<void> {
  return commit(ports, async (unit) => {
    const { agenda, coachActions, coachDocs, notes, quizResults, sessions } = unit.records;
    const session = await unit.get(sessions.doc(sessionId), 'There is no such session.');
    const pairs = session.memberIds.filter((id) => p.otherIds.includes(id)).map((id): Pair => [p.memberId, id]);
    const versions = await unit.list(coachDocs(sessionId));
    const parted = partedKept(
      {
        versions,
        actions: await unit.list(coachActions.where('sessionId', '==', sessionId)),
        results: await unit.several(session.memberIds.map((id) => quizResults(sessionId).doc(id))),
      },
      pairs,
      { session, notes: await unit.list(notes(sessionId)), items: await unit.list(agenda(sessionId)) },
    );
    for (const doc of parted.versions) unit.save(coachDocs(sessionId).doc(doc.id), doc);
    for (const action of parted.actions) unit.save(coachActions.doc(action.id), action);
    for (const result of parted.results) unit.save(quizResults(sessionId).doc(result.id), result);
    for (const id of parted.removedResults) unit.remove(quizResults(sessionId).doc(id));
    if (parted.versions.length + parted.actions.length === 0) return;
    // It says that words were parted, not whose.
    unit.audit({
      id: causeId('words-parted', sessionId, p.memberId, `v${p.version}`),
      actorId: 'system',
      entity: sessions.doc(sessionId).path,
      from: 'shared',
      to: 'parted',
      version: p.version,
      cause: 'part-words',
    });
  });
}
