import { photoTypeOf } from '@podmates/domain/checkins';
import sharp from 'sharp';
import { cleanProof } from './clean-proof';
import { CANARY, type HostileFile, hostileFiles } from './example-hostile-files';

/** The bytes that a WebP says it has; more would be something else behind it. */
const riffLength = (bytes: Buffer): number => bytes.readUInt32LE(4) + 8;

describe('a proof that was sent with bad intent', () => {
  let files: HostileFile[];
  beforeAll(async () => {
    files = await hostileFiles();
  });

  it('comes in many kinds', () => expect(new Set(files.map(({ name }) => name)).size).toBeGreaterThanOrEqual(80));

  it('leaves nothing but pixels or plain text', async () => {
    const kept: string[] = [];
    for (const { name, bytes } of files) {
      const clean = await cleanProof(bytes);
      if (clean === null) continue;
      kept.push(name);
      if (clean.kind === 'text') {
        expect({ name, text: clean.bytes.toString() }).toEqual({
          name,
          text: expect.not.stringMatching(/[^\P{C}\n\t]/u),
        });
        continue;
      }
      expect({ name, hasCanary: clean.bytes.includes(CANARY) }).toEqual({ name, hasCanary: false });
      expect({ name, length: clean.bytes.length }).toEqual({ name, length: riffLength(clean.bytes) });
      const { exif, xmp, icc, comments, pages = 1, format } = await sharp(clean.bytes).metadata();
      expect({ name, exif, xmp, icc, comments, pages, format }).toEqual({ name, pages: 1, format: 'webp' });
    }
    expect(kept.filter((name) => /exif|xmp|profile|segment|comment|turned/i.test(name)).length).toBeGreaterThan(0);
    expect(kept.filter((name) => name.startsWith('half') || name.includes('signature'))).toEqual([]);
    expect(kept.filter((name) => / of \d|says|thousand million/.test(name))).toEqual([
      'webp of 300 frames', // its first one
      'png inflating to more than it says', // what it says
    ]);
  });

  it('shows what is no photo as text, or not at all', async () => {
    const foreign = files.filter(({ bytes }) => photoTypeOf(bytes) === null);
    expect(foreign.length).toBeGreaterThan(25);
    const kinds = await Promise.all(foreign.map(async ({ bytes }) => (await cleanProof(bytes))?.kind ?? 'refused'));
    expect(new Set(kinds)).toEqual(new Set(['text', 'refused']));
  });
});

describe('a proof', () => {
  const photo = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#a37' } }).jpeg();

  it('keeps its proportions and loses what no screen shows', async () => {
    const clean = await cleanProof(await photo(4000, 3000).toBuffer());
    expect(clean).toMatchObject({ kind: 'image', contentType: 'image/webp', width: 2048, height: 1536 });
  });

  it('stands upright, as the camera said', async () => {
    const lying = await photo(400, 300).withMetadata({ orientation: 6 }).toBuffer();
    expect(await cleanProof(lying)).toMatchObject({ width: 300, height: 400 });
  });

  it('is not made larger', async () => {
    expect(await cleanProof(await photo(40, 30).toBuffer())).toMatchObject({ width: 40, height: 30 });
  });

  it('may be text, which keeps its lines and its letters', async () => {
    const clean = await cleanProof(Buffer.from('1. Prompt\r\n2. Answer — naïve 👩‍💻\n\tdone'));
    expect(clean?.bytes.toString()).toBe('1. Prompt\n2. Answer — naïve 👩‍💻\n\tdone');
  });

  it('costs less than ten seconds and half a gigabyte at its largest', async () => {
    const largest = await photo(7900, 5000).toBuffer();
    const [before, began] = [process.memoryUsage().rss, Date.now()];
    expect(await cleanProof(largest)).toMatchObject({ width: 2048 });
    expect(Date.now() - began).toBeLessThan(10_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(512 * 1024 * 1024);
  });
});
