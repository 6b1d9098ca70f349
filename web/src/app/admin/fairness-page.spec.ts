import { TestBed } from '@angular/core/testing';
import { type FairnessReport } from '@podmates/domain';
import { FakeBoundary } from '../../testing/fake-boundary';
import { show } from '../../testing/screen';
import { CallRefused } from '../firebase';
import { FairnessPage } from './fairness-page';

const row = (group: string, medianHours: number, slowestTenthHours: number) => ({
  group,
  people: 12,
  waiting: 3,
  matched: 9,
  medianHours,
  slowestTenthHours,
});
const REPORT: FairnessReport = {
  asOf: '2026-11-24T11:30:00.000Z',
  byZone: [row('UTC+01:00', 5, 20), row('UTC+13:00', 30, 80)],
  byExperience: [row('1', 0.4, 6)],
  byStyle: [],
  leftOut: 4,
};

let boundary: FakeBoundary;
beforeEach(() => {
  boundary = new FakeBoundary();
  TestBed.configureTestingModule({ providers: boundary.providers() });
});
afterEach(() => document.body.replaceChildren());

describe('the fairness report', () => {
  it('draws median and slowest tenth of each group on one scale, and says them in words', async () => {
    boundary.answers.set('readMatchingFairness', () => REPORT);
    const screen = await show(FairnessPage);
    const text = screen.text();
    expect(text).toContain('As of Tuesday 24 November, 12:30. 4 people are in groups too small to show.');
    expect(text).toContain('UTC+13:00Median 30 h · slowest tenth 3.3 d 12 people: 9 matched, 3 waiting');
    expect(text).toContain('New to itMedian under 1 h · slowest tenth 6 h');
    expect(text).toContain('No group is large enough to be shown.');
    const widths = [...screen.element.querySelectorAll<HTMLElement>('.bar .slowest')].map(({ style }) => style.width);
    expect(widths).toEqual(['25%', '100%', '7.5%']);
  });

  it('is counted again on request, also after a refusal', async () => {
    boundary.refuse('readMatchingFairness', new CallRefused('unavailable', 'You are offline.'));
    const screen = await show(FairnessPage);
    boundary.answers.set('readMatchingFairness', () => REPORT);
    await screen.press('Try again');
    await screen.press('Count again');
    expect(boundary.asked).toHaveLength(3);
  });
});
