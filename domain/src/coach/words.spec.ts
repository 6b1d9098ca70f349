import { isSameStem, numbersIn, sentencesOf, shareIn, stemOf, stemsOf, wordsOf } from './words';

describe('words', () => {
  it.each([
    ['booked', 'book'],
    ['wrote', 'write'],
    ['three', '3'],
    ['squatting', 'squat'],
  ])('%s has the stem of %s', (word, other) => expect(stemOf(word)).toBe(stemOf(other)));

  it.each([
    ['ausgedruckt', 'ausdrucken'],
    ['gekauft', 'kaufen'],
    ['comprar', 'compre'],
    ['trainieren', 'trainiert'],
  ])('%s and %s are of one word', (a, b) => expect(isSameStem(stemOf(a), stemOf(b))).toBe(true));

  it.each([
    ['press', 'prefix'],
    ['2025', '2026'],
    ['train', 'rain'],
  ])('%s and %s are not', (a, b) => expect(isSameStem(stemOf(a), stemOf(b))).toBe(false));

  it('are found in any script, folded and without emoji', () => {
    expect(wordsOf('Zoé’s 💪 été').map(({ folded }) => folded)).toEqual(["zoe's", 'ete']);
    expect(wordsOf('今日は走った').length).toBeGreaterThan(1);
  });

  it('are words even where every object has a field of that name', () =>
    expect(wordsOf('constructor toString __proto__ valueOf').map(({ stem }) => typeof stem)).not.toContain('function'));

  it('carry meaning when they are no stop words', () =>
    expect([...stemsOf('I will go to the physio with you')]).toEqual(['physio']));

  it('share what the other has', () => expect(shareIn(new Set(['book', 'trainer']), new Set(['book']))).toBe(0.5));
});

it('numbers stay whole', () => expect(numbersIn('82.5 kg, 3x8 at 18:30, 1,000 m')).toEqual(['82.5', '3', '8', '18:30', '1,000'])); // prettier-ignore

describe('sentences', () => {
  it.each([
    ['All done. Next week more!', ['All done.', 'Next week more!']],
    ['did legs. tomorrow arms', ['did legs.', 'tomorrow arms']],
    ['Ran approx. 5 km. Good', ['Ran approx. 5 km.', 'Good']],
    ['Pressed 82.5 kg', ['Pressed 82.5 kg']],
    ['one\ntwo; three', ['one', 'two; three']],
    ['💪🔥', []],
  ])('of %j', (text, sentences) => expect(sentencesOf(text)).toEqual(sentences));
});
