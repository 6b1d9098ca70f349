import { TestBed } from '@angular/core/testing';
import { type Review } from '@podmates/domain';
import { inHours, NOW } from '../../testing/examples';
import { FakeBoundary } from '../../testing/fake-boundary';
import { show } from '../../testing/screen';
import { CallRefused } from '../firebase';
import { ReviewsPage } from './reviews-page';

const aReview = (over: Partial<Review> = {}): Review => ({
  id: 'c1:r1',
  reviewerId: 'ana',
  kind: 'image',
  track: 'gym',
  status: 'done',
  cause: 'podmate',
  reasons: ['another-day'],
  state: 'waiting',
  answer: null,
  askedAt: NOW,
  until: inHours(24),
  version: 1,
  schemaVersion: 1,
  ...over,
});

describe('the page of second looks', () => {
  let boundary: FakeBoundary;
  beforeEach(() => {
    boundary = new FakeBoundary();
    URL.createObjectURL = () => 'blob:photo';
    URL.revokeObjectURL = () => undefined;
    TestBed.configureTestingModule({ providers: boundary.providers() });
  });
  afterEach(() => document.body.replaceChildren());

  it('asks a plain question, with the reason and the proof, and no name', async () => {
    boundary.reviews.next([aReview()]);
    boundary.answers.set('openProof', () => ({ kind: 'image', contentType: 'image/webp', base64: btoa('pixels') }));
    const screen = await show(ReviewsPage);
    expect(screen.text()).toContain('Does it show training?');
    expect(screen.text()).toContain('It may be from another day');
    await screen.press('See the photo');
    expect(boundary.asked).toEqual([{ name: 'openProof', input: { reviewId: 'c1:r1' } }]);
    expect(screen.element.querySelector('img')?.alt).toBe('The photo to look at');
  });

  it.each([
    ['It shows it', 'shows-it'],
    ['I do not see it', 'does-not'],
    ['Pass to somebody else', 'pass'],
  ])('takes the answer "%s"', async (name, answer) => {
    boundary.reviews.next([aReview()]);
    const screen = await show(ReviewsPage);
    await screen.press(name);
    expect(boundary.asked).toEqual([{ name: 'answerReview', input: { reviewId: 'c1:r1', answer } }]);
  });

  it('says so when it is over', async () => {
    boundary.reviews.next([aReview({ cause: 'audit', reasons: [] })]);
    boundary.refuse('answerReview', new CallRefused('failed-precondition', 'This review is over.'));
    const screen = await show(ReviewsPage);
    expect(screen.text()).toContain('It was drawn by chance; nobody asked.');
    await screen.press('It shows it');
    expect(screen.text()).toContain('This review is over.');
  });

  it('is where one says whether one wishes to be asked', async () => {
    const screen = await show(ReviewsPage);
    expect(screen.text()).toContain('Nothing waits for you');
    await screen.press('Be asked for second looks');
    expect(boundary.asked).toEqual([{ name: 'setReviewing', input: { isWilling: true } }]);
    boundary.reviewer.next({
      id: 'ana',
      isWilling: true,
      draw: 0.5,
      openIds: [],
      askedAt: [],
      version: 1,
      schemaVersion: 1,
    });
    await screen.settle();
    expect(screen.hasAct('Stop being asked')).toBe(true);
  });

  it('offers another try when a listener ended', async () => {
    boundary.isBroken = true;
    const screen = await show(ReviewsPage);
    boundary.isBroken = false;
    await screen.press('Try again');
    expect(screen.text()).toContain('Nothing waits for you');
  });
});
