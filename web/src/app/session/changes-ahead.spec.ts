import { anItem } from '../../testing/fake-room';
import { withChangesAhead } from './changes-ahead';

const items = [anItem({ id: 'warm', rev: 3 }), anItem({ id: 'work', title: 'Work', orderKey: 'a1' })];
const titles = (ahead: Parameters<typeof withChangesAhead>[1]) =>
  withChangesAhead(items, ahead).map(({ title }) => title);

describe('own changes ahead of the listener', () => {
  it('are shown on the revision they were made on', () => {
    expect(titles(new Map([['warm', { rev: 3, changes: { title: 'Stretch' } }]]))).toEqual(['Stretch', 'Work']);
  });

  it('give way to a newer revision, whoever wrote it', () => {
    expect(titles(new Map([['warm', { rev: 2, changes: { title: 'Stretch' } }]]))).toEqual(['Warm up', 'Work']);
  });

  it('sort by the own new place', () => {
    expect(titles(new Map([['warm', { rev: 3, changes: { orderKey: 'a2' } }]]))).toEqual(['Work', 'Warm up']);
  });

  it('hold a new item once, until the listener has it', () => {
    const added = anItem({ id: 'new', title: 'New', orderKey: 'a0V' });
    expect(titles(new Map([['new', { rev: 0, changes: {}, added }]]))).toEqual(['Warm up', 'New', 'Work']);
    expect(titles(new Map([['work', { rev: 0, changes: {}, added: items[1]! }]]))).toEqual(['Warm up', 'Work']);
  });
});
