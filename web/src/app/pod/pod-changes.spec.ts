import { TestBed } from '@angular/core/testing';
import { aCard, aMember, aPod, aProposal, aQuestion, NOW } from '../../testing/examples';
import { FakeBoundary } from '../../testing/fake-boundary';
import { type Screen, show } from '../../testing/screen';
import { CallRefused } from '../firebase';
import { PodPage } from './pod-page';

const inHours = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
let boundary: FakeBoundary;
beforeEach(() => {
  boundary = new FakeBoundary();
  boundary.member.next(aMember({ podId: 'p1' }));
  boundary.pod.next(aPod());
  TestBed.configureTestingModule({ providers: boundary.providers() });
});
afterEach(() => document.body.replaceChildren());

const choose = async (screen: Screen, option: string): Promise<void> => {
  screen.element.querySelector<HTMLInputElement>(`input[value="${option}"]`)?.click();
  await screen.settle();
};

describe('a question', () => {
  it('says what it is about, until when, and what holds without an answer', async () => {
    boundary.questions.next([aQuestion()]);
    const text = (await show(PodPage)).text();
    expect(text).toContain('You are the last one here');
    expect(text).toContain('Your streak and your slots stay as they are.');
    expect(text).toContain('Closes in 20 h, Wednesday 25 November, 09:00.');
    expect(text).toContain('Without an answer by then we look for a podmate for you.');
  });

  it('sends the answer that was chosen, and none without a choice', async () => {
    boundary.questions.next([aQuestion()]);
    const screen = await show(PodPage);
    expect((screen.act('Answer') as HTMLButtonElement).disabled).toBe(true);
    await choose(screen, 'merge');
    await screen.press('Answer');
    expect(boundary.asked).toEqual([
      { name: 'answerPodDecision', input: { podId: 'p1', decisionId: 'q1', option: 'merge' } },
    ]);
  });

  it('to several shows who has answered and keeps mine, which can be changed', async () => {
    const asked = { askedIds: ['ana', 'ben'], answers: { ana: 'fill' as const } };
    const question = aQuestion({ kind: 'vacancy', options: ['fill', 'keep'], byDefault: 'keep', ...asked });
    boundary.questions.next([question]);
    const screen = await show(PodPage);
    expect(screen.text()).toContain('1 of 2 have answered. ');
    expect(screen.text()).toContain('Your answer is in.');
    await choose(screen, 'keep');
    await screen.press('Change my answer');
    expect(boundary.asked[0]?.input).toMatchObject({ option: 'keep' });
  });

  it('that closes first comes first', async () => {
    boundary.questions.next([
      aQuestion({ id: 'q1', expiresAt: inHours(9) }),
      aQuestion({ id: 'q2', kind: 'still-in', options: ['in', 'out'], byDefault: 'in', expiresAt: inHours(2) }),
    ]);
    const headings = [...(await show(PodPage)).element.querySelectorAll('app-pod-question h2')];
    expect(headings.map((heading) => heading.textContent)).toEqual(['Are you still in?', 'You are the last one here']);
  });

  it('whose time is over is not asked any more', async () => {
    boundary.questions.next([aQuestion({ expiresAt: NOW })]);
    expect((await show(PodPage)).text()).not.toContain('You are the last one here');
  });

  it('about a name that looks like markup shows it as text', async () => {
    const subjectName = '<img src=x onerror=alert(1)>';
    boundary.questions.next([
      aQuestion({ kind: 'go-along', options: ['stay', 'go-along'], byDefault: 'stay', subjectName }),
    ]);
    const screen = await show(PodPage);
    expect(screen.text()).toContain(`${subjectName} moves to another pod`);
    expect(screen.element.querySelector('img')).toBeNull();
  });

  it('that was closed meanwhile says so', async () => {
    boundary.questions.next([aQuestion()]);
    boundary.refuse('answerPodDecision', new CallRefused('failed-precondition', 'This question is closed.'));
    const screen = await show(PodPage);
    await choose(screen, 'solo');
    await screen.press('Answer');
    expect(screen.text()).toContain('This question is closed.');
  });
});

