import { type CheckInInput, DomainError } from '../contracts';
import { type CheckIn, type ShownProof } from '../documents';
import { aSlot } from '../sprints/plan-examples';
import { decideCheckIn, fileToClean, proofFor, proofInFeed, shownText, photoTypeOf, withShown } from './index';

const FILE = { kind: 'file', path: 'proofs/ana/s1_0/a.png', contentType: 'image/png', bytes: 10 } as const;
const READY: ShownProof = { state: 'ready', kind: 'image', path: 'shown/ana/s1_0/x', sharedWith: ['ana', 'ben'] };

const input = (changed: Partial<CheckInInput> = {}): CheckInInput => ({
  slotId: 's1_0',
  clientMutationId: 'words',
  status: 'done',
  rpe: 6,
  win: 'Ten more push-ups',
  tweak: '',
  proof: { kind: 'none' },
  visibility: 'pod',
  capturedAt: '2026-06-01T19:00:00Z',
  clientSkewMs: null,
  ...changed,
});
const decide = (now: string, existing: CheckIn | null, changed: Partial<CheckInInput>): CheckIn =>
  decideCheckIn({
    slot: aSlot({ memberId: 'ana' }),
    existing,
    input: input(changed),
    podId: 'p1',
    stake: null,
    now: new Date(now),
  }).checkIn;

// Due on the 2nd of June at midnight, in grace until noon.
const IN_GRACE = '2026-06-02T11:59:00Z';
const words = decide(IN_GRACE, null, {});
const withFile = decide('2026-06-02T12:10:00Z', words, { clientMutationId: 'file', proof: FILE });
const follow = (now: string, changed: Partial<CheckInInput> = {}) =>
  decide(now, words, { clientMutationId: 'file', proof: FILE, ...changed });

describe('a file that follows its words', () => {
  it('has 30 minutes from the end of the grace, and not one more', () => {
    expect(follow('2026-06-02T12:30:00Z').proof).toEqual(FILE);
    expect(() => follow('2026-06-02T12:30:00.001Z')).toThrow(DomainError);
  });

  it('brings nothing else with it once the slot is closed', () => {
    expect(() => follow('2026-06-02T12:20:00Z', { win: 'Twenty more' })).toThrow(DomainError);
    expect(() => follow('2026-06-02T12:20:00Z', { rpe: 7 })).toThrow(DomainError);
    expect(() => follow('2026-06-02T12:20:00Z', { proof: { kind: 'none' } })).toThrow(DomainError);
  });

  it('has 30 minutes from the words where these came late by right', () => {
    const offline = { ...words, receivedAt: new Date('2026-06-02T20:00:00Z') };
    const at = (now: string) => () => decide(now, offline, { clientMutationId: 'file', proof: FILE });
    expect(at('2026-06-02T20:30:00Z')().proof).toEqual(FILE);
    expect(at('2026-06-02T20:31:00Z')).toThrow(DomainError);
  });
});

describe('what was made of a file', () => {
  it('is kept for this file alone, and once', () => {
    expect(fileToClean(words)).toBeNull();
    expect(fileToClean(withFile)).toEqual(FILE);
    const shown = withShown(withFile, FILE.path, READY);
    expect(shown?.proof).toEqual({ ...FILE, shown: READY });
    expect(withShown(withFile, 'proofs/ana/s1_0/other.png', READY)).toBeNull();
    expect(shown && withShown(shown, FILE.path, { state: 'refused' })).toBeNull();
  });

  it('stays through a later version with the same file, and goes with another one', () => {
    const shown = { ...withFile, proof: { ...FILE, shown: READY } };
    const again = (proof: CheckInInput['proof']) =>
      decide('2026-06-02T12:05:00Z', shown, { clientMutationId: 'later', win: 'More', proof });
    expect(again(FILE).proof).toEqual({ ...FILE, shown: READY });
    const other = { ...FILE, path: 'proofs/ana/s1_0/b.png' };
    expect(again(other).proof).toEqual(other);
  });

  it.each([
    ['its member', 'ana', 'me', true, true],
    ['a podmate of then', 'ben', 'pod', false, true],
    ['a podmate of then, of what is open to nobody else', 'ben', 'me', false, false],
    ['a podmate of then who is kept apart', 'ben', 'pod', true, false],
    ['somebody who came later', 'cay', 'pod', false, false],
  ] as const)('is open to %s: %s, %s', (_who, id, visibility, isKeptApart, isOpen) => {
    const shown: CheckIn = { ...withFile, visibility, proof: { ...FILE, shown: READY } };
    expect(proofFor(shown, { id, isKeptApart }) !== null).toBe(isOpen);
  });

  it('is told in the feed once it can be seen, and only where the check-in is', () => {
    const ready: CheckIn = { ...withFile, proof: { ...FILE, shown: READY } };
    expect(proofInFeed(withFile)).toBeUndefined();
    expect(proofInFeed(ready)).toEqual({ slotId: 's1_0', kind: 'image' });
    expect(proofInFeed({ ...ready, visibility: 'me' })).toBeUndefined();
    expect(proofInFeed({ ...ready, proof: { ...FILE, shown: { state: 'refused' } } })).toBeUndefined();
  });
});

describe('what a file is', () => {
  it.each([
    [[0xff, 0xd8, 0xff, 0xe0], 'image/jpeg'],
    [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'image/png'],
    [[...'RIFF0000WEBP'].map((letter) => letter.charCodeAt(0)), 'image/webp'],
    [[...'RIFF0000WAVE'].map((letter) => letter.charCodeAt(0)), null],
    [[0xff, 0xd8], null],
    [[], null],
  ])('is told by its first bytes: %j is %s', (bytes, type) => {
    expect(photoTypeOf(Uint8Array.from(bytes))).toBe(type);
  });

  it.each([
    ['a\r\nb\rc', 'a\nb\nc'],
    ['photo\u202egpj', 'photogpj'],
    ['x\u200d\u200d\u200dy', 'x\u200dy'],
    ['<b>&amp;</b>', '<b>&amp;</b>'],
    ['a\0b', null],
    [' \u200b\u0007 ', null],
  ])('and shown as text: %j', (text, shown) => expect(shownText(text)).toBe(shown));
});
