import { aLiveSession, anItem } from '../../testing/fake-room';
import { sayNames, sayNews } from './say-news';

const told = {
  nameOf: (id: string) => (id === 'ana' ? 'You' : 'Ben'),
  items: [anItem(), anItem({ id: 'work', title: 'Work' })],
};

describe('the news of a session', () => {
  it.each([
    ['a stage', { state: 'wrap', currentItemId: null }, 'The session is wrapping up.'],
    ['an item and its place', { currentItemId: 'work' }, 'Now: Work, item 2 of 2.'],
    ['nothing of an item that is not known', { currentItemId: 'new' }, ''],
    ['who leads', { hostId: 'ana' }, 'You lead now.'],
    ['nothing of who came', { joinedIds: ['ana', 'ben', 'cem'] }, ''],
  ] as const)('are %s', (_, change, words) =>
    expect(sayNews(aLiveSession(), { ...aLiveSession(), ...change, joinedIds: ['ana', 'ben'] }, told)).toBe(words),
  );

  it('name people as a sentence does', () => {
    expect(sayNames(['Cleo', 'Ann', 'Ben'])).toBe('Ann, Ben and Cleo');
    expect(sayNames(['Ann'])).toBe('Ann');
  });
});