describe('the pod while it changes', () => {
  const search = { mode: 'refill' as const, since: NOW, until: inHours(72) };

  it('says that it looks for somebody, and who is asked', async () => {
    boundary.pod.next(aPod({ search }));
    const screen = await show(PodPage);
    expect(screen.text()).toContain('We look for somebody for Steady Otters');
    expect(screen.text()).toContain('We look until Friday 27 November, 13:00.');
    const cards = [aCard(), aCard({ id: 'zoe', displayName: 'Zoe' })];
    const answers = { ana: 'accepted' as const, ben: 'accepted' as const, zoe: 'waiting' as const };
    boundary.proposal.next(aProposal({ kind: 'refill', cards, answers }));
    await screen.settle();
    expect(screen.text()).toContain('Zoe is asked, and has until Wednesday 25 November, 09:00 to answer.');
  });

  it('asks the one who would move whether they want to', async () => {
    boundary.pod.next(aPod({ status: 'degraded', search: { ...search, mode: 'merge' } }));
    boundary.proposal.next(aProposal({ kind: 'merge', answers: { ana: 'waiting', ben: 'accepted' } }));
    const screen = await show(PodPage);
    await screen.press('Accept');
    expect(boundary.asked).toEqual([{ name: 'answerProposal', input: { proposalId: 'pr1', answer: 'accept' } }]);
  });

  it('says how it goes on alone, and that it is a starter pod', async () => {
    boundary.pod.next(aPod({ status: 'solo', memberIds: ['ana'] }));
    expect((await show(PodPage)).text()).toContain('You finish on your own, with the coach');
    boundary.pod.next(aPod({ lane: 'newcomer', trialEndsAt: inHours(50) }));
    expect((await show(PodPage)).text()).toContain('after three days each of you says whether you stay');
  });

  it('shows who is away', async () => {
    boundary.pod.next(aPod({ awayIds: ['ben'] }));
    expect((await show(PodPage)).text()).toContain('Away');
  });

  it('shows who is on a pause instead, as long as it lasts', async () => {
    const { cards } = aPod();
    const pauses = [{ from: inHours(-1), until: inHours(1) }];
    boundary.pod.next(aPod({ awayIds: ['ben'], cards: cards.map((card) => ({ ...card, pauses })) }));
    const screen = await show(PodPage);
    expect(screen.text()).toContain('On a pause');
    expect(screen.text()).not.toContain('Away');
  });
});

describe('leaving', () => {
  beforeEach(() => boundary.member.next(aMember({ podId: 'p1', activeSprintId: 's1' })));

  it('leads to no other pod without a sprint to find one by', async () => {
    boundary.member.next(aMember({ podId: 'p1' }));
    const screen = await show(PodPage);
    await screen.press('Leave the pod');
    expect(screen.hasAct('Leave and find another pod')).toBe(false);
  });

  it.each([
    ['Leave', false],
    ['Leave and find another pod', true],
  ])('asks once, says what stays, and then does it: %s', async (act, looksForAnother) => {
    const screen = await show(PodPage);
    await screen.press('Leave the pod');
    expect(screen.text()).toContain('Your streak, your slots and what you wrote stay.');
    await screen.press(act);
    expect(boundary.asked).toEqual([{ name: 'leavePod', input: { podId: 'p1', looksForAnother } }]);
  });

  it('can be thought over', async () => {
    const screen = await show(PodPage);
    await screen.press('Leave the pod');
    expect(document.activeElement?.textContent).toBe('Leave Steady Otters?');
    await screen.press('Stay');
    expect(document.activeElement).toBe(screen.act('Leave the pod'));
    expect(boundary.asked).toEqual([]);
  });

  it('by being away leaves a way back, as long as it lasts', async () => {
    const wayBack = { podId: 'p1', podName: 'Steady Otters', until: inHours(48) };
    boundary.member.next(aMember({ wayBack }));
    const screen = await show(PodPage);
    expect(screen.text()).toContain('Steady Otters goes on');
    await screen.press('Come back');
    expect(boundary.asked).toEqual([{ name: 'returnToPod', input: {} }]);
    boundary.member.next(aMember({ wayBack: { ...wayBack, until: NOW } }));
    await screen.settle();
    expect(screen.hasAct('Come back')).toBe(false);
  });
});

describe('a podmate', () => {
  const open = async (): Promise<Screen> => {
    const screen = await show(PodPage);
    await screen.press('More about Ben Okafor');
    return screen;
  };
  const again = (screen: Screen) => screen.act('Again with Ben Okafor').getAttribute('aria-pressed');

  it('can be somebody to meet again, and not any more', async () => {
    const screen = await open();
    expect(again(screen)).toBe('false');
    await screen.press('Again with Ben Okafor');
    expect(again(screen)).toBe('true');
    await screen.press('Again with Ben Okafor');
    expect(boundary.asked.map(({ input }) => input)).toEqual([
      { memberId: 'ben', isFavourite: true },
      { memberId: 'ben', isFavourite: false },
    ]);
  });

  it('stays who they were when the server would not have it', async () => {
    boundary.refuse('setFavourite', new CallRefused('resource-exhausted', 'You can keep 100 favourites.'));
    const screen = await open();
    await screen.press('Again with Ben Okafor');
    expect(again(screen)).toBe('false');
    expect(screen.text()).toContain('You can keep 100 favourites.');
  });

  it('is blocked after being asked once, with what follows', async () => {
    const screen = await open();
    await screen.press('Block Ben Okafor');
    expect(screen.text()).toContain('nobody learns why');
    await screen.press('Do not block');
    await screen.press('Block Ben Okafor');
    await screen.press('Block Ben Okafor now');
    expect(boundary.asked).toEqual([{ name: 'blockMember', input: { memberId: 'ben' } }]);
  });

  it('is not oneself', async () => {
    expect((await show(PodPage)).hasAct('More about Ana Silva')).toBe(false);
  });
});
