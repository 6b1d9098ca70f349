import { anyOf } from './word-patterns';
import { type CoachNoteKind } from './coach-file';
import { folded } from './words';

/**
 * What tells a win, a block or a next step apart in free text, in the languages that members write in. All patterns
 * read folded text (`folded`). They decide only where a note says no kind itself, and never what a sentence says.
 */

const NEXT = anyOf(String.raw`
  i(?:'ll| will| shall)\b / we(?:'ll| will)\b / (?:i'm |we're |am |are |^)?(?:going to|gonna)\b
  (?:i |my )?plan(?:ning)?(?: is)? to\b / (?:^|i )(?:want|aim|intend|hope|need|have|promise|commit) to\b
  (?:i'd like|i want|aiming|will try|let me) to?\b
  (?:^|for |by |the )ne?xt (?:week|time|session|month|sprint|up|step) / (?:^|by |from |until |see you )tomorrow
  to-?do\b / this (?:coming|weekend) / starting (?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day
  ich (?:werde|will|mochte|plane|nehme mir)\b / (?:nachste|kommende)[rns]? woche
  (?:ab )?morgen\b(?! fruh war) / vorgenommen / voy a\b / vamos a\b / quiero\b
  (?:la )?(?:proxima|semana que viene) / manana\b / intentare\b / tengo que\b
  je (?:vais|veux|compte|prevois|dois)\b / semaine prochaine / demain\b / la prochaine fois / (?:eu )?vou\b
  quero\b / amanha\b / prossima\b / domani\b / voglio\b / devo\b / provero\b
`);
/** "I'm meeting her on Monday" */
const PROGRESSIVE = anyOf(String.raw`i(?:'m| am) (?!(?:doing|feeling|getting|having|being)\b)[a-z]+ing\b`);
const WAS_PLANNED = anyOf(String.raw`
  was (?:going|planning|supposed|meant) to / were (?:going|supposed) to / wanted to
  had (?:planned|wanted) to / hatte vor / wollte
`);
const BLOCK = anyOf(String.raw`
  (?:could|did|do|does|was|were|is|has|have|ca|wo)n'?t\b / cannot\b
  (?:could|did|do|does|was|were|can|had|have) not\b / never (?:got|made|managed|went) / miss(?:ed|ing)\b
  skip(?:ped|ping)?\b / stuck\b / block(?:ed|er|s)?\b / problem / trouble / struggl
  too [a-z]+ / tired\b / exhausted / sick\b / ill\b / injur / hurt
  no (?:time|energy|motivation|idea|luck|space|racks?)\b / forgot / fail(?:ed|s|ing)?\b / gave up / hallucinat
  wrong\b / broke(?:n)?\b / bug\b / cancel / closed\b / overslept / slept (?:badly|poorly|in) / bad sleep
  barely / annoy / frustrat / confus / got in the way / fell (?:apart|through|asleep) / lost (?:the|my|track)
  kept (?:getting|inventing|losing|ignoring|breaking|coming) / deadline / crunch / overtime / nicht\b
  kein[ea]?[nrms]?\b / leider\b / mude\b / krank\b / verpasst / vergessen / ausgefallen / schwierig
  keine zeit / zu (?:spat|viel|mude) / no (?:pude|puedo|tuve|consegui|logre|fui)\b / cansad / enferm[oa]
  olvide / dificil / falte\b / sin tiempo / (?:n'ai|n'a|n'est|ne|n')\b[^.]*\bpas\b
  pas (?:pu|eu|reussi|le temps) / fatigue / malade / oublie / difficile / rate\b
  nao (?:consegui|pude|deu|fui) / doente / esqueci / non (?:sono|ho|riesco) / stanc[oa] / malat[oa]
  dimenticat
`);
const WIN = anyOf(String.raw`
  finish / finally / manag(?:ed)\b
  nailed
  (?:new )?(?:pr|pb)\b / personal best / first (?:time|ever|pull|chin|green) / complet / proud
  felt (?:great|good|easy|strong|amazing|light|solid) / shipped / passed\b / went (?:well|great|smoothly)
  improv / worked\b / works (?:now|well|great) / all (?:three|four|five|six|3|4|5|6|done|green)\b
  every (?:session|day|slot|morning)\b / success / stoked / cracked / fixed / solved / stronger / faster
  up (?:to|from)\b / down (?:to|from)\b / done\b / on time\b / streak / happy (?:with|about|that) / best\b
  paid off / merged / got (?:all|it|my|the)\b / geschafft / endlich / erledigt / stolz / bestleistung
  geklappt / gelungen / fertig\b / rekord / logre\b / consegui\b / por fin\b / termine\b / orgullos / hice\b
  cumpli\b / mejor (?:marca|tiempo) / reussi / enfin\b / fini\b / termine\b / fiere?\b
  j'ai (?:fait|pu|tenu|couru|battu)\b / finalmente / terminei / riuscit / completat / finito\b
`);
/** Deeds that are a win where nothing else speaks against it: "got there", and "got stuck". */
const DEED = anyOf(
  String.raw`^(?:i |we |just )*(?:hit|got|did|made|kept|beat|held|ran|swam|went|wrote|built|trained|lifted|booked|tried)\b`,
);
const NEGATED_WIN = anyOf(String.raw`
  (?:did|could|was|were|have|has)n'?t (?:finish|manag|complet|work|pass|make|get|hit)
  (?:not|never) (?:finish|done|manag|complet|work|pass) / nicht (?:geschafft|geklappt|fertig|gelungen)
  no (?:logre|consegui|termine) / pas (?:reussi|fini|termine) / nao (?:consegui|terminei)
`);
const GOOD_NEVERTHELESS = anyOf(String.raw`
  (?:did|do)n'?t (?:skip|miss|quit|give up|stop|even|forget|lose)
  (?:not|without|never) (?:skipp|miss|once miss|quit|giv) / no (?:misses|skips) / couldn't be happier
  no problems?\b / wasn'?t (?:as|so|that) (?:hard|bad) / keine? (?:mal )?(?:ausgelassen|verpasst)
`);

