import {
  type CallableInput,
  type CallableOutput,
  type ChatScope,
  DomainError,
  type HeldText,
  SCHEMA_VERSION,
} from '@podmates/domain';
import { afterOneMore, isChatOpen, readersOf, type TextVerdict } from '@podmates/domain/safety';
import { partSummariesOf } from '../coach/parted-summaries';
import { relationsAround } from '../matching/relation-records';
import { type Ports } from '../runtime/ports';
import { causeId, fixedId } from '../store/ids';
import { recordsOf } from '../store/records';
import { type UnitOfWork, commit, isThereAlready } from '../store/unit-of-work';
import { partWordsOf } from './parted-words';

type Sent = CallableOutput<'sendMessage'>;
/** As many as a moderator reads in one sitting. */
const MOST_HELD = 50;
const NO_PLACE = 'There is no such pod or session of yours.';

/** The pods' threads and the sessions' chats: nothing is seen by others before it was read by the filter. */
export class ChatDesk {
  constructor(private readonly ports: Ports) {}

  /**
   * Says it, asks first, or keeps it for a look; the same `clientMutationId` does so once and then answers what became
   * of it.
   * @throws DomainError `not-found`; `failed-precondition` for a session that is not open; `resource-exhausted`
   */
  async send(memberId: string, input: CallableInput<'sendMessage'>): Promise<Sent> {
    const text = input.text.trim();
    const verdict = await this.verdictOn(text, memberId);
    const messageId = fixedId('message', memberId, input.scope, input.id, input.clientMutationId);
    const answer = (state: Sent['state']): Sent => ({
      messageId,
      state,
      showsHelp: verdict.reasons.includes('self-harm'),
    });
    const saying = commit(this.ports, async (unit) => {
      const presentIds = await presentIn(unit, input.scope, input.id);
      if (!presentIds?.includes(memberId)) throw new DomainError('not-found', NO_PLACE);
      const earlier = verdict.verdict === 'hold' ? await unit.find(unit.records.heldTexts.doc(messageId)) : null;
      if (earlier !== null) return answer(earlier.state === 'waiting' ? 'held' : STATES[earlier.state]);
      if (verdict.verdict === 'warn' && !input.isMeant) return answer('asks');
      const rate = unit.records.chatRates.doc(memberId);
      const sentAt = afterOneMore((await unit.find(rate))?.sentAt ?? [], unit.now);
      if (sentAt === null)
        throw new DomainError('resource-exhausted', 'That is a lot at once. It is kept, and goes out in a minute.');
      const readerIds = verdict.verdict === 'hold' ? [] : await readReaders(unit, memberId, presentIds);
      unit.save(rate, { id: memberId, sentAt, schemaVersion: SCHEMA_VERSION });
      if (verdict.verdict === 'hold') {
        hold(unit, { messageId, memberId, input, text, verdict });
        return answer('held');
      }
      const message = { id: messageId, authorId: memberId, readerIds, text, sentAt: unit.now };
      unit.create(messagesOf(unit, input.scope, input.id).doc(messageId), {
        ...message,
        schemaVersion: SCHEMA_VERSION,
      });
      return answer('sent');
    });
    return saying.catch((error: unknown) => {
      if (isThereAlready(error)) return answer('sent'); // said before, and its answer was lost
      throw error;
    });
  }

  /** Only where something is found does it matter, and cost a read, which language the author speaks. */
  private async verdictOn(text: string, authorId: string): Promise<TextVerdict> {
    const { textFilter, db } = this.ports;
    const inAny = await textFilter.check(text, null);
    if (inAny.verdict === 'allow' && inAny.reasons.length === 0) return inAny;
    const author = (await recordsOf(db).members.doc(authorId).get()).data();
    return author ? textFilter.check(text, author.language) : inAny;
  }

  /** What waits for a look, the oldest first. */
  async held(): Promise<CallableOutput<'readHeldTexts'>> {
    const waiting = recordsOf(this.ports.db)
      .heldTexts.where('state', '==', 'waiting')
      .orderBy('heldAt')
      .limit(MOST_HELD);
    const texts = (await waiting.get()).docs.map((found) => found.data());
    return {
      texts: texts.map(({ id, scope, authorId, text, reasons, heldAt }) => ({
        id,
        scope,
        authorId,
        text,
        reasons,
        heldAt: heldAt.toISOString(),
      })),
    };
  }

