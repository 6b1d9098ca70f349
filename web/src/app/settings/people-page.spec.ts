import { TestBed } from '@angular/core/testing';
import { type Relations } from '@podmates/domain';
import { aCard, aMember, aPod, aProposal } from '../../testing/examples';
import { FakeBoundary } from '../../testing/fake-boundary';
import { show } from '../../testing/screen';
import { CallRefused } from '../firebase';
import { PeoplePage } from './people-page';

const someRelations = (over: Partial<Relations> = {}): Relations => ({
  id: 'ana',
  blocks: ['dora', 'eve'],
  reported: [],
  favourites: ['ben'],
  recent: [],
  version: 1,
  schemaVersion: 1,
  ...over,
});

let boundary: FakeBoundary;
beforeEach(() => {
  boundary = new FakeBoundary();
  boundary.member.next(aMember({ podId: 'p1' }));
  boundary.pod.next(aPod());
  boundary.earlierProposals.next([
    aProposal({ cards: [aCard({ id: 'dora', displayName: 'Dora Dunn' })] }),
    aProposal({ cards: [aCard({ id: 'dora', displayName: 'Dora of old' }), aCard({ displayName: 'Ben of old' })] }),
  ]);
  TestBed.configureTestingModule({ providers: boundary.providers() });
});
afterEach(() => document.body.replaceChildren());

describe('the lists of people', () => {
  it('say that they are empty', async () => {
    const text = (await show(PeoplePage)).text();
    expect(text).toContain('Nobody yet.');
    expect(text).toContain('Nobody.');
  });

  it('name people as the member met them last, and those it cannot name all the same', async () => {
    boundary.relations.next(someRelations());
    const screen = await show(PeoplePage);
    const names = [...screen.element.querySelectorAll('.name')].map(({ textContent }) => textContent);
    expect(names).toEqual(['Ben Okafor', 'Dora Dunn', 'A former podmate']);
  });

  it('let somebody go', async () => {
    boundary.relations.next(someRelations());
    const screen = await show(PeoplePage);
    await screen.press('Remove Ben Okafor');
    await screen.press('Unblock Dora Dunn');
    expect(boundary.asked).toEqual([
      { name: 'setFavourite', input: { memberId: 'ben', isFavourite: false } },
      { name: 'unblockMember', input: { memberId: 'dora' } },
    ]);
  });

  it('say the server’s words', async () => {
    boundary.relations.next(someRelations());
    boundary.refuse('unblockMember', new CallRefused('unavailable', 'You are offline.'));
    const screen = await show(PeoplePage);
    await screen.press('Unblock A former podmate');
    expect(screen.text()).toContain('You are offline.');
  });
});
