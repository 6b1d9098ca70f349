/**
 * What the local filter looks for. Small on purpose: a word is here when it is hardly ever kind. Doubtful ones warn,
 * as the person decides; only what threatens, degrades a group or presses for sex waits for a look.
 * `stem` words also count with the endings of their language.
 */
export interface WordList {
  readonly language: string;
  readonly endings: readonly string[];
  readonly words: Partial<Readonly<Record<WordKind, WordsOfKind>>>;
}
export type WordKind = 'slur' | 'threat' | 'sexual' | 'insult' | 'profanity' | 'self-harm';
interface WordsOfKind {
  readonly stems?: string;
  readonly phrases?: readonly string[];
}

/** Words of another language that look like one of a list, by the languages in which they mean something else. */
export const HARMLESS_IN: Readonly<Record<string, readonly string[]>> = {
  slut: ['sv', 'da', 'nb', 'no'], // "end"
  dick: ['de', 'nl'], // "thick"
  retard: ['fr'], // "delay"
};

/** Phrases in which a word of the lists is kind, or about oneself; they are passed over. */
export const KIND_PHRASES: readonly string[] = [
  "don't kill yourself",
  'do not kill yourself',
  'kill yourself laughing',
  'moby dick',
  'dick van dyke',
];

/** Beside one of these a short piece is a word of its own, and not half of a split one. */
export const EVERYDAY_WORDS =
  'a i as at is it on to in an am my me we he so no go do be by up us or if of ok oh hi the and for you are was not but all any can had her his him how its let may new now old one our out own put run say see she too two use way who why yes yet did get got has day set gym rep reps push pass this that with from they then them than what when will well were your just like some time very good back come each even here hour keep last late left less long made make more most much need next only over part plan rest same than true walk week went work abs per tea tee hit pull bit bits der die das und ist zu im am wir ihr sie es el la los las un una y en de que le les et du des il ma';

