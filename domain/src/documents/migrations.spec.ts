import { DomainError } from '../contracts/domain-error';
import { SCHEMA_VERSION } from './fields';
import { Member } from './member';
import { migrate } from './migrations';

/** As version 0 stored it: nothing of experience or of demo people, and no schema version. */
const olderMember = {
  displayName: 'Ana',
  email: 'ana@example.org',
  pronouns: '',
  timeZone: 'Europe/Berlin',
  privacy: { pronouns: 'podmates', timeZone: 'podmates' },
  isAdult: false,
  language: 'de',
  podId: null,
  activeSprintId: null,
  version: 4,
  createdAt: new Date('2026-01-01T00:00:00Z'),
};

describe('a stored document', () => {
  it('of version 0 is brought up on read, and then can be parsed', () => {
    expect(Member.safeParse({ id: 'ana', ...olderMember }).success).toBe(false);
    const member = Member.parse({ id: 'ana', ...migrate('members', olderMember) });
    expect(member).toMatchObject({ experience: 1, isDemo: false, version: 4, schemaVersion: SCHEMA_VERSION });
    expect(olderMember).not.toHaveProperty('experience');
  });

  it('of version 0 keeps what it already had', () => {
    expect(migrate('members', { ...olderMember, experience: 4 })).toMatchObject({ experience: 4 });
    expect(migrate('sprints', { schemaVersion: 0, title: 'x' })).toEqual({
      title: 'x',
      dayStart: '00:00',
      schemaVersion: 1,
    });
    expect(migrate('pods/p1/feed', { text: 'x' })).toEqual({ text: 'x', schemaVersion: 1 });
  });

  it('of this version stays as it is, and being brought up twice changes nothing', () => {
    const current = { schemaVersion: SCHEMA_VERSION, anything: true };
    expect(migrate('slots', current)).toBe(current);
    const once = migrate('members', olderMember);
    expect(migrate('members', once)).toEqual(once);
  });

  it('without versions in its collection stays as it is', () => {
    const status = { status: 'active', changedAt: new Date(0) };
    expect(migrate('memberStatuses', status)).toBe(status);
    expect(migrate('constructor', status)).toBe(status);
  });

  it.each([SCHEMA_VERSION + 1, 99, -1, 0.5, '1', Number.NaN])('of unknown version %j is refused clearly', (version) => {
    const read = () => migrate('sprints', { schemaVersion: version });
    expect(read).toThrow(DomainError);
    expect(read).toThrow(`A document of sprints has schema version ${version}`);
  });
});
