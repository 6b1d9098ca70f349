import { aMember, aSession, someNotes } from './example-coach-session';
import { readableNotes } from './readable-notes';

const texts = (hidden: Parameters<typeof aMember>[1], ...said: readonly string[]): string[] => {
  const session = aSession({
    members: [aMember('ana'), aMember('ben', { aiConsent: false, ...hidden })],
    notes: someNotes(...said.map((text) => ['ana', 'note', text] as const)),
  });
  return readableNotes(session).notes.map(({ text }) => text);
};

describe('what the coach may read', () => {
  it('is no private note and nothing by those who did not agree', () => {
    const session = aSession({
      members: [aMember('ana'), aMember('ben', { aiConsent: false })],
      notes: someNotes(['ana', 'win', 'mine'], ['ana', 'win', 'secret', { private: true }], ['ben', 'win', 'his']),
    });
    expect(readableNotes(session).notes.map(({ id }) => id)).toEqual(['n1']);
    expect(readableNotes(session).members.map(({ id }) => id)).toEqual(['ana']);
  });

  it.each([
    [{}, 'I trained with Ben', 'I trained with a podmate'],
    [{}, 'thanks @ben!', 'thanks a podmate!'],
    [{}, 'Ben and I did 100 kg', 'a podmate and I did 100 kg'],
    [{}, 'Good day. Ben is ill. We stop.', 'Good day. We stop.'],
    [{}, 'Benched 80 kg', 'Benched 80 kg'],
    [{ name: 'José Díaz' }, 'with jose and DIAZ', 'with a podmate and a podmate'],
    [{ name: 'Will' }, 'I will go with Will', 'I will go with a podmate'],
    [{ name: '李雷' }, '我和李雷一起跑步', '我和a podmate一起跑步'],
    [{ name: "O'Neil (x*)" }, 'with O’Neil', 'with a podmate'],
  ])('names nobody who did not agree: %j %j', (hidden, text, plain) => expect(texts(hidden, text)).toEqual([plain]));

  it('stands in the order of writing, whatever the order of the file', () => {
    const [first, second] = someNotes(['ana', 'win', 'one'], ['ana', 'win', 'two']);
    const { notes } = readableNotes(aSession({ notes: [second!, first!] }));
    expect(notes.map(({ text }) => text)).toEqual(['one', 'two']);
  });

  it('sets aside what a person has to read', () => {
    const { notes, setAside } = readableNotes(
      aSession({ notes: someNotes(['ana', 'note', 'I want to die'], ['ana', 'win', 'Two sessions']) }),
    );
    expect([notes.map(({ id }) => id), setAside.map(({ id }) => id)]).toEqual([['n2'], ['n1']]);
  });
});
