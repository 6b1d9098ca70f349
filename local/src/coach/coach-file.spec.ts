import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COACH_LIMITS, CoachOutput, OUTPUT_LIMITS } from '@podmates/domain/coach';
import { NODE, ROOT } from '../paths';

const folder = mkdtempSync(join(tmpdir(), 'podmates-coach-'));
afterAll(() => rmSync(folder, { recursive: true }));

const member = (id: string, fields: object = {}) => ({
  id,
  name: id[0]!.toUpperCase() + id.slice(1),
  aiConsent: true,
  present: true,
  streak: 3,
  missed: 0,
  ...fields,
});
const note = (id: string, fields: object = {}) => ({
  id,
  member: 'ana',
  kind: 'note',
  text: 'Ran 5 km on Monday',
  private: false,
  at: '2026-11-23T18:00:00Z',
  ...fields,
});
const session = (fields: object = {}) => ({
  template: 'gym',
  minutes: 50,
  members: [member('ana'), member('ben')],
  openItems: [{ id: 'i1', member: 'ana', text: 'Book a trainer', since: '2026-11-16' }],
  notes: [],
  ...fields,
});

function run(...args: string[]) {
  const ended = spawnSync(NODE, ['--import', 'tsx', 'local/src/coach/coach-file.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: folder },
  });
  return { code: ended.status, errors: ended.stderr };
}

