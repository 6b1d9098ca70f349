import { TestBed } from '@angular/core/testing';
import { FakeBoundary } from '../../testing/fake-boundary';
import { show } from '../../testing/screen';
import { Settings } from './settings';

describe('the settings', () => {
  const hasFairness = async (isModerator: boolean) => {
    const boundary = new FakeBoundary();
    boundary.isModerator = isModerator;
    TestBed.configureTestingModule({ providers: boundary.providers() });
    return (await show(Settings)).hasAct('Fairness');
  };

  it('lead moderators to their pages', async () => expect(await hasFairness(true)).toBe(true));

  it('do not speak of those to others', async () => expect(await hasFairness(false)).toBe(false));
});
