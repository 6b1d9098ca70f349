import { LIMITS } from '@podmates/domain';
import { anEntry, anInput, aWaitingFile, RECEIVED } from '../../testing/outbox-entries';
import { type OutboxEntry } from './outbox-entry';
import { added, answered, nextCall, nextUpload, refused, uploadedTo } from './outbox-rules';

const ANSWER = { receivedAt: '2026-11-24T12:00:01.000Z', isLate: false, streak: 3, version: 1 };
const PROOF = { kind: 'file', path: 'proofs/ana/s1_0/x.png', contentType: 'image/png', bytes: 3 } as const;
const attached = anEntry('first', { fate: RECEIVED, file: { kind: 'attached', proof: PROOF } });
const uploading = anEntry('first', { fate: RECEIVED, file: aWaitingFile('f') });
const uploaded = anEntry('first', { fate: RECEIVED, file: aWaitingFile('f', { path: PROOF.path }) });

describe('an entry that is added', () => {
  it('takes its turn behind all others, whatever the clock says', () => {
    const [put] = added(
      [anEntry('a', { place: 7 })],
      anEntry('b', { input: anInput({ capturedAt: '2020-01-01T00:00:00Z' }) }),
    );
    expect(put?.place).toBe(8);
  });

  it('replaces a file of its slot that waits, unless it keeps it', () => {
    const kinds = (entry: OutboxEntry) => added([uploading], entry).map(({ file }) => file.kind);
    expect(kinds(anEntry('b'))).toEqual(['replaced', 'none']);
    expect(kinds(anEntry('b', { keepsFile: true }))).toEqual(['none']);
    expect(kinds(anEntry('b', { slotId: 's1_1' }))).toEqual(['none']);
    expect(kinds(anEntry('b', { memberId: 'ben' }))).toEqual(['none']);
  });

  it('may bring a file as long as 50 MB wait at most', () => {
    const full = (id: string) => aWaitingFile(id, { bytes: LIMITS.proofBytes });
    const kept = [1, 2, 3, 4].map((n) => anEntry(`e${n}`, { slotId: `s1_${n}`, file: full(`f${n}`) }));
    expect(added(kept, anEntry('b', { file: full('f') }))).toHaveLength(1);
    const five = [...kept, anEntry('e5', { slotId: 's1_5', file: full('f5') })];
    expect(() => added(five, anEntry('b', { file: aWaitingFile('f', { bytes: 1 }) }))).toThrow(/^Files of 50 MB wait/);
    expect(added(five, anEntry('b'))).toHaveLength(1); // words alone are always taken
    expect(added(five, anEntry('b', { slotId: 's1_5', file: full('f') }))).toHaveLength(2); // in place of another
  });
});

describe('what is called for next', () => {
  it('is the oldest words of the member, and nothing of another', () => {
    const kept = [
      anEntry('late', { place: 3 }),
      anEntry('early', { place: 2 }),
      anEntry('of-ben', { memberId: 'ben' }),
    ];
    expect(nextCall(kept, 'ana')).toMatchObject({ about: 'words', input: { clientMutationId: 'early' } });
    expect(nextCall([kept[2]!], 'ana')).toBeNull();
  });

  it('is not held up by a file that is not up yet, but by one that is', () => {
    const second = anEntry('second', { place: 2 });
    expect(nextCall([uploading, second], 'ana')?.input.clientMutationId).toBe('second');
    expect(nextCall([uploaded, second], 'ana')).toMatchObject({
      about: 'file',
      input: { clientMutationId: 'f', proof: PROOF, onlyFile: true },
    });
  });

  it('brings along a file that was attached while the words were changed', () => {
    const change = anEntry('second', { place: 2, keepsFile: true });
    expect(nextCall([attached, change], 'ana')?.input.proof).toEqual(PROOF);
    expect(nextCall([attached, { ...change, keepsFile: false }], 'ana')?.input.proof).toEqual({ kind: 'none' });
    expect(nextCall([{ ...attached, place: 3 }, change], 'ana')?.input.proof).toEqual({ kind: 'none' });
  });

  it('is no upload before the words are in', () => {
    expect(nextUpload([uploading], 'ana')?.file.clientMutationId).toBe('f');
    expect(nextUpload([{ ...uploading, fate: { kind: 'waiting' } }], 'ana')).toBeNull();
    expect(nextUpload([uploaded], 'ana')).toBeNull();
    expect(nextUpload([uploading], 'ben')).toBeNull();
  });
});

describe('an answer', () => {
  const call = (entry: OutboxEntry) => nextCall([entry], 'ana')!;

  it('to words receives them; to a file attaches it, unless it was replaced meanwhile', () => {
    expect(answered([anEntry('a')], call(anEntry('a')), ANSWER).put?.[0]?.fate).toMatchObject({ kind: 'received' });
    expect(answered([uploaded], call(uploaded), ANSWER).put?.[0]?.file).toEqual({ kind: 'attached', proof: PROOF });
    const replaced: OutboxEntry = { ...uploaded, file: { kind: 'replaced' } };
    expect(answered([replaced], call(uploaded), ANSWER).put?.[0]?.file).toEqual({ kind: 'replaced' });
  });

  it('for an entry that is gone brings nothing back', () => {
    expect(answered([], call(anEntry('a')), ANSWER).put).toEqual([]);
    expect(uploadedTo([], aWaitingFile('f'), PROOF.path).put).toEqual([]);
  });

  it('that refuses the words lets the file go with them; that refuses the file keeps the words', () => {
    const whole = anEntry('a', { file: aWaitingFile('f') });
    expect(refused([whole], call(whole), 'Closed.').put?.[0]).toMatchObject({
      fate: { kind: 'refused', message: 'Closed.' },
      file: { kind: 'none' },
    });
    expect(refused([uploaded], call(uploaded), 'No photo.').put?.[0]).toMatchObject({
      fate: RECEIVED,
      file: { kind: 'refused', message: 'No photo.' },
    });
  });
});