  /**
   * Says a held text, to those who are there now, or drops it; the first decision stands. What was meant for a place
   * that its author has left meanwhile is said to nobody.
   * @throws DomainError `not-found`
   */
  decide(
    moderatorId: string,
    { heldId, decision }: CallableInput<'releaseText'>,
  ): Promise<CallableOutput<'releaseText'>> {
    return commit(this.ports, async (unit) => {
      const ref = unit.records.heldTexts.doc(heldId);
      const held = await unit.get(ref, 'There is no such text.');
      if (held.state !== 'waiting') return { state: held.state };
      const { authorId, scope, placeId, text } = held;
      const presentIds = (await presentIn(unit, scope, placeId, 'also when closed')) ?? [];
      const isSaid = decision === 'release' && presentIds.includes(authorId);
      const readerIds = isSaid ? await readReaders(unit, authorId, presentIds) : [];
      const state = isSaid ? 'released' : 'dropped';
      unit.save(ref, { ...held, text: '', state, decidedAt: unit.now });
      if (isSaid) {
        const message = { id: heldId, authorId, readerIds, text, sentAt: unit.now, schemaVersion: SCHEMA_VERSION };
        unit.save(messagesOf(unit, scope, placeId).doc(heldId), message);
      }
      auditHeld(unit, { heldId, actorId: moderatorId, from: 'waiting', to: state, cause: `releaseText ${decision}` });
      return { state };
    });
  }

  /**
   * Takes what this member and those they blocked have said from each other's sight: in chats, in notes, and in what
   * stands on notes. Running it twice changes nothing; what is parted stays so when the block is taken back.
   */
  async partWords(memberId: string): Promise<void> {
    const relations = (await recordsOf(this.ports.db).relations.doc(memberId).get()).data();
    if (!relations) return;
    const { blocks: otherIds, version } = relations;
    await partWordsOf(this.ports.db, memberId, otherIds);
    await partSummariesOf(this.ports, memberId, { otherIds, version });
  }
}

const STATES = { released: 'sent', dropped: 'dropped' } as const;

const messagesOf = ({ records }: UnitOfWork, scope: ChatScope, placeId: string) =>
  scope === 'pod' ? records.messages(placeId) : records.chat(placeId);

/** Who is in the pod or the session; null: there is none. @throws DomainError `failed-precondition` */
async function presentIn(
  unit: UnitOfWork,
  scope: ChatScope,
  placeId: string,
  when: 'while open' | 'also when closed' = 'while open',
): Promise<readonly string[] | null> {
  if (scope === 'pod') return (await unit.find(unit.records.pods.doc(placeId)))?.memberIds ?? null;
  const session = await unit.find(unit.records.sessions.doc(placeId));
  if (session && when === 'while open' && !isChatOpen(session.state))
    throw new DomainError('failed-precondition', 'The chat of this session is closed. Your pod’s thread is open.');
  return session?.memberIds ?? null;
}

async function readReaders(unit: UnitOfWork, authorId: string, presentIds: readonly string[]): Promise<string[]> {
  const otherIds = presentIds.filter((id) => id !== authorId);
  const said = await relationsAround(unit, authorId, otherIds);
  return readersOf(said(authorId), presentIds.map(said));
}

function hold(
  unit: UnitOfWork,
  p: { messageId: string; memberId: string; input: CallableInput<'sendMessage'>; text: string; verdict: TextVerdict },
): void {
  const held: HeldText = {
    id: p.messageId,
    authorId: p.memberId,
    scope: p.input.scope,
    placeId: p.input.id,
    text: p.text,
    reasons: [...p.verdict.reasons],
    state: 'waiting',
    heldAt: unit.now,
    decidedAt: null,
    schemaVersion: SCHEMA_VERSION,
  };
  unit.save(unit.records.heldTexts.doc(held.id), held);
  auditHeld(unit, { heldId: held.id, actorId: p.memberId, from: null, to: 'waiting', cause: 'sendMessage' });
}

/** Says that something was held and what was decided, and nothing of the words. */
function auditHeld(
  unit: UnitOfWork,
  p: { heldId: string; actorId: string; from: string | null; to: string; cause: string },
): void {
  unit.audit({
    id: causeId('held-text', p.heldId, p.to),
    actorId: p.actorId,
    entity: unit.records.heldTexts.doc(p.heldId).path,
    from: p.from,
    to: p.to,
    version: p.from === null ? 1 : 2,
    cause: p.cause,
  });
}
