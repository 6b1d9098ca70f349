import { CoachAction, CoachDoc, type SessionNote } from '../documents';
import { aSession } from '../sessions/example-session';
import { isUntouched, plannedItems } from './agenda-items';
import { anAction, systemItem } from './example-documents';
import { actionsToKeep, readyDoc, suggestionsFor, workingDoc } from './kept-session';
import { runCoach } from './run-coach';
import { apartIds, coachSessionOf, type SessionFacts } from './session-facts';

const now = new Date('2026-06-01T19:00:00Z');
const note = (id: string, authorId: string, text: string): SessionNote => ({
  id,
  authorId,
  readerIds: ['ana', 'ben'],
  kind: 'next',
  text,
  writtenAt: now,
});
const facts = (fields: Partial<SessionFacts> = {}): SessionFacts => ({
  session: aSession({ state: 'done', joinedIds: ['ana', 'ben'] }),
  notes: [note('n1', 'ana', 'Book the trainer on Monday'), note('n2', 'cem', 'Swim on Thursday')],
  silentIds: [],
  hereIds: ['ana', 'ben'],
  streaks: [],
  openActions: [],
  missedSince: new Date('2026-05-25T18:00:00Z'),
  ...fields,
});
const draft = (member: string, text: string) => ({ member, text, cites: ['n1'], checklist: ['Done'] });

describe('what the coach is told of a session', () => {
  it('holds nothing that a silent member, or somebody who is gone, has written', () => {
    const notes = [...facts().notes, note('n3', 'zoe', 'Run on Sunday')];
    const asked = coachSessionOf(facts({ notes, silentIds: ['cem'] }));
    expect(asked.notes.map(({ id }) => id)).toEqual(['n1']);
    expect(asked.members.find(({ id }) => id === 'cem')).toMatchObject({ aiConsent: false, present: false });
  });

  it('counts the misses of the last days alone, and tells what is open since when', () => {
    const day = (seq: number, label: string, state: 'missed' | 'done') => ({
      slotId: `s${seq}`,
      seq,
      label,
      state,
      reason: '',
      lengthAfter: 0,
    });
    const days = [day(0, '2026-05-20', 'missed'), day(1, '2026-05-27', 'missed'), day(2, '2026-05-29', 'done')];
    const streak = { id: 'ana', sprintId: 's', current: 4, best: 4, lateCount: 0, freezeTokens: 0, version: 1 };
    const asked = coachSessionOf(
      facts({
        streaks: [{ ...streak, days, schemaVersion: 3, updatedAt: now }],
        openActions: [
          anAction({ answeredAt: new Date('2026-05-26T10:00:00Z') }),
          anAction({ id: 'x', memberId: 'zoe' }),
        ],
      }),
    );
    expect(asked.members[0]).toMatchObject({ id: 'ana', streak: 4, missed: 1 });
    expect(asked.openItems).toEqual([{ id: 'action1', member: 'ana', text: 'Book the trainer', since: '2026-05-26' }]);
  });

  it('keeps two apart whoever of them blocked the other', () => {
    const blocks: Record<string, string[]> = { ana: ['cem'], zoe: ['ben'] };
    expect(apartIds(['ana', 'ben', 'cem'], (id) => blocks[id] ?? [])).toEqual(['ana', 'cem']);
  });
});

describe('what is kept of a session', () => {
  const kept = (p: Partial<Parameters<typeof actionsToKeep>[1]>) =>
    actionsToKeep(aSession(), {
      drafts: [],
      suggestions: [],
      hereIds: ['ana', 'ben'],
      idOf: (memberId, n) => `${memberId}-${n}`,
      now,
      ...p,
    });

  it('has two steps of a member at most, whatever the coach said, and none of a stranger', () => {
    const drafts = [draft('ana', 'One'), draft('ana', 'Two'), draft('ana', 'Three'), draft('zoe', 'Four')];
    expect(kept({ drafts }).map(({ id, text }) => [id, text])).toEqual([
      ['ana-0', 'One'],
      ['ana-1', 'Two'],
    ]);
    for (const action of kept({ drafts })) expect(CoachAction.parse(action)).toEqual(action);
  });

  it('only suggests to those who were away', () => {
    const actions = kept({ drafts: [draft('cem', 'Run')], suggestions: [draft('cem', 'Swim'), draft('ana', 'Row')] });
    expect(actions.map(({ memberId, text, status }) => [memberId, text, status])).toEqual([
      ['cem', 'Swim', 'suggested'],
    ]);
    expect(suggestionsFor(coachSessionOf(facts()), 1)).toMatchObject([{ member: 'cem', text: 'Swim on Thursday' }]);
    expect(suggestionsFor(coachSessionOf(facts({ hereIds: ['ana', 'ben', 'cem'] })), 1)).toEqual([]);
  });

  it('can be stored, and says who made it', () => {
    const { output } = runCoach(coachSessionOf(facts()), { seed: 1 });
    const working = workingDoc(facts().session, { version: 1, now });
    const agenda = [systemItem('a'), systemItem('b', { isRemoved: true })];
    const doc = readyDoc(working, output, { madeBy: 'rules', fellBack: true, presence: [], agenda });
    expect(CoachDoc.parse(doc)).toEqual(doc);
    expect(doc).toMatchObject({ status: 'ready', fellBack: true, agenda: [{ title: 'a' }], createdAt: now });
  });
});

describe('the agenda that the coach plans', () => {
  const lines = ['A', 'B'].map((title) => ({ title, minutes: 90, why: 'So' }));
  const plan = (before: ReturnType<typeof systemItem>[]) =>
    plannedItems(before, lines, { newId: (n) => `new-${n}`, now });

  it('takes the places of the items before, and removes what is too many as a member would', () => {
    const items = plan([systemItem('a'), systemItem('b'), systemItem('c')]);
    expect(items.map(({ id, title, rev, isRemoved }) => [id, title, rev, isRemoved])).toEqual([
      ['a', 'A', 2, false],
      ['b', 'B', 2, false],
      ['c', 'c', 2, true],
    ]);
    expect(items[0]?.minutes).toBe(60);
  });

  it('adds items where there were fewer, in order', () => {
    const items = plan([systemItem('a')]);
    expect(items.map(({ id }) => id)).toEqual(['a', 'new-1']);
    expect((items[0]?.orderKey ?? '') < (items[1]?.orderKey ?? '')).toBe(true);
  });

  it('is for agendas that nobody has touched', () => {
    expect(isUntouched([systemItem('a'), systemItem('b', { rev: 3 })])).toBe(true);
    expect(isUntouched([systemItem('a'), systemItem('b', { editedBy: 'ana' })])).toBe(false);
    expect(isUntouched([systemItem('a', { isDone: true })])).toBe(false);
  });
});
