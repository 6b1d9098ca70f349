import * as fc from 'fast-check';
import { DomainError } from '../contracts';
import { type SessionState, type VideoEvent, VideoRoomName } from '../documents';
import { noRelations } from '../matching';
import { aSession } from './example-session';
import { inVideo, NO_VIDEO_NOW, videoEntry, videoRoomName, withVideo } from './video-room';

const now = new Date('2026-06-01T18:10:00Z');
const room = { kind: 'room', name: 'room-of-session1' } as const;
const link = { kind: 'link', url: 'https://zoom.us/j/1' } as const;
const refusalOf = (act: () => unknown) => {
  try {
    return act();
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, message: error.message };
    throw error;
  }
};

describe('the name of a video room (row 6.5)', () => {
  it('is made of two fresh ids, so of more than 128 random bits, as the service writes names', () => {
    const ids = ['0B0E6C9E-9D11-4E44-9A1F-3B0F6C1B4D11', '1f4c2a7e-3b58-4d6a-8f2e-7c9d5a0b6e33'];
    const name = videoRoomName(() => ids.pop() ?? '');
    expect(name).toBe('1f4c2a7e-3b58-4d6a-8f2e-7c9d5a0b6e33-0b0e6c9e-9d11-4e44-9a1f-3b0f6c1b4d11');
    expect(VideoRoomName.safeParse(name).success).toBe(true);
  });
});

describe('the way into a video room', () => {
  const blocking = (id: string, blocks: string[]) => ({ ...noRelations(id), blocks });
  const enter = (over: Partial<Parameters<typeof videoEntry>[1]> = {}, session = aSession({ state: 'live' })) =>
    videoEntry(session, { memberId: 'ana', presentIds: ['ana', 'ben'], said: noRelations, now, ...over });

  it('is open to a member until half an hour after the planned end', () =>
    expect(enter()).toEqual({
      roomName: 'room-of-session1',
      displayName: 'Ana',
      isHost: true,
      from: new Date('2026-06-01T18:09:00Z'),
      until: new Date('2026-06-01T19:20:00Z'),
    }));

  it('makes nobody but the host a moderator', () => expect(enter({ memberId: 'ben' }).isHost).toBe(false));

  it('lasts half an hour from now in a session that runs over', () =>
    expect(enter({ now: new Date('2026-06-01T19:00:00Z') }).until).toEqual(new Date('2026-06-01T19:30:00Z')));

  it('is not there for anybody else', () =>
    expect(refusalOf(() => enter({ memberId: 'eve' }))).toMatchObject({ code: 'not-found' }));

  const states: [SessionState, boolean][] = [
    ['draft', false],
    ['scheduled', false],
    ['lobby', true],
    ['live', true],
    ['wrap', true],
    ['done', false],
    ['cancelled', false],
    ['no-quorum', false],
  ];
  it.each(states)('while the session is %s: %s', (state, isOpen) =>
    expect('code' in (refusalOf(() => enter({}, aSession({ state }))) as object)).toBe(!isOpen),
  );

  it.each([
    ['who blocked somebody there', { said: (id: string) => blocking(id, id === 'ana' ? ['ben'] : []) }, true],
    ['whom somebody there blocked', { said: (id: string) => blocking(id, id === 'ben' ? ['ana'] : []) }, true],
    [
      'who reported somebody there',
      { said: (id: string) => ({ ...noRelations(id), reported: id === 'ana' ? ['ben'] : [] }) },
      true,
    ],
    ['who blocked somebody who is away', { said: (id: string) => blocking(id, id === 'ana' ? ['cem'] : []) }, false],
    ['whom somebody blocked who is away', { said: (id: string) => blocking(id, id === 'cem' ? ['ana'] : []) }, false],
    ['of two others who are apart', { said: (id: string) => blocking(id, id === 'ben' ? ['cem'] : []) }, false],
  ])('to one %s, closed: %s', (_who, over, isClosed) => {
    const answer = refusalOf(() => enter(over));
    if (isClosed) expect(answer).toEqual({ code: 'failed-precondition', message: NO_VIDEO_NOW });
    else expect(answer).toHaveProperty('roomName');
  });

  it('says the same of a block as of a session without a room (behaviour 35)', () => {
    for (const video of [null, link])
      expect(refusalOf(() => enter({}, aSession({ state: 'live', video })))).toEqual({
        code: 'failed-precondition',
        message: NO_VIDEO_NOW,
      });
  });
});

describe('who is in the video room', () => {
  const event = (
    memberId: string,
    kind: 'joined' | 'left',
    second: number,
  ): Pick<VideoEvent, 'memberId' | 'kind' | 'at'> => ({
    memberId,
    kind,
    at: new Date(now.getTime() + second * 1000),
  });

  it('is who came last and has not left', () =>
    expect(inVideo([event('ben', 'joined', 0), event('ana', 'joined', 1), event('ben', 'left', 2)])).toEqual(['ana']));

  it('is who came again', () =>
    expect(inVideo([event('ana', 'joined', 5), event('ana', 'left', 2), event('ana', 'joined', 0)])).toEqual(['ana']));

  it('is nobody who came and left in one instant', () =>
    expect(inVideo([event('ana', 'left', 1), event('ana', 'joined', 1)])).toEqual([]));

  it('is the same in every order and however often an event comes', () => {
    const any = fc.record({
      memberId: fc.constantFrom('ana', 'ben', 'cem'),
      kind: fc.constantFrom('joined' as const, 'left' as const),
      second: fc.integer({ min: 0, max: 6 }),
    });
    const shuffled = fc
      .array(any, { minLength: 1, maxLength: 12 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })));
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        const inOrder = all.map(({ memberId, kind, second }) => event(memberId, kind, second));
        expect(inVideo(other.map(({ memberId, kind, second }) => event(memberId, kind, second)))).toEqual(
          inVideo(inOrder),
        );
      }),
    );
  });
});

describe('another place for the video of a session (row 6.6)', () => {
  it('is set by any member, one version on', () =>
    expect(withVideo(aSession(), link, 'ben')).toMatchObject({ video: link, version: 2 }));

  it('changes nothing when it is there', () => {
    const session = aSession({ video: link });
    expect(withVideo(session, { ...link }, 'ben')).toBe(session);
    expect(withVideo(aSession(), { ...room, name: 'another-room' }, 'ben')).toEqual(aSession());
  });

  it('can be the room again, under a new name', () =>
    expect(withVideo(aSession({ video: link }), room, 'ben').video).toEqual(room));

  it('gives a session from before a room', () =>
    expect(withVideo(aSession({ video: null }), room, 'ben').video).toEqual(room));

  it('is not a stranger’s to set, nor after the end', () => {
    expect(refusalOf(() => withVideo(aSession(), link, 'eve'))).toMatchObject({ code: 'permission-denied' });
    for (const state of ['done', 'cancelled', 'no-quorum'] as const)
      expect(refusalOf(() => withVideo(aSession({ state }), link, 'ana'))).toMatchObject({
        code: 'failed-precondition',
      });
  });
});