export const WORD_LISTS: readonly WordList[] = [
  {
    language: 'en',
    endings: ['s', 'es', 'z', 'ed', 'er', 'ers', 'ing', 'in', 'y', 'ty', 'face', 'head'],
    words: {
      slur: {
        stems: 'nigger nigga faggot kike chink gook wetback tranny retard coonass raghead sandnigger towelhead paki',
        phrases: ['spic', 'spics', 'go back to your country', 'subhuman scum', 'white trash'],
      },
      threat: {
        phrases: [
          'i will kill you',
          "i'll kill you",
          'ill kill you',
          'im going to kill you',
          "i'm going to kill you",
          'i am going to kill you',
          'gonna kill you',
          'i will hurt you',
          "i'll hurt you",
          'i will find you',
          "i'll find you",
          'i know where you live',
          'you deserve to die',
          'kill yourself',
          'kill urself',
          'kys',
          'go die',
          'hope you die',
          'i will rape you',
          "i'll rape you",
          'beat you up',
          'you are dead meat',
        ],
      },
      sexual: {
        stems: 'blowjob handjob cumshot dickpic',
        phrases: [
          'send nudes',
          'send me nudes',
          'nude pics',
          'suck my dick',
          'suck my cock',
          'show me your tits',
          'show me your boobs',
          'sit on my face',
          'want to fuck you',
          'wanna fuck you',
          'sleep with me',
          'are you horny',
          'dick pic',
        ],
      },
      insult: {
        stems:
          'asshole arsehole bitch bastard cunt whore slut twat wanker prick dyke dickhead moron idiot imbecile scumbag douchebag jackass dumbass dumbfuck loser',
        phrases: [
          'you are stupid',
          "you're stupid",
          'youre stupid',
          'ur stupid',
          'you are pathetic',
          "you're pathetic",
          'you are useless',
          "you're useless",
          'you are worthless',
          "you're worthless",
          'you are fat',
          'shut up',
          'nobody likes you',
          'everyone hates you',
          'i hate you',
          'waste of space',
          'piece of shit',
          'go to hell',
          'fuck off',
          'fuck you',
          'screw you',
          'stfu',
        ],
      },
      profanity: {
        stems: 'fuck fuk fck fvck phuck motherfuck shit sht bullshit dick cock btch biatch goddamn',
        phrases: ['wtf', 'piss off'],
      },
      'self-harm': {
        phrases: [
          'kill myself',
          'killing myself',
          'end my life',
          'end it all',
          'take my own life',
          'taking my own life',
          'want to die',
          'wanna die',
          'wish i was dead',
          'wish i were dead',
          'better off dead',
          'better off without me',
          'no reason to live',
          'hurt myself',
          'hurting myself',
          'cut myself',
          'cutting myself',
          'self harm',
          'suicidal',
          'suicide',
          'do not want to live',
          "don't want to live",
          "can't go on living",
          'kms',
        ],
      },
    },
  },
  {
    language: 'de',
    endings: ['e', 'en', 'er', 'es', 'n', 's'],
    words: {
      slur: { stems: 'neger kanake schwuchtel kanacke zigeunerpack judensau missgeburt untermensch spast' },
      threat: {
        phrases: [
          'ich bring dich um',
          'ich bringe dich um',
          'ich mach dich fertig',
          'ich töte dich',
          'ich finde dich',
          'ich weiss wo du wohnst',
          'bring dich um',
          'verreck',
          'geh sterben',
        ],
      },
      sexual: { phrases: ['schick nacktbilder', 'schick mir nacktbilder', 'lutsch meinen schwanz', 'bist du geil'] },
      insult: {
        stems:
          'arschloch arschlöcher hurensohn hurensöhne wichser fotze schlampe nutte hure idiot trottel vollidiot dummkopf penner drecksau',
        phrases: ['halt die fresse', 'halt das maul', 'halts maul', 'du bist dumm', 'verpiss dich', 'fick dich'],
      },
      profanity: { stems: 'scheiße scheiß scheisse fick ficken gefickt verfickt arsch kacke' },
      'self-harm': {
        phrases: [
          'mich umbringen',
          'bringe mich um',
          'bring mich um',
          'will sterben',
          'will nicht mehr leben',
          'mir das leben nehmen',
          'mich ritzen',
          'selbstmord',
          'suizid',
        ],
      },
    },
  },
  {
    language: 'es',
    endings: ['s', 'es', 'a', 'as', 'o', 'os'],
    words: {
      slur: { stems: 'maricón sudaca travelo' },
      threat: { phrases: ['te voy a matar', 'te mato', 'sé dónde vives', 'mátate', 'ojalá te mueras'] },
      sexual: { phrases: ['manda nudes', 'chúpamela', 'mándame fotos desnuda'] },
      insult: {
        stems: 'puta puto marica cabrón cabrona gilipollas pendejo zorra imbécil hijueputa idiota',
        phrases: [
          'hijo de puta',
          'hija de puta',
          'cállate la boca',
          'vete a la mierda',
          'eres inútil',
          'eres estúpida',
        ],
      },
      profanity: { stems: 'mierda joder coño verga chinga', phrases: ['me cago en'] },
      'self-harm': {
        phrases: ['quiero morir', 'quiero morirme', 'quitarme la vida', 'matarme', 'no quiero vivir', 'suicidio'],
      },
    },
  },
  {
    language: 'fr',
    endings: ['s', 'e', 'es', 'x'],
    words: {
      slur: { stems: 'négro bougnoule pédé tapette youpin bicot', phrases: ['sale arabe', 'sale noir', 'sale juif'] },
      threat: {
        phrases: [
          'je vais te tuer',
          'je vais te buter',
          'je sais où tu habites',
          'va crever',
          'tue toi',
          'suicide toi',
        ],
      },
      sexual: { phrases: ['envoie des nudes', 'suce ma bite', 'suce moi'] },
      insult: {
        stems: 'connard connasse salope enculé pute conne abruti crétin',
        phrases: [
          'ta gueule',
          'ferme ta gueule',
          'fils de pute',
          'nique ta mère',
          'va te faire foutre',
          'espèce de con',
        ],
      },
      profanity: { stems: 'merde putain bordel' },
      'self-harm': { phrases: ['me tuer', 'me suicider', 'envie de mourir', 'veux mourir', 'mettre fin à mes jours'] },
    },
  },
  {
    language: 'pt',
    endings: ['s', 'a', 'as'],
    words: {
      slur: { stems: 'viado sapatão' },
      threat: { phrases: ['vou te matar', 'sei onde você mora'] },
      sexual: { phrases: ['manda nudes', 'chupa meu pau'] },
      insult: {
        stems: 'filhadaputa vagabunda arrombado babaca otário',
        phrases: ['filho da puta', 'vai se foder', 'cala a boca'],
      },
      profanity: { stems: 'caralho porra foder' },
      'self-harm': { phrases: ['quero morrer', 'me matar', 'tirar minha vida'] },
    },
  },
  {
    language: 'ru',
    endings: ['а', 'и', 'у', 'ы', 'ой'],
    words: {
      slur: { stems: 'пидор пидорас чурка жид хач' },
      threat: { phrases: ['я тебя убью', 'убью тебя', 'убей себя', 'я знаю где ты живёшь'] },
      insult: { stems: 'сука мудак ублюдок шлюха дебил', phrases: ['иди нахуй', 'пошёл нахуй', 'заткнись'] },
      profanity: { stems: 'блядь блять хуй пизда ебать' },
      'self-harm': { phrases: ['хочу умереть', 'покончить с собой', 'убить себя'] },
    },
  },
];
