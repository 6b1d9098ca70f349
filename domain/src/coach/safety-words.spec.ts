import { exertionsIn, givesDangerousAdvice, mentionsInjury, mentionsSelfHarm } from './safety-words';

describe('self-harm', () => {
  it.each([
    'I want to kill myself', 'some days I just want to die', 'thinking about suicide again', 'I don’t want to live anymore', "there's no reason to live", 'they would be better off without me', 'k.i.l.l myself', 'I w\u0061nt to end my life', 'I started cutting myself', 'ich will nicht mehr leben', 'Ich könnte mich umbringen', 'no quiero vivir', 'a veces quiero morir', "j'ai envie de mourir", 'je veux en finir avec la vie', 'quero morrer', 'voglio morire', '死にたい', 'не хочу жить',
  ])('is heard in %j', (text) => expect(mentionsSelfHarm(text)).toBe(true)); // prettier-ignore

  it.each([
    'suicide sprints were brutal', 'this workout is killing me', 'killing myself laughing', 'cut myself some slack', 'I hurt myself deadlifting', 'my phone died', 'dead hang 60 s', 'I want to diet',
  ])('is not heard in %j', (text) => expect(mentionsSelfHarm(text)).toBe(false)); // prettier-ignore
});

describe('an injury', () => {
  it.each([
    'my left knee hurts', 'sprained my ankle', 'shoulder pain since Monday', 'tweaked my lower back', 'pulled a hamstring', 'no pain in the knee, but my shoulder hurts', 'Ich habe mich verletzt', 'Schmerzen im Knie', 'me duele la espalda', "j'ai mal au genou", 'torn calf',
  ])('is heard in %j', (text) => expect(mentionsInjury(text)).toBe(true)); // prettier-ignore

  it.each([
    'no pain', 'knee is pain-free', 'the knee does not hurt any more', 'the pain point of our users', 'painful refactoring', 'torn between two plans', 'sore but happy', 'came back strong', 'good for injury prevention',
  ])('is not heard in %j', (text) => expect(mentionsInjury(text)).toBe(false)); // prettier-ignore
});

it.each([
  ['RPE 9, RPE 9.5 and rpe:10', [9, 9.5, 10]],
  ['squat @ 9 rpe', [9]],
  ['RPE of 8/10', [8]],
  ['RPE 95, RPE 12', []],
  ['nine reps', []],
])('exertion in %j', (text, ratings) => expect(exertionsIn(text)).toEqual(ratings));

describe('advice on medicines or money', () => {
  it.each(['You should take ibuprofen before training', 'just buy bitcoin', 'I’ll take two painkillers before the gym', 'Take 400 mg', 'invest in ETFs'])('is %j', (text) => expect(givesDangerousAdvice(text)).toBe(true)); // prettier-ignore
  it.each(['I should sleep more', 'take the stairs', 'buy running shoes', 'took a day off'])('is not %j', (text) => expect(givesDangerousAdvice(text)).toBe(false)); // prettier-ignore
});
