import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../paths';
import { portBlock } from '../ports';
import { allowInPolicy, localConfig, productionConfig } from './firebase-config';

const production = productionConfig();
const local = localConfig({
  production,
  base: 4300,
  ports: portBlock(4300),
  functionsSource: 'functions/dist/local',
  rulesFile: '.podmates/run-4300/firestore.rules',
});

const headersOf = (config: typeof production) => config.hosting.headers.flatMap((rule) => rule.headers);
const policyOf = (config: typeof production) => {
  const policy = headersOf(config).find(({ key }) => key === 'Content-Security-Policy')?.value ?? '';
  return Object.fromEntries(policy.split('; ').map((part) => [part.split(' ')[0] ?? '', part.split(' ').slice(1)]));
};

describe('the local configuration', () => {
  it('has every emulator in the block of its base port', () =>
    expect(local.emulators).toMatchObject({
      hosting: { host: '127.0.0.1', port: 4300 },
      auth: { port: 4301 },
      firestore: { port: 4302, websocketPort: 4311 },
      functions: { port: 4303 },
      storage: { port: 4304 },
      ui: { enabled: false },
    }));

  it('adds the emulators to the policy where Google is allowed, and changes nothing else in it', () => {
    const added = Object.entries(policyOf(local)).flatMap(([directive, sources]) =>
      sources.filter((source) => !policyOf(production)[directive]?.includes(source)).map((s) => `${directive} ${s}`),
    );
    expect(added).toEqual([
      'script-src http://127.0.0.1:4312',
      'img-src http://127.0.0.1:4304',
      'connect-src http://127.0.0.1:4301',
      'connect-src http://127.0.0.1:4302',
      'connect-src http://127.0.0.1:4303',
      'connect-src http://127.0.0.1:4304',
      'connect-src http://127.0.0.1:4312',
      'frame-src http://127.0.0.1:4301',
      'frame-src http://127.0.0.1:4312',
    ]);
    expect(Object.keys(policyOf(local))).toEqual(Object.keys(policyOf(production)));
  });

  it('serves all other headers as production does', () => {
    const changed = ['Content-Security-Policy', 'Permissions-Policy'];
    const others = (config: typeof production) => headersOf(config).filter(({ key }) => !changed.includes(key));
    expect(others(local)).toEqual(others(production));
  });

  it('hands camera, microphone and screen on to the video frame, and nothing else', () => {
    const permissions = headersOf(local)
      .find(({ key }) => key === 'Permissions-Policy')
      ?.value.split(', ');
    const handedOn = permissions?.filter((one) => one.includes('"http://127.0.0.1:4312"'));
    expect(handedOn?.map((one) => one.split('=')[0])).toEqual(['camera', 'microphone', 'display-capture']);
  });

  it('keeps firebase-tools from watching the real rules', () =>
    expect(local.firestore.rules).not.toBe(production.firestore.rules));

  it('refuses to add to a directive that is not there', () =>
    expect(() => allowInPolicy("default-src 'self'", 'connect-src', ['http://x'])).toThrow('connect-src'));
});

describe('the production configuration', () => {
  it('runs no inline and no evaluated script, and demands Trusted Types', () => {
    const policy = policyOf(production);
    expect(policy['script-src']).not.toContain("'unsafe-inline'");
    expect(policy['script-src']).not.toContain("'unsafe-eval'");
    expect(policy['require-trusted-types-for']).toEqual(["'script'"]);
    expect(policy['object-src']).toEqual(["'none'"]);
  });

  it('knows nothing of this machine', () => expect(JSON.stringify(production)).not.toMatch(/127\.0\.0\.1|localhost/));

  it('deploys what the web build writes', () => {
    const workspace = JSON.parse(readFileSync(join(ROOT, 'web', 'angular.json'), 'utf8')) as {
      projects: { web: { architect: { build: { options: { outputPath: { base: string; browser: string } } } } } };
    };
    const { base, browser } = workspace.projects.web.architect.build.options.outputPath;
    expect(production.hosting.public).toBe(['web', base, browser].filter(Boolean).join('/'));
  });

  it.each([
    ['/', true],
    ['/check-in/abc_12', true],
    ['/chunk-ABCD1234.js', false],
    ['/media/figtree-ABCD1234.woff2', false],
    ['/app-config.json', false],
  ])('answers %s with the app when no such file is there: %s', (path, expected) => {
    const isRewritten = production.hosting.rewrites.some(({ regex }) => new RegExp(regex, 'u').test(path));
    expect(isRewritten).toBe(expected);
    expect(local.hosting.rewrites).toEqual(production.hosting.rewrites);
  });

  it.each([
    ['/main-ABCD1234.js', 'immutable'],
    ['/media/figtree-ABCD1234.woff2', 'immutable'],
    ['/', 'no-cache'],
    ['/check-in/abc_12', 'no-cache'],
    ['/index.html', 'no-cache'],
    ['/ngsw.json', 'no-cache'],
    ['/ngsw-worker.js', 'no-cache'],
    ['/app-config.json', 'no-cache'],
  ])('lets %s be kept as %s says', (path, kept) => {
    const rules = production.hosting.headers.filter(({ regex }) => regex && new RegExp(regex).test(path));
    expect(rules.flatMap((rule) => rule.headers.map(({ value }) => value))).toEqual([expect.stringContaining(kept)]);
  });
});
