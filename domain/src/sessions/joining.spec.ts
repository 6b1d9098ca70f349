import { type DomainError } from '../contracts';
import { aSession } from './example-session';
import { checkCompany, comesIn, inRoom, NO_JOIN_NOW } from './joining';

const NOW = new Date('2026-06-01T18:05:00Z');
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000);
const beat = (id: string, isHere = true) => ({ id, isHere });
const session = aSession({
  state: 'live',
  joinedIds: ['ana', 'ben'],
  joinedAt: { ana: ago(600), ben: ago(30) },
});
const people = { presentIds: [], inVideoIds: [], beats: [], now: NOW };

describe('who is in the room', () => {
  it.each([
    ['whoever joined a moment ago', {}, ['ben']],
    ['not whoever left since', { beats: [beat('ben', false)] }, []],
    ['whoever joined and beats', { presentIds: ['ana', 'ben'], beats: [beat('ana'), beat('ben')] }, ['ana', 'ben']],
    ['not whoever only stands before the door', { presentIds: ['cem'], beats: [beat('cem')] }, ['ben']],
    ['everybody in the video', { inVideoIds: ['cem', 'ben'] }, ['ben', 'cem']],
  ])('is %s', (_what, over, ids) => expect(inRoom(session, { ...people, ...over })).toEqual(ids));

  it('is, after a minute and a half without a beat, nobody', () =>
    expect(inRoom({ ...session, joinedAt: { ben: ago(91) } }, people)).toEqual([]));
});

describe('coming in', () => {
  it.each([
    ['join', 'ana', true],
    ['join', 'cem', true],
    ['start', 'cem', true],
    ['take-over', 'cem', true],
    ['take-over', 'ana', false],
    ['wrap', 'cem', false],
  ] as const)('is what %s of %s does: %s', (kind, memberId, does) =>
    expect(comesIn(session, kind, memberId)).toBe(does),
  );

  const said = (blocks: Readonly<Record<string, readonly string[]>>) => (id: string) => ({
    id,
    blocks: blocks[id] ?? [],
  });
  it.each([
    ['somebody they blocked', said({ cem: ['ana'] })],
    ['somebody who blocked them', said({ ana: ['cem'] })],
  ])('is refused beside %s, in the words of every such refusal', (_whom, relations) => {
    const refused = (): DomainError | null => {
      try {
        checkCompany('cem', ['ana', 'ben'], relations);
        return null;
      } catch (error) {
        return error as DomainError;
      }
    };
    expect(refused()).toMatchObject({ code: 'failed-precondition', message: NO_JOIN_NOW });
    expect(() => checkCompany('cem', ['ben', 'cem'], relations)).not.toThrow();
  });
});
