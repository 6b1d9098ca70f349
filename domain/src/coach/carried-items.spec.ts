import { carriedItems } from './carried-items';
import { type CoachNoteKind } from './coach-file';
import { aMember, anItem, aSession, someNotes } from './example-coach-session';
import { readableNotes } from './readable-notes';

const NAMES = new Map([['ana', 'Ana'], ['ben', 'Ben']]); // prettier-ignore

function isCarried(item: string, ...said: readonly (readonly [CoachNoteKind, string])[]): boolean {
  const notes = someNotes(...said.map(([kind, text]) => ['ana', kind, text] as const));
  return carriedItems([anItem('i1', 'ana', item)], readableNotes(aSession({ notes })).notes, NAMES).length === 1;
}

describe('an open item is done', () => {
  it.each([
    ['Book a trainer', 'win', 'Booked the trainer for Thursday'],
    ['Book a trainer', 'note', 'trainer is sorted, finally'],
    ['Buy running shoes', 'note', 'got new shoes'],
    ['Call the gym about the contract', 'note', 'Phoned the gym, contract is fine'],
    ['Write the weights down', 'note', 'wrote the wieghts down'],
    ['Train three times', 'win', 'Trained three times'],
    ['Keep a log of failed prompts', 'win', 'Logged all failed prompts'],
    ['Trainingsplan ausdrucken', 'note', 'Hab den Trainingsplan ausgedruckt'],
    ['Comprar una botella', 'note', 'Por fin compré la botella'],
    ['Acheter une gourde', 'note', 'J’ai acheté la gourde'],
    ['Refactor the payment prompt', 'note', 'Split the payment prompt in two'],
    ['Record the error rate', 'note', 'Error rate: 4 of 50'],
    ['Use the stairs at work', 'note', 'Stairs every single day'],
    ['Try the model on an old file', 'note', 'I did try it on two files'],
    ['Stretch daily', 'note', 'all my open items are done'],
    ['Sign the contract', 'note', 'dropping the contract idea'],
  ] as const)('%j by %s %j', (item, kind, text) => expect(isCarried(item, [kind, text])).toBe(false));

  it('and stays done when a next step speaks of it', () =>
    expect(isCarried('Cook on Sunday', ['win', 'Cooked on Sunday'], ['next', 'Cook double on Sunday'])).toBe(false));
});

describe('an open item stays open', () => {
  it.each([
    ['Book a trainer', 'note', 'I have not booked the trainer'],
    ['Book a trainer', 'block', 'The trainer never booked me in'],
    ['Book a trainer', 'next', 'Book the trainer on Monday'],
    ['Book a trainer', 'note', 'I will book the trainer'],
    ['Book a trainer', 'win', 'Ran 5 km'],
    ['Train three times', 'win', 'Trained twice'],
    ['Finish the course', 'note', 'did half of the course'],
    ['Read the chapter', 'note', 'started the chapter'],
    ['Refactor the payment prompt', 'note', 'The payment prompt is long'],
    ['Handschuhe kaufen', 'note', 'Handschuhe habe ich nicht gekauft'],
    ['Book a trainer', 'note', ''],
  ] as const)('%j by %s %j', (item, kind, text) => expect(isCarried(item, [kind, text])).toBe(true));

  it('when it was done and undone again', () =>
    expect(isCarried('Book the physio', ['win', 'Physio is booked'], ['note', 'Physio cancelled on me'])).toBe(true));

  it('when another speaks of the same of themselves, but not when they name its member', () => {
    const carried = (text: string) =>
      carriedItems([anItem('i1', 'ana', 'Return the belt')], readableNotes(aSession({ notes: someNotes(['ben', 'note', text]) })).notes, NAMES); // prettier-ignore
    expect(carried('I returned the belt')).toHaveLength(1);
    expect(carried('Ana returned the belt')).toHaveLength(0);
  });

  it('when the coach may not read what its member wrote', () => {
    const session = aSession({ members: [aMember('ana', { aiConsent: false })], notes: someNotes(['ana', 'win', 'Booked the trainer']) }); // prettier-ignore
    expect(carriedItems([anItem('i1', 'ana', 'Book a trainer')], readableNotes(session).notes, NAMES)).toHaveLength(1);
  });
});
