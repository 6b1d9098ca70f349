import fc from 'fast-check';
import { verdict, voteEnd, withAnswer } from './verdict';

const IDS = ['ana', 'ben', 'cem', 'dora'];
const votes = fc
  .record({ size: fc.integer({ min: 1, max: 4 }), said: fc.array(fc.constantFrom('yes', 'no', ''), { minLength: 4 }) })
  .map(({ size, said }) => {
    const memberIds = IDS.slice(0, size);
    const who = (answer: string) => memberIds.filter((_, n) => said[n] === answer);
    return { memberIds, agreedBy: who('yes'), declinedBy: who('no') };
  });
const cases = fc.record({ vote: votes, awayIds: fc.subarray(IDS) });

describe('a vote', () => {
  it('is decided once everybody who is here has answered, so that nobody can hold it up', () =>
    fc.assert(
      fc.property(cases, ({ vote, awayIds }) => {
        const answered = [...vote.agreedBy, ...vote.declinedBy];
        const isEverybodyHeard = vote.memberIds.every((id) => answered.includes(id) || awayIds.includes(id));
        if (isEverybodyHeard) expect(verdict(vote, { ...vote, awayIds })).not.toBe('open');
      }),
    ));

  it('is carried by more than half of those who are here or answered, and by nothing less', () =>
    fc.assert(
      fc.property(cases, ({ vote, awayIds }) => {
        const silent = vote.memberIds.filter((id) => ![...vote.agreedBy, ...vote.declinedBy].includes(id));
        const against = vote.declinedBy.length + silent.filter((id) => !awayIds.includes(id)).length;
        expect(verdict(vote, { ...vote, awayIds }) === 'agreed').toBe(vote.agreedBy.length > against);
      }),
    ));

  it('is declined only when the answers that are missing could not carry it', () =>
    fc.assert(
      fc.property(cases, ({ vote, awayIds }) => {
        if (verdict(vote, { ...vote, awayIds }) !== 'declined' || vote.agreedBy.length === 0) return;
        const silent = vote.memberIds.filter((id) => ![...vote.agreedBy, ...vote.declinedBy].includes(id));
        const here = silent.filter((id) => !awayIds.includes(id));
        const best = here.reduce((sofar, id) => withAnswer(sofar, id, 'agree'), vote);
        expect(verdict(best, { ...vote, awayIds })).not.toBe('agreed');
      }),
    ));

  it('ends after a day, or at the first of its limits', () => {
    const now = new Date('2026-06-01T12:00:00Z');
    const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
    expect(voteEnd(now)).toEqual(later(24));
    expect(voteEnd(now, later(30), later(20))).toEqual(later(20));
  });
});
