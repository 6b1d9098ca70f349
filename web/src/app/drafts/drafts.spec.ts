import { Drafts } from './drafts';

const isText = (value: unknown): value is string => typeof value === 'string';

describe('a draft', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => jest.restoreAllMocks());

  it('is there after the page was loaded anew', () => {
    new Drafts().draft('note', isText).write('half a sentence');
    expect(new Drafts().draft('note', isText).read()).toBe('half a sentence');
  });

  it('is nothing when its shape is not known any more', () => {
    localStorage.setItem('podmates.draft.note', '{"older":true}');
    expect(new Drafts().draft('note', isText).read()).toBeNull();
  });

  it('lives as long as the page where the browser stores nothing', () => {
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const draft = new Drafts().draft('note', isText);
    draft.write('kept in memory');
    expect(draft.read()).toBe('kept in memory');
  });

  it('goes with the member who signs out, and nothing else goes', () => {
    localStorage.setItem('podmates.look', 'dark');
    const drafts = new Drafts();
    drafts.draft('note', isText).write('private');
    drafts.clearAll();
    expect(drafts.draft('note', isText).read()).toBeNull();
    expect(localStorage.getItem('podmates.look')).toBe('dark');
  });
});
