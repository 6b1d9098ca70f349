import { type MatchPreferences, NO_PREFERENCES } from '../documents';
import { problemsOfPreferences } from './preference-problems';

const pathsFor = (changes: Partial<MatchPreferences>) =>
  problemsOfPreferences({ ...NO_PREFERENCES, ...changes }).map(({ path }) => path);

describe('what a member wants of a pod', () => {
  it('is fine when it is nothing', () => expect(pathsFor({})).toEqual([]));

  it('needs a size', () => expect(pathsFor({ sizes: [] })).toEqual(['preferences.sizes']));

  it('names the own gender where the others should have the same', () => {
    expect(pathsFor({ comfort: 'same' })).toEqual(['preferences.gender']);
    expect(pathsFor({ comfort: 'same', gender: 'woman' })).toEqual([]);
    expect(pathsFor({ comfort: 'woman' })).toEqual([]);
  });
});
