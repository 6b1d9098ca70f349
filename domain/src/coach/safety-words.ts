import { anyOf } from './word-patterns';
import { folded } from './words';

/** Folded, and without what people put between letters so that nobody finds the word. */
const bare = (text: string): string =>
  folded(text.normalize('NFKC'))
    .replace(/[*_.]+(?=[a-z])/gu, '')
    .replace(/\s+/gu, ' ');

/**
 * A word too many costs a person a kind line they did not need; a word too few may cost far more. So idioms are taken
 * as meant, but for the few below.
 */
const SELF_HARM = anyOf(String.raw`
  kill(?:ing)? my ?self / end(?:ing)? my (?:own )?life / end it all / tak(?:e|ing) my (?:own )?life / suicid
  self[- ]?harm / (?:harm|cutt)(?:ing)? my ?self / cut my ?self (?:again|on purpose|last night|to)
  hurt(?:ing)? my ?self on purpose / (?:want|wanted|going|wish i could|ready) to (?:die|be dead)\b
  wish i (?:was|were) (?:dead|never born)
  (?:don't|do not|dont) want to (?:live|be alive|be here|exist|wake up)(?: any ?more)?
  no (?:reason|point) (?:to|in) (?:live|living|being alive) / better off (?:dead|without me)
  not worth living / unalive / overdose on / umbringen / selbstmord / suizid / selbst ?verletz
  nicht mehr leben / will sterben / ritze mich / das leben nehmen / matarme / quitarme la vida
  no quiero (?:vivir|seguir viviendo) / quiero morir / hacerme dano / autolesi / suicidar
  me (?:suicider|tuer) / envie d(?:e |')(?:mourir|en finir) / en finir avec (?:la|ma) vie
  plus envie de vivre / je veux mourir / automutil / me faire du mal / me matar / quero morrer
  tirar (?:a )?minha vida / nao quero (?:mais )?viver / uccidermi / voglio morire / farla finita
  togliermi la vita / non voglio (?:piu )?vivere
`);
const OTHER_SCRIPTS =
  /самоуб|покончить с собой|не хочу жить|自杀|自殺|死にたい|不想活|자살|죽고 싶|انتحار|أقتل نفسي|आत्महत्या/u;
const IDIOM = /suicide (?:sprint|run|drill|squad)s?|kill(?:ing)? my ?self laughing/gu;

/** Whether a text says, or may say, that its author is in danger from themselves. */
export const mentionsSelfHarm = (text: string): boolean =>
  SELF_HARM.test(bare(text).replace(IDIOM, ' ')) || OTHER_SCRIPTS.test(text.normalize('NFKC'));

const INJURY = anyOf(String.raw`
  injur(?:y|ed|ies|ing) / sprain / dislocat / fractur / concuss / herniat / tendini?[ot]i?n?itis / tendonitis
  torn (?:a |my |the )?(?:acl|mcl|ligament|muscle|meniscus|tendon|hamstring|cal(?:f|ves)|rotator|labrum)
  pinched (?:a )?nerve / stress reaction / shin splints? / slipped dis[ck] / verletz / verstaucht / gezerrt
  zerrung / gebrochen / bandscheibe / lesion / lesionad / esguince / desgarr / bless(?:e|ure) / entorse
  dechirure / lesao / lesionei / machuqu / infortun / distorsione / strappo
`);
const PAIN = anyOf(String.raw`
  hurt(?:s|ing)?\b / pain(?:s|ful|fully)?\b / ach(?:e|es|ing)\b / strained / tweaked
  pulled (?:a|my|something) / tore\b / swollen / swelling / numb / popped / twinge / stabbing / inflam
  rolled my / schmerz / tut weh / geschwollen / duele / dolor / douleur / mal (?:au|a la|aux)\b / dor\b
  dolore / fa male
`);
const BODY = anyOf(String.raw`
  knees? / backs?\b / lower back / shoulder / elbow / wrist / ankle / hips?\b / neck / hamstring / quads?\b
  cal(?:f|ves)\b / groin / achilles / tendon / ribs?\b / chest / foot\b / feet\b / shins?\b / spine / muscle
  pec\b / bicep / tricep / forearm / heel / toe / joint / leg\b / arm\b / knie / rucken / schulter / rodilla
  espalda / hombro / tobillo / muneca / genou / (?:le )?dos\b / epaule / cheville / poignet / joelho / costas
  ombro / tornozelo / ginocchio / schiena / spalla / caviglia
`);
const UNHURT = new RegExp(
  anyOf(String.raw`
  (?:no|without|zero|any|free of|less) (?:more |real |knee |back |shoulder )*(?:pain|injur\w*|ache)
  pain[- ]free / injury[- ]free
  (?:doesn't|does not|didn't|did not|don't|no longer|not|stopped) (?:even )?(?:hurt|hurting|ach|injur)
  nothing hurts? / pain (?:is |has )?(?:gone|point) / injury prevention / ohne schmerz
  keine (?:schmerz|verletz) / sin (?:dolor|lesion) / sans (?:douleur|blessure) / sem (?:dor|lesao)
`),
  'gu',
);

/** Whether a sentence speaks of an injury, or of pain in a part of the body; "no pain" and "pain point" do not. */
export function mentionsInjury(text: string): boolean {
  const plain = bare(text).replace(UNHURT, ' ');
  return INJURY.test(plain) || (PAIN.test(plain) && BODY.test(plain));
}

/** Every rating of perceived exertion in a text, on its scale of ten. */
export const exertionsIn = (text: string): number[] =>
  [
    ...folded(text).matchAll(
      /(?<![a-z0-9])rpe\s*(?:of|was|is|at|around|:|=|@|~|-)?\s*(\d{1,2}(?:[.,]5)?)(?!\d|[.,]\d)|(?<![\d.,])(\d{1,2}(?:[.,]5)?)\s*rpe(?![a-z])/gu,
    ),
  ]
    .map(([, after, before]) => Number((after ?? before ?? '').replace(',', '.')))
    .filter((rating) => rating >= 1 && rating <= 10);

const SUBSTANCE = anyOf(String.raw`
  ibuprofen / paracetamol / aspirin / painkiller / naproxen / cortisone / steroids? / antibiotic / antidepress
  opioid / tramadol / medication / diclofenac / schmerzmittel / medikament / ibuprofeno / analgesic / trt\b
  sarms / clenbuterol / ephedr / insulin / dosage / \d+ ?mg\b / crypto / bitcoin / stocks?\b
  shares? (?:of|in)\b / etfs?\b / invest / aktien / mortgage / leverage(?:d)? (?:trade|loan)
  options? trading / pension
`);
const ADVICE = anyOf(String.raw`
  (?:you|we|he|she|they|everyone|everybody|one) (?:should|must|need to|have to|ought|could|can)
  (?:you'd|you had) better
  (?:just|always|please|simply|better|try to|try) (?:take|use|buy|sell|put|invest|stop|double)
  ^(?:take|use|buy|sell|put|invest|stop|double|inject|swap|move|try)\b / i (?:recommend|suggest|advise)
  (?:i'll|i will|going to|gonna|plan to|will) (?:take|buy|sell|invest|use|put|inject|stop|double)
  du solltest / ihr solltet / nimm\b / deberias / toma\b / tu devrais / prends\b
`);

/** Advice, or a plan, about medicines or money: nothing a coach passes on, whoever wrote it. */
export const givesDangerousAdvice = (text: string): boolean => {
  const plain = bare(text);
  return SUBSTANCE.test(plain) && ADVICE.test(plain);
};
