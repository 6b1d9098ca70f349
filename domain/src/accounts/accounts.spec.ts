import { type CallableInput, DomainError } from '../contracts';
import { Member, MemberCard } from '../documents';
import { changePreferences, changeProfile, memberCard, newMember } from './index';

const aMember = (told: Partial<Parameters<typeof newMember>[0]> = {}) =>
  newMember({
    id: 'ana',
    displayName: 'Ana',
    email: 'ana@example.org',
    timeZone: 'Europe/Berlin',
    language: 'de',
    isDemo: false,
    now: new Date('2026-06-01T08:00:00Z'),
    ...told,
  });

describe('a new member', () => {
  it('is as the sign-in told', () => {
    const member = aMember();
    expect(Member.parse(member)).toEqual(member);
    expect(member).toMatchObject({ displayName: 'Ana', timeZone: 'Europe/Berlin', language: 'de', version: 1 });
    expect(member).toMatchObject({ podId: null, activeSprintId: null, isAdult: false });
  });

  it.each([
    ['', 'New member'],
    ['   \t ', 'New member'],
    ['\u200b\u200d\u2060', 'New member'], // nothing to see
    ['\u0000\u0007', 'New member'],
    [null, 'New member'],
    [undefined, 'New member'],
    ['  Ana \n  Lima ', 'Ana Lima'],
    ['Ana \u202egnp.exe', 'Ana gnp.exe'], // would turn the text around it backwards
    ['x'.repeat(10_000), 'x'.repeat(60)],
    ['💪'.repeat(10_000), '💪'.repeat(30)],
    [`${'x'.repeat(59)}💪`, 'x'.repeat(59)], // no half of a pair
    ['Zoë 👩‍👩‍👧', 'Zoë 👩‍👩‍👧'],
    ['نور', 'نور'],
  ])('called %j is stored as %j', (told, stored) => {
    const member = aMember({ displayName: told });
    expect(member.displayName).toBe(stored);
    expect(Member.safeParse(member).success).toBe(true);
  });

  it.each([
    { timeZone: 'Mars/Olympus_Mons' },
    { timeZone: '+02:00' },
    { timeZone: '' },
    { timeZone: 'Z'.repeat(10_000) },
    { language: 'Deutsch' },
    { language: '' },
    { email: 'x'.repeat(10_000) },
    { email: null },
  ])('gets a safe default for %j', (told) => {
    const member = aMember(told);
    expect(Member.parse(member)).toEqual(member);
    if (told.timeZone !== undefined) expect(member.timeZone).toBe('UTC');
    if (told.language !== undefined) expect(member.language).toBe('en');
  });
});

const aProfile = (changed: Partial<CallableInput<'saveProfile'>> = {}): CallableInput<'saveProfile'> => ({
  expectedVersion: 1,
  displayName: 'Ana Lima',
  pronouns: 'she/her',
  timeZone: 'America/Sao_Paulo',
  privacy: { pronouns: 'podmates', timeZone: 'nobody' },
  isAdult: true,
  experience: 3,
  ...changed,
});

