import { type AgendaEdit } from '@podmates/domain/sessions';
import { areAgendaEdits, withPut } from './agenda-edit-list';

const anEdit = (id: string, changes: AgendaEdit['changes'], itemId = 'x'): AgendaEdit => ({
  id,
  itemId,
  changes,
  titleWas: '',
  settles: [],
});

describe('edits that wait', () => {
  const first = anEdit('e1', { orderKey: 'a1' });

  it('become one where nobody has sent the first, and the last place counts', () => {
    const folded = withPut(
      withPut([first], anEdit('e2', { orderKey: 'a2' }), new Set()),
      anEdit('e3', { isDone: true }),
      new Set(),
    );
    expect(folded).toEqual([anEdit('e1', { orderKey: 'a2', isDone: true })]);
  });

  it.each([
    ['one that is on its way', first, anEdit('e2', { isDone: true }), new Set(['e1'])],
    ['words', anEdit('e1', { title: 'Mine' }), anEdit('e2', { isDone: true }), new Set<string>()],
    ['into words', first, anEdit('e2', { title: 'Mine' }), new Set<string>()],
    ['a choice', { ...first, settles: ['b1'] }, anEdit('e2', { isDone: true }), new Set<string>()],
    ['another item', first, anEdit('e2', { isDone: true }, 'y'), new Set<string>()],
  ])('do not fold in %s', (_, before, edit, sent) => expect(withPut([before], edit, sent)).toEqual([before, edit]));

  it('are known again after a reload, and what is not one is left', () => {
    expect(areAgendaEdits(JSON.parse(JSON.stringify([first])))).toBe(true);
    expect(areAgendaEdits([{ id: 'e1' }])).toBe(false);
    expect(areAgendaEdits({})).toBe(false);
  });
});
