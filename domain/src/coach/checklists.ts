import { anyOf } from './word-patterns';
import { type Track } from '../documents';
import { folded } from './words';

interface Proof {
  /** What an action has to be about, read folded. */
  readonly about: RegExp;
  readonly checks: readonly string[];
}

/** What shows that an action was done, by what it is about; the first that fits. Effort counts, never the result. */
const PROOFS: readonly Proof[] = [
  {
    about: anyOf(
      String.raw`book / sign up / register / reserv / appointment / schedule / buch / termin\b / inscri / anmeld / prenot`,
    ),
    checks: ['The day and time it is booked for', 'A confirmation, or who confirmed it'],
  },
  {
    about: anyOf(String.raw`
  ask\b / call\b / text\b / message / write to / tell\b / email / talk / ping\b / anruf / frag / llamar
  preguntar / appeler / demander
`),
    checks: ['Whom you reached, and when', 'What was agreed'],
  },
  {
    about: anyOf(String.raw`
  physio / doctor / rest\b / deload / recover / arzt / medico / medecin / kine\b / fisio / sleep / bed\b
  schlaf / dormir / slaap
`),
    checks: ['Which days it was kept', 'A word on how rested it left you'],
  },
  {
    about: anyOf(String.raw`prompt / llm / copilot / model\b / few-shot / system message / agent`),
    checks: [
      'The prompt as you sent it',
      'What came back, and what you kept of it',
      'One sentence on what you would change',
    ],
  },
  {
    about: anyOf(String.raw`
  test / refactor / commit / code / unit / kata / branch / pull request / pr\b / merge / endpoint / class\b
  method / repo / build / async / linq / ef core / deploy / bug
`),
    checks: ['The change itself: a commit, a diff or a file', 'What the tests or the compiler said'],
  },
  {
    about: anyOf(
      String.raw`read / watch / study / learn / chapter / docs?\b / article / lesen / lernen / leer / estudiar / lire`,
    ),
    checks: ['What you read or watched', 'Two sentences in your own words'],
  },
  {
    about: anyOf(String.raw`
  eat / cook / meal / protein / breakfast / lunch / water / drink / snack / prep\b / kochen / essen / comer
  cocinar / manger
`),
    checks: ['Which days it was kept', 'A photo or a line on one of them'],
  },
  {
    about: anyOf(String.raw`
  buy / get (?:a |new |some ) / order / pack / bring / set (?:an |my |the |two )?alarm / print / prepare
  lay out / kauf / pack / comprar / acheter / preparer / preparar
`),
    checks: ['A photo or a line that it is ready', 'Where it lies until it is needed'],
  },
];

const BY_TRACK: Record<Track, readonly string[]> = {
  gym: ['The day and place of the session', 'What you did: exercises, sets or minutes', 'How hard it felt, in a word'],
  'dotnet-prompting': ['The day of the exercise', 'The prompt and what came back', 'One sentence on what you learned'],
};

/** Two or three things that show the effort behind an action, whoever looks at it. */
export function checklistFor(action: string, track: Track): string[] {
  const plain = folded(action);
  const found = PROOFS.find(({ about }) => about.test(plain));
  return [...(found?.checks ?? BY_TRACK[track])];
}
