import { DomainError } from '../contracts';
import { type KeptText, SafetyReport } from '../documents';
import { aSession } from '../sessions/example-session';
import { excusedBy, MOST_KEPT_TEXTS, safetyReport, withReported } from './leave-safely';

const now = new Date('2026-06-01T18:20:00Z');
const text = (kind: KeptText['kind'], n: number): KeptText => ({
  kind,
  id: `${kind}${n}`,
  authorId: 'ben',
  text: `Text ${n}`,
  at: new Date(now.getTime() - n * 1000),
});
const evidence = {
  presence: [{ id: 'ben', beatAt: now, isHere: true, editing: null, since: now, earlier: [] }],
  inVideoIds: ['ana', 'ben'],
  notes: [text('note', 1)],
  messages: [text('message', 2)],
};
const asked = { id: 'report1', reporterId: 'ana', reportedIds: ['ben'], leftAt: new Date('2026-06-01T18:19:00Z'), now };
const report = (over: Partial<typeof asked> = {}, session = aSession({ state: 'live' }), seen = evidence) =>
  safetyReport(session, { ...asked, ...over }, seen);
const refusalOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  return undefined;
};

describe('the report of a member who left safely', () => {
  it('is open, keeps what stood in the room, and can be stored', () => {
    expect(SafetyReport.parse(report())).toEqual(report());
    expect(report()).toMatchObject({
      reporterId: 'ana',
      reportedIds: ['ben'],
      state: 'open',
      severity: 'S2',
      sessionState: 'live',
      leftAt: asked.leftAt,
      createdAt: now,
      presence: [{ memberId: 'ben', beatAt: now, isHere: true }],
      kept: [text('note', 1), text('message', 2)],
    });
  });

  it('keeps the newest of what was written, and as much of each kind', () => {
    const many = (kind: KeptText['kind']) => Array.from({ length: 100 }, (_, n) => text(kind, 100 - n));
    const { kept } = report({}, aSession(), { ...evidence, notes: many('note'), messages: many('message') });
    expect(kept).toHaveLength(2 * MOST_KEPT_TEXTS);
    expect(kept[0]).toEqual(text('note', 1));
    expect(kept[MOST_KEPT_TEXTS]).toEqual(text('message', 1));
  });

  it('believes no device whose clock is ahead', () =>
    expect(report({ leftAt: new Date('2027-01-01T00:00:00Z') }).leftAt).toEqual(now));

  it('can be of somebody who has left the pod meanwhile, and about them', () => {
    const after = aSession({ memberIds: ['cem'] });
    expect(report({}, after)).toMatchObject({ reporterId: 'ana', reportedIds: ['ben'] });
  });

  it('is nobody else’s, and about nobody else', () => {
    expect(refusalOf(() => report({ reporterId: 'eve' }))?.code).toBe('not-found');
    for (const id of ['eve', 'ana'])
      expect(refusalOf(() => report({ reportedIds: ['ben', id] }))?.fields).toEqual([
        { path: 'memberIds', message: 'names somebody who is not in this session' },
      ]);
  });

  it('says once whom it is about', () => {
    const unsaid = report({ reportedIds: [] });
    const said = withReported(unsaid, aSession(), ['cem', 'cem']);
    expect(said).toMatchObject({ reportedIds: ['cem'], version: 2, createdAt: now });
    expect(withReported(said, aSession(), ['ben'])).toBe(said);
    expect(withReported(unsaid, aSession(), [])).toBe(unsaid);
    expect(refusalOf(() => withReported(unsaid, aSession(), ['eve']))?.code).toBe('invalid-argument');
  });

  it('excuses both for the rest of the session, and nobody else (behaviour 34)', () => {
    expect(excusedBy(aSession(), [report()])).toEqual(['ana', 'ben']);
    expect(excusedBy(aSession(), [report({ reportedIds: [] })])).toEqual(['ana']);
    expect(excusedBy(aSession(), [])).toEqual([]);
  });
});
