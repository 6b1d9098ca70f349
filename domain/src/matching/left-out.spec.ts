import { aCandidate } from './example-people';
import { noteLeftOut } from './left-out';

const nobody = new Set<string>();

describe('what a round notes of those it left out', () => {
  const ana = aCandidate('ana');
  const ben = aCandidate('ben', { leftOut: 2 });
  const far = aCandidate('far', { hours: [100, 101] });

  it('counts one more for whoever could have been with somebody who waited', () =>
    expect(noteLeftOut([ana, ben, far], { asked: nobody, grouped: nobody })).toEqual([
      { memberId: 'ben', times: 3 },
      { memberId: 'ana', times: 1 },
    ]));

  it('forgets whoever was asked', () =>
    expect(noteLeftOut([ana, ben], { asked: new Set(['ben']), grouped: new Set(['ben']) })).toEqual([
      { memberId: 'ana', times: 1 },
    ]));

  it('keeps the count of those who had nobody, and of those whose group fell apart', () => {
    const people = [ana, ben, { ...far, leftOut: 1 }];
    expect(noteLeftOut(people, { asked: new Set(['ana']), grouped: new Set(['ana', 'ben']) })).toEqual([
      { memberId: 'ben', times: 2 },
      { memberId: 'far', times: 1 },
    ]);
  });

  it('counts nobody as company whom a block keeps apart', () =>
    expect(noteLeftOut([ana, { ...ben, blocks: ['ana'] }], { asked: nobody, grouped: nobody })).toEqual([
      { memberId: 'ben', times: 2 },
    ]));
});
