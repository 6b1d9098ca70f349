import { TestBed } from '@angular/core/testing';
import { type ChallengeRecord } from '@podmates/domain';
import { aCard, aFeedEvent, aMember, aPod, inHours } from '../../testing/examples';
import { FakeBoundary } from '../../testing/fake-boundary';
import { type Screen, show } from '../../testing/screen';
import { CallRefused } from '../firebase';
import { PodPage } from './pod-page';

const CHEER = 'Cheer for Ben Okoye';
const NUDGE = 'Nudge Ben Okafor';
const LOOK = 'Ask for a second look at what Ben Okoye sent';

describe('what podmates say to one another’s check-ins', () => {
  let boundary: FakeBoundary;
  const open = (): Promise<Screen> => show(PodPage);
  const asked = (name: string) => boundary.asked.filter((call) => call.name === name).map(({ input }) => input);

  beforeEach(() => {
    localStorage.clear();
    boundary = new FakeBoundary();
    boundary.member.next(aMember({ podId: 'p1' }));
    boundary.pod.next(aPod({ cards: [aCard({ id: 'ana', displayName: 'Ana Silva' }), aCard()] }));
    boundary.feed.next([aFeedEvent({ proof: { slotId: 's9_0', kind: 'image' } })]);
    TestBed.configureTestingModule({ providers: boundary.providers() });
  });
  afterEach(() => document.body.replaceChildren());

  it('counts cheers and says whose they are, one’s own at once', async () => {
    boundary.feed.next([aFeedEvent({ cheers: ['cem', 'dee'] })]);
    boundary.pod.next(aPod({ cards: [aCard(), aCard({ id: 'cem', displayName: 'Cem' })] }));
    const screen = await open();
    expect(screen.text()).toContain('2 cheers: Cem, a podmate');
    await screen.press(CHEER);
    expect(asked('cheer')).toEqual([{ podId: 'p1', eventId: 'f1', isCheered: true }]);
    expect(screen.text()).toContain('3 cheers: Cem, a podmate, you');
    expect(screen.act(CHEER).getAttribute('aria-pressed')).toBe('true');
    await screen.press(CHEER);
    expect(screen.text()).toContain('2 cheers: Cem, a podmate');
  });

  it('takes a cheer back that did not arrive', async () => {
    boundary.refuse('cheer', new CallRefused('unavailable', 'No answer.'));
    const screen = await open();
    await screen.press(CHEER);
    expect(screen.text()).toContain('The cheer did not arrive.');
    expect(screen.text()).not.toContain('1 cheer');
  });

  it('offers no cheer and no second look for one’s own', async () => {
    boundary.feed.next([
      aFeedEvent({ memberId: 'ana', memberName: 'Ana Silva', proof: { slotId: 's1', kind: 'text' } }),
    ]);
    const screen = await open();
    expect(screen.text()).not.toContain('Cheer');
    expect(screen.text()).not.toContain('Ask for a second look');
  });

  it.each([
    ['sent', 'Ben Okafor gets one quiet note.'],
    ['already', 'Once a day is enough; tomorrow is another.'],
    ['nothing-open', 'Nothing of Ben Okafor’s waits right now.'],
  ])('says what became of a nudge: %s', async (state, words) => {
    boundary.answers.set('nudge', () => ({ state }));
    const screen = await open();
    await screen.press(NUDGE);
    expect(asked('nudge')).toEqual([{ podId: 'p1', memberId: 'ben' }]);
    expect(screen.text()).toContain(words);
  });

  it('mutes the nudges of a podmate, who is not told', async () => {
    const screen = await open();
    await screen.press('More about Ben Okafor');
    await screen.settle();
    await screen.press('Mute nudges of Ben Okafor');
    expect(asked('muteNudges')).toEqual([{ memberId: 'ben', isMuted: true }]);
    expect(screen.text()).toContain('Nudges of Ben Okafor do not reach you');
  });

  it('asks for a second look with a reason, and says what became of it to who asked', async () => {
    const become = (state: ChallengeRecord['asked'][number]['state']) =>
      boundary.challengeRecord.next({
        id: 'ana',
        asked: [{ slotId: 's9_0', at: inHours(0), state }],
        version: 1,
        schemaVersion: 1,
      });
    boundary.answers.set('challengeProof', () => {
      become('open');
      return {};
    });
    const screen = await open();
    await screen.press(LOOK);
    expect(screen.text()).toContain('Nobody is told who asked');
    await screen.press('Ask');
    expect(screen.text()).toContain('Choose what you wonder about.');
    await screen.tick('It may be from another day');
    await screen.press('Ask');
    expect(asked('challengeProof')).toEqual([{ slotId: 's9_0', reasons: ['another-day'] }]);
    expect(screen.text()).toContain('People outside the pod are looking');
    expect(screen.hasAct(LOOK)).toBe(false);
    become('upheld');
    await screen.settle();
    expect(screen.text()).toContain('two people do not see it in the proof');
  });

  it('gives the server’s words when it cannot be asked for', async () => {
    boundary.refuse('challengeProof', new CallRefused('resource-exhausted', 'Another is possible later.'));
    const screen = await open();
    await screen.press(LOOK);
    await screen.tick('I cannot make out what it shows');
    await screen.press('Ask');
    expect(screen.text()).toContain('Another is possible later.');
  });

  it('does not offer it a day later, or without a file', async () => {
    boundary.feed.next([
      aFeedEvent({ proof: { slotId: 's9_0', kind: 'image' }, at: inHours(-24) }),
      aFeedEvent({ id: 'f2' }),
    ]);
    expect((await open()).hasAct(LOOK)).toBe(false);
  });
});
