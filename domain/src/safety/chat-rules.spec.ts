import fc from 'fast-check';
import { LIMITS, SessionState } from '../documents';
import { afterOneMore, isChatOpen, readersOf } from './chat-rules';

const IDS = ['ana', 'ben', 'cai', 'dia'];
const someBlocks = fc.tuple(...IDS.map((id) => fc.subarray(IDS.filter((other) => other !== id))));
const saidBy = (blocks: readonly string[][]) => IDS.map((id, n) => ({ id, blocks: blocks[n] ?? [] }));

describe('who reads a message', () => {
  it('never includes either of a blocked pair for the other, and always its author', () => {
    fc.assert(
      fc.property(someBlocks, (blocks) => {
        const people = saidBy(blocks);
        for (const author of people) {
          const readers = readersOf(author, people);
          expect(readers).toContain(author.id);
          for (const other of people.filter(({ id }) => id !== author.id)) {
            const isParted = author.blocks.includes(other.id) || other.blocks.includes(author.id);
            expect(readers.includes(other.id)).toBe(!isParted);
          }
        }
      }),
    );
  });
});

describe('how much one member says', () => {
  const start = new Date('2026-03-02T08:00:00Z').getTime();
  it('is never more than the limit within any minute, and never less than a patient person says', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10_000 }), { maxLength: 120 }), (gaps) => {
        let now = start;
        let kept: Date[] = [];
        const sent: number[] = [];
        for (const gap of gaps) {
          now += gap;
          const next = afterOneMore(kept, new Date(now));
          const lastMinute = sent.filter((at) => now - at < 60_000);
          expect(next === null).toBe(lastMinute.length >= LIMITS.messagesPerMinute);
          if (next) {
            kept = next;
            sent.push(now);
          }
          expect(kept.length).toBeLessThanOrEqual(LIMITS.messagesPerMinute);
        }
      }),
    );
  });
});

it('opens the chat from the lobby to the wrap-up', () => {
  expect(SessionState.options.filter(isChatOpen)).toEqual(['lobby', 'live', 'wrap']);
});
