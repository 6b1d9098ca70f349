import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { APP_URL, BASE_PORT } from './support/platform';

const ROOT = join(__dirname, '../..');
/** Nobody else's: above the journeys' own block. */
const OTHER_BASE = BASE_PORT + 100;

/** What the command prints, and how it ends. */
function run(script: string, port: number): Promise<{ code: number | null; said: string }> {
  const child = spawn('node', [script], { cwd: ROOT, env: { ...process.env, PODMATES_PORT: String(port) } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((ended) => child.on('exit', (code) => ended({ code, said })));
}

describe('the launcher', () => {
  it('says that the platform runs already, and leaves it alone', async () => {
    const { code, said } = await run('local/start.mjs', BASE_PORT);
    expect(said).toContain(`Podmates already runs at ${APP_URL}`);
    expect(code).not.toBe(0);
    expect((await fetch(APP_URL)).status).toBe(200);
  });

  it('names who holds a port that it needs', async () => {
    const server = createServer().listen(OTHER_BASE + 1, '127.0.0.1');
    try {
      const { code, said } = await run('local/start.mjs', OTHER_BASE);
      expect(said).toContain(String(OTHER_BASE + 1));
      expect(said).toContain(String(process.pid));
      expect(code).not.toBe(0);
    } finally {
      server.close();
    }
  });

  it('has a doctor that tells what is present', async () => {
    const { said } = await run('local/doctor.mjs', BASE_PORT);
    expect(said).toMatch(/Node/);
    expect(said).toMatch(/Firestore/);
    expect(said).toMatch(/Chromium/);
  });
});

describe('the headers that users get', () => {
  it('hold on the local platform as in production', async () => {
    const { headers } = await fetch(APP_URL);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy.match(/script-src[^;]*unsafe/)).toBeNull();
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{7,}/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('permissions-policy')).toMatch(/camera=\(self[ )]/); // here also the page that stands in for video
  });

  it('let nobody read the local clock through the rules', async () => {
    const clock = `http://127.0.0.1:${BASE_PORT + 2}/v1/projects/demo-podmates/databases/(default)/documents/local/clock`;
    expect((await fetch(clock)).status).toBe(403);
    expect((await fetch(clock, { headers: { authorization: 'Bearer owner' } })).status).toBe(200);
  });
});
