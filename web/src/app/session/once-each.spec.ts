import { onceEach } from './once-each';

describe('work that is done once for each thing', () => {
  const asked: string[] = [];
  const shout = onceEach(({ said }: { said: string }) => {
    asked.push(said);
    return said === '' ? null : { said: said.toUpperCase() };
  });
  beforeEach(() => asked.splice(0));

  it('gives the same again without doing it again', () => {
    const hello = { said: 'hello' };
    expect(shout(hello)).toEqual({ said: 'HELLO' });
    expect(shout(hello)).toBe(shout(hello));
    expect(asked).toEqual(['hello']);
  });

  it('is done for another thing, though that says the same', () => {
    expect(shout({ said: 'hello' })).not.toBe(shout({ said: 'hello' }));
    expect(asked).toEqual(['hello', 'hello']);
  });

  it('remembers also that there is nothing', () => {
    const silence = { said: '' };
    expect([shout(silence), shout(silence)]).toEqual([null, null]);
    expect(asked).toEqual(['']);
  });
});
