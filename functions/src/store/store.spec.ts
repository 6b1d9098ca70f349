import { Member, MemberStatus } from '@podmates/domain';
import { type QueryDocumentSnapshot, Timestamp } from 'firebase-admin/firestore';
import { converterFor, withDates } from './converter';
import { causeId, fixedId } from './ids';

const stored = (id: string, collection: string, fields: object): QueryDocumentSnapshot =>
  ({ id, ref: { parent: { path: collection } }, data: () => fields }) as unknown as QueryDocumentSnapshot;
const AT = new Date('2026-03-02T08:00:00.123Z');

describe('a converter', () => {
  it('reads timestamps at any depth as dates, and leaves the rest', () => {
    const at = Timestamp.fromDate(AT);
    expect(withDates({ at, list: [{ at }, 'text', null], none: null, n: 1 })).toEqual({
      at: AT,
      list: [{ at: AT }, 'text', null],
      none: null,
      n: 1,
    });
  });

  it('takes the id from the path and stores none', () => {
    const converter = converterFor(MemberStatus);
    const status = { id: 'ana', status: 'active', changedAt: AT } as const;
    expect(converter.toFirestore(status)).toEqual({ status: 'active', changedAt: AT });
    const fields = { id: 'eve', status: 'active', changedAt: Timestamp.fromDate(AT) };
    expect(converter.fromFirestore(stored('ana', 'memberStatuses', fields))).toEqual(status);
  });

  it('refuses a wrong document where it is written, and where it is read', () => {
    const converter = converterFor(MemberStatus);
    const wrong = { id: 'ana', status: 'banned', changedAt: AT };
    expect(() => converter.toFirestore(wrong as never)).toThrow();
    expect(() => converter.fromFirestore(stored('ana', 'memberStatuses', wrong))).toThrow();
  });

  it('refuses a document of a schema version that it does not know', () => {
    const newer = stored('ana', 'members', { schemaVersion: 99 });
    expect(() => converterFor(Member).fromFirestore(newer)).toThrow('schema version 99');
  });
});

describe('ids that are the same for the same cause', () => {
  it('are readable while they are short enough, and a hash of the same kind when not', () => {
    expect(causeId('session', 's1', 'c1')).toBe('session:s1:c1');
    const long = causeId('session', 's1', 'c'.repeat(128));
    expect(long).toMatch(/^session:[0-9a-f]{32}$/);
    expect(causeId('session', 's1', 'c'.repeat(128))).toBe(long);
    expect(causeId('session', 's2', 'c'.repeat(128))).not.toBe(long);
  });

  it('keep parts apart that only look alike when joined', () => {
    expect(fixedId('a', 'bc')).not.toBe(fixedId('ab', 'c'));
  });
});