describe('a profile', () => {
  it('is saved as a whole, as the next version', () => {
    const before = aMember();
    const { expectedVersion: _, ...profile } = aProfile();
    expect(changeProfile(before, aProfile())).toEqual({ ...before, ...profile, version: 2 });
    expect(before.displayName).toBe('Ana');
  });

  it('is not saved over a newer one', () => {
    const stale = () => changeProfile({ ...aMember(), version: 2 }, aProfile());
    expect(stale).toThrow(expect.objectContaining({ code: 'aborted' }));
  });

  it.each([
    ['displayName', { displayName: ' ' }],
    ['displayName', { displayName: 'x'.repeat(10_000) }],
    ['timeZone', { timeZone: 'Mars/Olympus_Mons' }],
    ['experience', { experience: 6 }],
    ['pronouns', { pronouns: 'x'.repeat(10_000) }],
  ])('with a bad %s is refused at that field', (path, changed) => {
    const save = () => changeProfile(aMember(), aProfile(changed));
    expect(save).toThrow(DomainError);
    expect(save).toThrow(
      expect.objectContaining({ code: 'invalid-argument', fields: [expect.objectContaining({ path })] }),
    );
  });

  it.each([
    ['', 'is empty'],
    ['Ana\u0000', 'has a character that cannot be shown'],
    ['Ana\u0007Lima', 'has a character that cannot be shown'],
    ['Ana \u202egnp.exe', 'has a character that cannot be shown'],
    ['\u2067Ana', 'has a character that cannot be shown'],
    ['\u202e', 'has a character that cannot be shown'],
    ['\u200b\u200d\u2060', 'has nothing that can be seen'],
    [' \u00ad ', 'has nothing that can be seen'],
  ])('cannot be called %j, with one sentence at the field', (displayName, message) =>
    expect(() => changeProfile(aMember(), aProfile({ displayName }))).toThrow(
      expect.objectContaining({ fields: [{ path: 'displayName', message }] }),
    ),
  );

  it.each(['Zoë 👩‍👩‍👧', 'نور', 'می\u200cخواهم', 'O’Neill-Ōta', '李', '💪', '7'])('can be called %j', (displayName) =>
    expect(changeProfile(aMember(), aProfile({ displayName })).displayName).toBe(displayName),
  );

  it('cannot be used to change anything else', () => {
    const more = { ...aProfile(), podId: 'p1' };
    expect(() => changeProfile(aMember(), more)).toThrow(DomainError);
  });
});

describe('what somebody wants of a pod', () => {
  const wishes = { styles: ['direct'], sizes: [2, 3], gender: 'woman', comfort: 'same' } as const;

  it('is kept, and does not make the open profile form stale', () => {
    const preferences = { ...wishes, styles: [...wishes.styles], sizes: [...wishes.sizes] };
    expect(changePreferences(aMember(), preferences)).toEqual({ ...aMember(), preferences });
  });

  it('names their own gender when the others must have it, too', () => {
    const preferences = { styles: [], sizes: [3 as const], gender: null, comfort: 'same' as const };
    expect(() => changePreferences(aMember(), preferences)).toThrow(
      expect.objectContaining({ fields: [expect.objectContaining({ path: 'preferences.gender' })] }),
    );
    expect(changePreferences(aMember(), { ...preferences, comfort: 'woman' }).preferences.comfort).toBe('woman');
  });

  it('is on nobody’s card', () => {
    const preferences = { ...wishes, styles: [...wishes.styles], sizes: [...wishes.sizes] };
    const card = memberCard(changePreferences(aMember(), preferences), null);
    expect(JSON.stringify(card)).not.toMatch(/woman|direct/);
  });
});

describe('a member’s card', () => {
  const member = changeProfile(aMember(), aProfile());

  it('shows what the member allows', () => {
    const card = memberCard(member, { current: 3, best: 5 });
    expect(MemberCard.parse(card)).toEqual(card);
    expect(card).toMatchObject({ displayName: 'Ana Lima', pronouns: 'she/her', timeZone: null, experience: 3 });
    expect(card.streak).toEqual({ current: 3, best: 5 });
    const open = { ...member, privacy: { pronouns: 'nobody', timeZone: 'podmates' } as const };
    expect(memberCard(open, null)).toMatchObject({ pronouns: null, timeZone: 'America/Sao_Paulo' });
  });

  it('never holds the e-mail address, and of the streak only its lengths', () => {
    const card = memberCard(member, { current: 1, best: 1, days: ['private'] } as { current: number; best: number });
    expect(JSON.stringify(card)).not.toMatch(/example\.org|private/);
  });

  it('shows no pronouns when none are given, and no streak before the first', () => {
    expect(memberCard(aMember(), null)).toMatchObject({ pronouns: null, streak: { current: 0, best: 0 } });
  });
});
