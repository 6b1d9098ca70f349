import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Page } from 'playwright-core';
import { problemsOf } from './axe-problems';
import { PHONE, WIDE } from './people';

const PICTURES = process.env['PODMATES_PICTURES'];

/** Axe in both layouts and colour schemes. With PODMATES_PICTURES, a folder, the page is pictured there in each. */
export async function lookOver(page: Page, name: string): Promise<void> {
  for (const [size, layout] of [[WIDE, 'wide'] as const, [PHONE, 'phone'] as const])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await problemsOf(page)).toEqual([]);
      if (!PICTURES) continue;
      mkdirSync(PICTURES, { recursive: true });
      await page.screenshot({ path: join(PICTURES, `${name}-${layout}-${colorScheme}.png`), fullPage: true });
    }
  await page.setViewportSize(WIDE);
}
