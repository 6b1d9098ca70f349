/** Words that carry no meaning of their own, folded; the languages are those that members wrote in so far. */
const ENGLISH = `a about after again all also always am an and any anyway are as at back be because been before being
  but by can can't cannot could did didn't do does doesn't doing don't done down each either else even ever every few
  for from get gets getting go goes going gonna got had has hasn't have haven't having he her here hers him his how i
  i'd i'll i'm i've if in into is isn't it it'd it'll it's its itself just last let let's like lot lots make many may
  maybe me might mine more most much must my myself need needs never next no none nor not now of off ok okay on only or
  other our ours out over own per please put quite rather really same she should so some still such than thank thanks
  that that's the their them then there these they thing things this those though through till to today together
  tomorrow tonight too under until up us use used very via want wants was wasn't way we we'll we're well were what when
  where whether which while who whole whom whose why will with within without won't would yes yesterday yet you you'll
  you're your yours`;
const GERMAN = `aber als also am an auch auf aus bei bin bis da dabei das dass dann dem den der des die doch ein eine
  einem einen einer es etwas fur hab habe haben hat hatte heute ich im immer in ist ja jetzt kein keine man mehr mein
  meine meinen meiner mich mir mit nach nicht noch nun nur ob oder ohne schon sehr sein sich sie sind so um und uns
  unser vom von vor war was wegen weil wenn werde werden wie wieder will wir wird wurde zu zum zur`;
const SPANISH = `al algo con como cuando de del dos el ella en era es esta estaba este esto fue ha hace hacer he hoy la
  las lo los mas me mi mis muy nada ni no nos o para pero poco por porque que se ser si sin sobre solo son su sus tambien
  te tengo todo una unas uno unos voy y ya yo`;
const FRENCH = `ai ait alors après au aussi aux avec car ce cela ces cet cette comme dans de des donc du elle en encore
  est et etait ete faire fait il ils j'ai je jamais jour la le les leur lui ma mais me mes moi mon ne non nous on ou par
  pas plus pour qu'il que qui sa sans se ses si son sont sur suis ta tes toi tout tres tu un une vais vous`;
const OTHERS = `ao com da das depois di do dos e em essa esse eu foi isso mais mas meu minha na nao nas no nos os ou
  para pela pelo pra que se sem ser seu sua tambem tem tenho um uma vou anche che ci con cosa della delle di e gli ho
  il io lo ma mi mia mio nel nella non per piu poi questo sono una`;

const DUTCH = `aan als bij dan dat de deze die dit door een en er ge geen het hij ik is je kan met mijn na naar niet nog of om
  ook op over te tot uit van veel voor was wat weer we wij wil zich zij zo zijn`;
const POLISH = `a ale bo by byl byla co do i ich jak jest juz ktory mi mnie moj na nad nie od po przez sie tak tam tez to tylko
  w we z za ze zeby`;

const SPLIT = /\s+/u;
export const STOP_WORDS: ReadonlySet<string> = new Set(
  [ENGLISH, GERMAN, SPANISH, FRENCH, OTHERS, DUTCH, POLISH].flatMap((list) => list.split(SPLIT)),
);
