import { CallRefused, Callables } from './callables';

const ask = jest.fn();
jest.mock('./functions-sdk', () => ({
  ask: (...args: unknown[]) => ask(...args),
  refusalIn: (error: unknown) => (error instanceof Error ? null : error),
}));

const refusalOf = async (thrown: unknown): Promise<unknown> => {
  ask.mockRejectedValueOnce(thrown);
  return new Callables().call('readClock', {}).catch((error: unknown) => error);
};

describe('asking the server', () => {
  it('gives the parsed answer', async () => {
    ask.mockResolvedValueOnce({ now: '2026-11-24T12:00:00.000Z', more: 'than was promised' });
    await expect(new Callables().call('readClock', {})).resolves.toEqual({ now: '2026-11-24T12:00:00.000Z' });
  });

  it('passes on why it refused, and at which field', async () => {
    const fields = [{ path: 'slots.1.time', message: 'is taken' }];
    const refusal = await refusalOf({ code: 'invalid-argument', message: 'Two slots overlap.', details: { fields } });
    expect(refusal).toBeInstanceOf(CallRefused);
    expect(refusal).toMatchObject({ code: 'invalid-argument', message: 'Two slots overlap.', fields });
  });

  it('leaves out details that are not ours', async () => {
    expect(await refusalOf({ code: 'aborted', message: 'Look again.', details: 'x' })).toMatchObject({ fields: [] });
  });

  it.each([[new TypeError('fetch')], [{ code: 'internal', message: 'INTERNAL', details: null }]])(
    'says in our words that no answer came',
    async (thrown) => {
      expect(await refusalOf(thrown)).toMatchObject({
        code: 'unavailable',
        message: expect.stringContaining('did not answer'),
      });
    },
  );
});
