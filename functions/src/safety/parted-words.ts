import { FieldValue, type Firestore, type Query } from 'firebase-admin/firestore';

/** What one query may name. */
const NAMED_AT_ONCE = 30;
/** Well within what one batch may write. */
const PAGE = 300;

/** Threads, chats and the notes of sessions: each text has one author, and names its readers. */
const PLACES = ['messages', 'notes'] as const;

/** Neither reads any longer what the other has said, also long ago. */
export async function partWordsOf(db: Firestore, memberId: string, otherIds: readonly string[]): Promise<void> {
  for (const place of PLACES) await partTexts(db, db.collectionGroup(place), { memberId, otherIds });
}

async function partTexts(
  db: Firestore,
  texts: Query,
  { memberId, otherIds }: { readonly memberId: string; readonly otherIds: readonly string[] },
): Promise<void> {
  for (let from = 0; from < otherIds.length; from += NAMED_AT_ONCE) {
    const some = otherIds.slice(from, from + NAMED_AT_ONCE);
    const theirs = texts.where('authorId', 'in', some).where('readerIds', 'array-contains', memberId);
    const mine = texts.where('authorId', '==', memberId).where('readerIds', 'array-contains-any', some);
    await hideFrom(db, theirs, [memberId]);
    await hideFrom(db, mine, some);
  }
}

/** Page by page: what is hidden no longer fits the query, so a run that was cut off goes on where it stopped. */
async function hideFrom(db: Firestore, query: Query, readerIds: readonly string[]): Promise<void> {
  for (;;) {
    const page = await query.limit(PAGE).get();
    if (page.empty) return;
    const batch = db.batch();
    for (const found of page.docs) batch.update(found.ref, { readerIds: FieldValue.arrayRemove(...readerIds) });
    await batch.commit();
  }
}
