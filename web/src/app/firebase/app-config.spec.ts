import type * as Module from './app-config';

const CONFIG = { firebase: { projectId: 'demo-podmates', apiKey: 'demo' } };
const served = (answer: Promise<Response>) => jest.spyOn(globalThis, 'fetch').mockReturnValueOnce(answer);
/** A fresh page: the module remembers its answer. */
const open = async () => {
  let opened: typeof Module | undefined;
  await jest.isolateModulesAsync(async () => {
    opened = await import('./app-config');
  });
  if (!opened) throw new Error('not loaded');
  return opened;
};

describe('where the server is', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => jest.restoreAllMocks());

  it('is read from what was served, and known offline from then on', async () => {
    served(Promise.resolve(new Response(JSON.stringify(CONFIG))));
    await expect((await open()).appConfig()).resolves.toEqual(CONFIG);
    served(Promise.reject(new TypeError('offline')));
    await expect((await open()).appConfig()).resolves.toEqual(CONFIG);
  });

  it.each(['<!doctype html><title>Podmates</title>', '{"error":"not here"}'])(
    'is not forgotten for %s in its place',
    async (answer) => {
      served(Promise.resolve(new Response(JSON.stringify(CONFIG))));
      await (await open()).appConfig();
      served(Promise.resolve(new Response(answer)));
      await expect((await open()).appConfig()).resolves.toEqual(CONFIG);
      served(Promise.reject(new TypeError('offline')));
      await expect((await open()).appConfig()).resolves.toEqual(CONFIG);
    },
  );

  it('is asked for again after a missed first answer', async () => {
    const { appConfig } = await open();
    served(Promise.resolve(new Response('', { status: 504 })));
    await expect(appConfig()).rejects.toThrow('504');
    served(Promise.resolve(new Response(JSON.stringify(CONFIG))));
    await expect(appConfig()).resolves.toEqual(CONFIG);
  });
});
