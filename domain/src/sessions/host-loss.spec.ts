import { HOST_NOTICE_MS, hostPresence } from './host-loss';
import { editorsByItem } from './presence';

const at = (seconds: number) => new Date(Date.UTC(2026, 5, 1, 18) + seconds * 1000);
const beat = (id: string, seconds: number, isHere = true) => ({ id, beatAt: at(seconds), isHere });
const shown = (beats: Parameters<typeof hostPresence>[0], agoSeconds = 0) =>
  hostPresence(beats, { hostId: 'ana', newestSeenAgoMs: agoSeconds * 1000 });

describe('a host', () => {
  it.each([
    ['is here by a fresh beat', [beat('ana', 0), beat('ben', 10)], 0, { kind: 'here' }],
    ['is here until 90 s without one', [beat('ana', 0), beat('ben', 90)], 0, { kind: 'here' }],
    ['is told of as away from then on', [beat('ana', 0), beat('ben', 91)], 0, { kind: 'notice', leftMs: 29_000 }],
    [
      '… also as time goes by on this device',
      [beat('ana', 0), beat('ben', 80)],
      20,
      { kind: 'notice', leftMs: 20_000 },
    ],
    ['may be taken over from 30 s later', [beat('ana', 0), beat('ben', 120)], 0, { kind: 'lost' }],
    [
      'who left by the door is told of at once',
      [beat('ana', 10, false), beat('ben', 10)],
      0,
      { kind: 'notice', leftMs: HOST_NOTICE_MS },
    ],
    [
      'who left by the door may be taken over 30 s later',
      [beat('ana', 0, false), beat('ben', 30)],
      0,
      { kind: 'lost' },
    ],
    ['who never came may be taken over', [beat('ben', 0)], 0, { kind: 'lost' }],
    ['who beats again is here again', [beat('ana', 130), beat('ben', 121)], 0, { kind: 'here' }],
  ] as const)('%s', (_, beats, ago, presence) => expect(shown(beats, ago)).toEqual(presence));
});

describe('who writes what', () => {
  it('is told of those present alone', () => {
    const editors = editorsByItem(
      [
        { id: 'cem', editing: 'x' },
        { id: 'ben', editing: 'x' },
        { id: 'dia', editing: 'y' },
        { id: 'ana', editing: null },
      ],
      ['ana', 'ben', 'cem'],
    );
    expect([...editors]).toEqual([['x', ['ben', 'cem']]]);
  });
});
