import { type QuizResult } from '@podmates/domain';
import { NOW } from '../../../testing/examples';
import { FakeBoundary } from '../../../testing/fake-boundary';
import { aCoachDoc, aQuestion } from '../../../testing/fake-coach';
import { aLiveSession, FakeRoom } from '../../../testing/fake-room';
import { openRoom } from '../../../testing/room-screen';
import { type Screen } from '../../../testing/screen';

const SECOND = {
  question: 'What does Ana want to do next?',
  choices: ['Book the class', 'Sleep more'],
  answer: 0,
  noteIds: ['n2'],
};

const aResult = (over: Partial<QuizResult> = {}): QuizResult => ({
  id: 'ana',
  sessionId: 'se1',
  docVersion: 1,
  answers: [0, 0],
  score: 1,
  of: 2,
  answeredAt: NOW,
  schemaVersion: 1,
  ...over,
});

describe('questions on a session', () => {
  let boundary: FakeBoundary;
  let stored: FakeRoom;
  const open = (): Promise<Screen> => openRoom(boundary, stored);
  const quiz = (screen: Screen) =>
    (screen.element.querySelector('app-micro-quiz')?.textContent ?? '').replace(/\s+/g, ' ');

  beforeEach(() => {
    localStorage.clear();
    boundary = new FakeBoundary();
    stored = new FakeRoom();
    stored.session.next(aLiveSession({ state: 'done', currentItemId: null, timer: null }));
    stored.notes.next([
      { id: 'n1', authorId: 'ben', readerIds: [], kind: 'win', text: 'I ran 5 km in the rain', writtenAt: NOW },
      { id: 'n2', authorId: 'ana', readerIds: [], kind: 'next', text: 'Book the class on Tuesday', writtenAt: NOW },
    ]);
    stored.summary.next(aCoachDoc({ quiz: [aQuestion, SECOND] }));
  });
  afterEach(() => document.body.replaceChildren());

  it('are sent once each has an answer, in their order', async () => {
    const screen = await open();
    expect(quiz(screen)).toContain('Two questions on this session');
    expect((screen.act('See how I did') as HTMLButtonElement).disabled).toBe(true);
    screen.field('Sleep more').click();
    screen.field('Ben').click(); // before the page was drawn again
    await screen.settle();
    await screen.press('See how I did');
    expect(boundary.asked).toEqual([{ name: 'answerQuiz', input: { sessionId: 'se1', answers: [1, 1] } }]);
  });

  it('are scored, and each is explained by its note', async () => {
    stored.coach.quizResult.next(aResult());
    const words = quiz(await open());
    expect(words).toContain('1 of 2 right.');
    expect(words).toContain('You chose “You”.');
    expect(words).toMatch(/I ran 5 km in the rain\s?Ben Okafor/);
    expect(words).toMatch(/Book the class on Tuesday\s?You/);
  });

  it('can be skipped, and nothing follows', async () => {
    const screen = await open();
    await screen.press('Skip the questions');
    expect(boundary.asked).toEqual([{ name: 'answerQuiz', input: { sessionId: 'se1', answers: null } }]);
    stored.coach.quizResult.next(aResult({ answers: null, score: null }));
    await screen.settle();
    expect(quiz(screen)).toContain('You skipped these, and nothing follows from it.');
    expect(quiz(screen)).not.toContain('I ran 5 km');
  });

  it('are explained as they were asked, also when another version came meanwhile', async () => {
    const first = aCoachDoc({ quiz: [aQuestion, SECOND] });
    const second = aCoachDoc({ version: 2, quiz: [SECOND] });
    stored.coach.versions.next([second, first]);
    stored.summary.next(second);
    stored.coach.quizResult.next(aResult());
    const words = quiz(await open());
    expect(words).toContain('Two questions on this session');
    expect(words).toContain('You chose “You”.');
  });

  it('are left out where the notes hold none', async () => {
    stored.summary.next(aCoachDoc());
    expect(quiz(await open()).trim()).toBe('');
  });

  it('keep the choices and say so while offline', async () => {
    const screen = await open();
    screen.field('Ben').click();
    boundary.isOnline.set(false);
    await screen.settle();
    expect(quiz(screen)).toContain('Your choices stay here until you are back.');
    expect(screen.field('Ben').checked).toBe(true);
  });
});
