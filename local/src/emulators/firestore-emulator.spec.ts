import { presentEmulator, resolveFirestoreEmulator, type Surroundings } from './firestore-emulator';

/** A machine with nothing on it; each test adds what it is about. */
function aMachine(changed: Partial<Surroundings> = {}): Surroundings & { fetched: string[] } {
  const fetched: string[] = [];
  const fetching = (what: string) => () => {
    fetched.push(what);
    return Promise.resolve(null);
  };
  return {
    fetched,
    setting: undefined,
    cached: '/cache/hidane',
    exists: () => false,
    onPath: () => null,
    versionOf: () => '0.6.0',
    javaVersion: () => null,
    fromNpm: fetching('npm'),
    fromCargo: fetching('cargo'),
    ...changed,
  };
}

describe('the Firestore emulator', () => {
  it('is what the setting names, before all else', async () => {
    const machine = aMachine({ setting: '/my/hidane', exists: () => true, onPath: () => '/usr/bin/hidane' });
    expect(await resolveFirestoreEmulator(machine)).toMatchObject({ kind: 'hidane', path: '/my/hidane' });
  });

  it('is the official one when the setting says so', () =>
    expect(presentEmulator(aMachine({ setting: 'official' }))).toMatchObject({ kind: 'official' }));

  it('is refused when the setting names nothing', async () =>
    expect(resolveFirestoreEmulator(aMachine({ setting: '/nowhere' }))).rejects.toThrow('/nowhere'));

  it('comes from the cache before PATH', async () => {
    const machine = aMachine({ exists: (path) => path === '/cache/hidane', onPath: () => '/usr/bin/hidane' });
    expect(await resolveFirestoreEmulator(machine)).toMatchObject({ path: '/cache/hidane', from: 'cache' });
  });

  it('passes over a cached one of another version', async () => {
    const machine = aMachine({
      exists: () => true,
      onPath: () => '/usr/bin/hidane',
      versionOf: (path) => (path === '/cache/hidane' ? '0.5.0' : '0.6.0'),
    });
    expect(await resolveFirestoreEmulator(machine)).toMatchObject({ path: '/usr/bin/hidane', from: 'PATH' });
  });

  it('is looked for in npm before it is built', async () => {
    const machine = aMachine({
      onPath: (name) => (name === 'cargo' ? '/bin/cargo' : null),
      fromNpm: async () => '/npm',
    });
    expect(await resolveFirestoreEmulator(machine)).toMatchObject({ path: '/npm', from: 'npm' });
    expect(machine.fetched).toEqual([]);
  });

  it('is built by cargo when npm has none', async () => {
    const machine = aMachine({
      onPath: (name) => (name === 'cargo' ? '/bin/cargo' : null),
      fromCargo: async () => '/cache/hidane',
    });
    expect(await resolveFirestoreEmulator(machine)).toMatchObject({ from: 'cargo' });
    expect(machine.fetched).toEqual(['npm']);
  });

  it('is the official one last, with Java 21', async () =>
    expect(await resolveFirestoreEmulator(aMachine({ javaVersion: () => 21 }))).toMatchObject({ kind: 'official' }));

  it('is explained when there is no way', async () =>
    expect(resolveFirestoreEmulator(aMachine({ javaVersion: () => 17 }))).rejects.toThrow(/Rust 1\.88.*\n.*Java 21/));
});
