import { LIMITS } from '../documents';
import { CALLABLES } from './callables';

const said = { scope: 'pod', id: 'p1', clientMutationId: 'm1', text: 'Hello', isMeant: false };
const problemsOf = (input: object) => {
  const parsed = CALLABLES.sendMessage.input.safeParse(input);
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`.trim());
};

describe('what is said in a chat', () => {
  it('has one to a thousand characters', () => {
    expect(problemsOf(said)).toEqual([]);
    expect(problemsOf({ ...said, text: 'x'.repeat(LIMITS.messageText) })).toEqual([]);
    expect(problemsOf({ ...said, text: ' \n ' })).toEqual(['text is empty']);
    expect(problemsOf({ ...said, text: 'x'.repeat(LIMITS.messageText + 1) })).toEqual([
      'text is longer than 1000 characters',
    ]);
  });

  it.each([
    ['another place', { scope: 'mail' }, 'scope'],
    ['no mutation id', { clientMutationId: '' }, 'clientMutationId'],
    ['a path for an id', { id: 'p1/messages' }, 'id'],
    ['an author of its own', { authorId: 'ben' }, ''],
  ])('is refused with %s', (_what, wrong, field) => {
    expect(problemsOf({ ...said, ...wrong })).toEqual([expect.stringContaining(field)]);
  });
});
