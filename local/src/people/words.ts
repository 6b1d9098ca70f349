type Words = readonly [string, ...string[]];

/** What demo people say. Plain and kind, as the product itself. */
export const HELLOS: Words = [
  'Hello both, good to meet you.',
  'Hi, glad this pod came together.',
  'Hello from my side of the world.',
];
export const SESSION_HELLOS: Words = [
  'Hello, here I am.',
  'Good to see you. Ready when you are.',
  'Hi all. I have the list open.',
];
export const REPLIES: Words = [
  'Sounds good to me.',
  'Thanks for saying so. I feel the same.',
  'Nice. See you at the session.',
  'I like that plan.',
];
export const CHEERS: Words = [
  'Done for today.',
  'That one was harder than it looked, but it is done.',
  'One more in the book.',
];
export const WINS: Words = [
  'Began on time',
  'Did the whole thing',
  'Got going although I was tired',
  'Found a steadier pace',
];
export const TWEAKS: Words = [
  'Pack the bag the evening before',
  'Begin ten minutes earlier',
  'Phone in another room',
  '',
];
export const NOTES: Readonly<Record<'win' | 'block' | 'next', Words>> = {
  win: ['Three out of three this week', 'The trigger worked twice', 'Asked for help early'],
  block: ['Late meetings on Wednesdays', 'Slept badly before the second one', 'Lost time choosing what to do'],
  next: [
    'Same days, half an hour earlier',
    'Write the first step down the evening before',
    'Ask Sunday how it is going',
  ],
};
