import { DocumentReference, Query, type QuerySnapshot, Transaction, WriteBatch } from 'firebase-admin/firestore';

/** What the run itself looks up. */
export const NOT_BILLED = 'not billed';

/** What Firestore bills for, by what it was for. */
export class Bill {
  private readonly lines = new Map<string, { reads: number; writes: number }>();
  /** What the server does now, so that its reads and writes are told apart. */
  about = 'server: other';

  add(what: string, { reads = 0, writes = 0 }: { reads?: number; writes?: number }): void {
    const line = this.lines.get(what) ?? { reads: 0, writes: 0 };
    this.lines.set(what, { reads: line.reads + reads, writes: line.writes + writes });
  }

  total(): number {
    return [...this.lines.values()].reduce((sum, { reads, writes }) => sum + reads + writes, 0);
  }

  rows(): (readonly [what: string, reads: number, writes: number])[] {
    return [...this.lines].map(([what, { reads, writes }]) => [what, reads, writes] as const);
  }
}

type Method = (this: unknown, ...given: unknown[]) => unknown;

/**
 * From now on everything that the Admin SDK reads and writes in this process goes on the bill: a document that is looked
 * for is a read, found or not; a query is a read for each document, and one if there is none.
 */
export function billServer(bill: Bill): void {
  /** What leaves by the outbox, and what the end says goodbye with, is nobody's result. */
  const aboutOf = (given: unknown[]): string => {
    const [target] = given;
    const path = target instanceof DocumentReference ? target.path : '';
    if (bill.about === NOT_BILLED) return bill.about;
    if (path.startsWith('outbox/')) return 'server: outbox';
    return path.includes('/presence/') ? 'server: goodbyes' : bill.about;
  };
  const count = (
    owner: object,
    name: string,
    of: (given: unknown[], answer: unknown) => { reads?: number; writes?: number },
  ) => {
    const original = Reflect.get(owner, name) as Method;
    Reflect.set(owner, name, function (this: unknown, ...given: unknown[]) {
      const about = aboutOf(this instanceof DocumentReference ? [this] : given);
      const answer = original.apply(this, given);
      if (answer instanceof Promise)
        void answer.then(
          (got) => bill.add(about, of(given, got)),
          () => undefined,
        );
      else bill.add(about, of(given, answer));
      return answer;
    });
  };
  const found = (answer: unknown): { reads: number } => ({ reads: Math.max(1, (answer as QuerySnapshot).size ?? 1) });
  count(Transaction.prototype, 'get', (_given, answer) => found(answer));
  count(Transaction.prototype, 'getAll', (given) => ({ reads: given.length }));
  count(DocumentReference.prototype, 'get', () => ({ reads: 1 }));
  count(Query.prototype, 'get', (_given, answer) => found(answer));
  // A transaction writes by a batch of its own.
  for (const name of ['set', 'create', 'update', 'delete']) count(WriteBatch.prototype, name, () => ({ writes: 1 }));
}