/** What the command writes for a session; it has to end well, quickly and within every bound. */
function coached(content: object): CoachOutput {
  writeFileSync(join(folder, 'in.json'), JSON.stringify(content));
  const began = Date.now();
  const { code, errors } = run('in.json', 'out.json');
  expect([code, errors.split('\n').filter((line) => line.includes('Error'))]).toEqual([0, []]);
  expect(Date.now() - began).toBeLessThan(15_000);
  const text = readFileSync(join(folder, 'out.json'), 'utf8');
  expect(text.length).toBeLessThan(60_000);
  const output = JSON.parse(text) as CoachOutput;
  expect(Object.keys(output)).toEqual(['agenda', 'summary', 'actions', 'quiz', 'carried']);
  expect(CoachOutput.parse(output)).toEqual(output);
  expect(output.agenda.reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThanOrEqual(50);
  return output;
}

describe('the coach command', () => {
  it('makes agenda, summary, actions, quiz and carried items of a file', () => {
    const notes = [
      note('n1', { kind: 'win', text: 'Squatted 80 kg' }),
      note('n2', { kind: 'next', text: "I'll train on Friday at 7:00" }),
      note('n3', { kind: 'block', text: 'Late shift', member: 'ben' }),
      note('n4', { kind: 'win', text: 'Swam 40 lengths', member: 'ben' }),
    ];
    const output = coached(session({ notes }));
    expect(output.summary).toContainEqual({ text: 'Ana – win: Squatted 80 kg', cites: ['n1'] });
    expect(output.actions).toMatchObject([{ member: 'ana', text: 'train on Friday at 7:00', cites: ['n2'] }]);
    expect(output.quiz).toHaveLength(3);
    expect(output.carried).toEqual(['i1']);
  });

  it('tells on the terminal whom to look after, by id and never by word', () => {
    const notes = [note('n1', { text: 'my knee hurts' }), note('n2', { text: 'I want to die', member: 'ben' })];
    writeFileSync(join(folder, 'in.json'), JSON.stringify(session({ notes })));
    const { errors } = run('in.json', 'out.json');
    expect(errors).toContain('Offer a safety pause: ana (n1)');
    expect(errors).toContain('Call a human: ben (n2)');
    expect(errors).not.toMatch(/knee|die/u);
  });

  it.each([
    ['a bad field', session({ notes: [note('n1', { at: 'noon' })] }), 'notes[0].at is not an instant'],
    ['no JSON', '{"template":', 'in.json cannot be read as JSON'],
  ])('ends with code 2 and names %s', (_, content, named) => {
    writeFileSync(join(folder, 'in.json'), typeof content === 'string' ? content : JSON.stringify(content));
    const { code, errors } = run('in.json', 'out.json');
    expect([code, errors]).toEqual([2, expect.stringContaining(named)]);
  });

  it('says how it is called', () => {
    const { code, errors } = run('in.json');
    expect([code, errors]).toEqual([2, expect.stringContaining('npm run coach -- <session.json> <out.json>')]);
  });
});

describe('the coach command, given', () => {
  it('no notes, plans the session, carries everything and makes nothing up', () => {
    const output = coached(session());
    expect(output).toMatchObject({ summary: [], actions: [], quiz: [], carried: ['i1'] });
    expect(output.agenda.length).toBeGreaterThan(4);
  });

  it('2,000 notes, stays within its bounds and gives everybody a say', () => {
    const kinds = ['win', 'block', 'next', 'note'];
    const notes = Array.from({ length: 2_000 }, (_, n) =>
      note(`n${n}`, {
        member: n % 2 === 0 ? 'ana' : 'ben',
        kind: kinds[n % 4],
        text: `Set ${n}: lifted ${n % 97} kg on day ${n}, felt fine`,
      }),
    );
    const { summary, actions, quiz } = coached(session({ notes }));
    expect(summary.length).toBeGreaterThan(6);
    expect(summary.length).toBeLessThanOrEqual(60);
    expect(new Set(summary.map(({ text }) => text.split(' ')[0]))).toEqual(new Set(['Ana', 'Ben']));
    expect([actions.length <= 4, quiz.length]).toEqual([true, 3]);
  });

  it('one member, leaves the others out of it', () => {
    const notes = [note('n1', { kind: 'win', text: 'Ran 5 km' }), note('n2', { kind: 'block', text: 'Rain on Monday' }), note('n3', { kind: 'next', text: 'Run 6 km on Friday' })]; // prettier-ignore
    const { summary, actions, quiz } = coached(session({ members: [member('ana')], notes }));
    expect([summary.length, actions.length, quiz.length]).toEqual([3, 1, 3]);
    expect(quiz.map(({ question }) => question).join()).not.toContain('Who');
  });

  it('notes in three languages, quotes each in its own', () => {
    const notes = [
      note('n1', { kind: 'win', text: 'Endlich 60 kg geschafft' }),
      note('n2', { member: 'ben', text: 'No pude ir el viernes' }),
      note('n3', { member: 'ben', text: '明日は7時に走ります' }),
    ];
    const said = coached(session({ notes })).summary.map(({ text }) => text);
    expect(said).toEqual(expect.arrayContaining(['Ana – win: Endlich 60 kg geschafft', 'Ben – blocked by: No pude ir el viernes'])); // prettier-ignore
    expect(said.join()).toContain('明日は7時に走ります');
  });

  it('only private notes, says nothing of them', () => {
    const output = coached(session({ notes: [note('n1', { private: true, text: 'swordfish' })] }));
    expect(output).toMatchObject({ summary: [], actions: [], quiz: [] });
    expect(JSON.stringify(output)).not.toContain('swordfish');
  });

  it('emoji only, finds nothing said', () =>
    expect(coached(session({ notes: [note('n1', { text: '💪🔥🎉' }), note('n2', { text: '👍' })] }))).toMatchObject({ summary: [], actions: [], quiz: [] })); // prettier-ignore

  it.each([
    [
      'of sentences',
      'I ran 5 km on Monday. The rain was cold and I was late. Next week I will run on Friday. '.repeat(112),
    ],
    ['without an end', 'and then I went on and on about the gym '.repeat(250)],
    ['without a space', 'a'.repeat(10_000)],
    ['of one number', '9'.repeat(10_000)],
  ])('a note of 10,000 characters %s, takes what fits', (_, text) => {
    const { summary } = coached(session({ notes: [note('n1', { text: text.slice(0, 10_000) })] }));
    for (const line of summary) expect(line.text.length).toBeLessThanOrEqual(280);
  });

  it('nobody who agreed, gives the bare agenda', () =>
    expect(coached(session({ members: [member('ana', { aiConsent: false })], notes: [note('n1')] }))).toMatchObject({ summary: [], actions: [], quiz: [], carried: ['i1'] })); // prettier-ignore
});

describe('docs/coach.md', () => {
  const page = readFileSync(join(ROOT, 'docs', 'coach.md'), 'utf8');

  it('shows a file that the command takes', () => {
    const [, example = ''] = page.match(/```json\n([^`]*)```/) ?? [];
    expect(coached(JSON.parse(example) as object).summary[0]?.text).toContain('Ana – win: Squatted 80 kg');
  });

  it('gives the limits that hold', () => {
    const { members, openItems, minutes } = COACH_LIMITS;
    expect(page).toContain(`At most ${members} members, ${openItems} open items, 5,000 notes of 20,000 characters`);
    expect([COACH_LIMITS.notes, COACH_LIMITS.noteText, COACH_LIMITS.allText]).toEqual([5_000, 20_000, 4_000_000]);
    expect(page).toContain(`\`minutes\`: 1 to ${minutes}.`);
    const { agendaItems, summaryLines, lineText } = OUTPUT_LIMITS;
    expect(page).toContain(
      `At most ${agendaItems} agenda lines, ${summaryLines} summary lines of ${lineText} characters`,
    );
  });
});