/** The kind that a sentence's own words give it; null when they give none. */
export function cuedKind(text: string): Exclude<CoachNoteKind, 'note'> | null {
  const plain = folded(text);
  const wasPlanned = WAS_PLANNED.test(plain);
  if (NEXT.test(plain) && !wasPlanned) return 'next';
  if (PROGRESSIVE.test(plain) && saysWhen(text) && !BLOCK.test(plain)) return 'next';
  if (GOOD_NEVERTHELESS.test(plain)) return 'win';
  if (wasPlanned || NEGATED_WIN.test(plain)) return 'block';
  const block = plain.search(BLOCK);
  const win = plain.search(WIN);
  if (block >= 0 && (win < 0 || block < win)) return 'block';
  return win >= 0 || DEED.test(plain) ? 'win' : null;
}

const LABELS: readonly (readonly [RegExp, Exclude<CoachNoteKind, 'note'>])[] = [
  [
    /^(?:my |small |big |biggest )?(?:wins?|highlight|erfolg|logro|victoire|vitoria)\s*(?:of the week|today|this week)?\s*[:=–-]\s*/iu,
    'win',
  ],
  [
    /^(?:my |biggest )?(?:block(?:er|ed|ers|s)?|obstacle|problem|hindernis|bloqueo|obstacle|blocage)\s*(?:by|today|this week)?\s*[:=–-]\s*/iu,
    'block',
  ],
  [
    /^(?:my )?(?:next(?: step| steps| week| up)?|plan|to-?do|action|nachste woche|nächste woche|weiter|proximo|próximo|suite)\s*[:=–-]\s*/iu,
    'next',
  ],
];

/** A label that somebody wrote before the text (`Win: …`), and the text without it. */
export function labelOf(text: string): { kind: Exclude<CoachNoteKind, 'note'> | null; text: string } {
  for (const [pattern, kind] of LABELS) {
    const bare = text.replace(pattern, '');
    if (bare !== text && bare !== '') return { kind, text: bare };
  }
  return { kind: null, text };
}

const CORRECTION = anyOf(String.raw`
  scratch that / correction\b / changed my mind / change of plans? / forget (?:that|what i)
  ^(?:sorry|edit|actually|no wait|wait)[,:.] / make that\b
  instead of (?:mon|tues|wednes|thurs|fri|satur|sun) / not (?:mon|tues|wednes|thurs|fri|satur|sun)day
  doch nicht / stattdessen / doch lieber / en vez de / mejor dicho / au lieu de / finalement / plutot
  na verdade / anzi\b
`);

/** Whether a sentence takes back what its author wrote before. */
export const isCorrection = (text: string): boolean => CORRECTION.test(folded(text));

const VAGUE = anyOf(String.raw`
  maybe / might\b / perhaps / some ?day / at some point / if i (?:can|find|have) / one of these days
  vielleicht / irgendwann / quiza / tal vez / peut-etre / talvez / forse\b
`);
export const isVague = (text: string): boolean => VAGUE.test(folded(text));

const UNWILLING = anyOf(String.raw`
  (?:i )?(?:won't|will not|can't|cannot|not going to|no longer|am not)\b / no (?:gym|training|session)
  (?:nothing|none|no plans?)\b / werde nicht / no voy a / ne vais pas / nao vou
`);
/** A sentence about what will not be done is no step to take. */
export const isUnwilling = (text: string): boolean => UNWILLING.test(folded(text));

const WHEN = anyOf(String.raw`
  (?:mon|tues|wednes|thurs|fri|satur|sun)days?\b / (?:mon|tue|wed|thu|fri|sat|sun)\b
  (?:mon|diens|donners|frei|sams|sonn)tags?\b / mittwochs?\b
  (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)\b
  (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b / tomorrow / tonight / morning / evening / weekend
  lunch / \d{1,2}(?::\d{2}|(?:am|pm|h)\b)
`);
export const saysWhen = (text: string): boolean => WHEN.test(folded(text));

const DAY =
  /(?<![a-z])(?:mon|tue|wed|thu|fri|sat|sun|die|mit|don|sam|son|lun|mar|mie|jue|vie|sab|dom|jeu|ven|dim)[a-z]*(?:day|days|tag|tags|woch|es|di|do|go)(?![a-z])/gu;
/** Days of the week that a text names, as their first three letters. */
export const daysIn = (text: string): string[] => [...folded(text).matchAll(DAY)].map(([day]) => day.slice(0, 3));
