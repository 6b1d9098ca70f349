import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';

const PUBLIC = resolve(__dirname, '../../../public');
const Icon = z.object({ src: z.string(), sizes: z.string(), purpose: z.string() });
const Manifest = z.object({
  name: z.string().min(1),
  short_name: z.string().min(1).max(12),
  start_url: z.literal('/today'),
  scope: z.literal('/'),
  display: z.literal('standalone'),
  icons: z.array(Icon),
});

/** Width and height as the file itself says them: a PNG begins with its header chunk. */
const sizeOf = (path: string) => {
  const header = readFileSync(path).subarray(16, 24);
  return `${header.readUInt32BE(0)}x${header.readUInt32BE(4)}`;
};

describe('installing Podmates', () => {
  const manifest = Manifest.parse(JSON.parse(readFileSync(join(PUBLIC, 'manifest.webmanifest'), 'utf8')));

  it('is possible, as the page names the manifest', () => {
    const page = readFileSync(resolve(PUBLIC, '../src/index.html'), 'utf8');
    expect(page).toMatch(/<link rel="manifest" href="\/?manifest\.webmanifest"/);
  });

  it.each([
    ['192x192', 'any'],
    ['512x512', 'any'],
    ['512x512', 'maskable'],
  ])('has an icon of %s for %s', (sizes, purpose) => {
    const icon = manifest.icons.find((other) => other.sizes === sizes && other.purpose === purpose);
    expect(sizeOf(join(PUBLIC, icon?.src ?? 'none'))).toBe(sizes);
  });

  it('names no icon that is missing', () =>
    expect(manifest.icons.filter(({ src }) => !existsSync(join(PUBLIC, src)))).toEqual([]));
});
