/** Draws the PNG icons from `public/icons/podmates.svg`: `node icons/draw-icons.mjs`, with CHROMIUM as the browser's path. */
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const ICONS = new URL('../public/icons/', import.meta.url);
const drawing = readFileSync(new URL('podmates.svg', ICONS), 'utf8');
const MASK_SAFE = 0.72; // a mask may cut everything outside the inner 80 %

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const { name, size, share, ground } of [
  { name: 'podmates-192.png', size: 192, share: 1, ground: 'transparent' },
  { name: 'podmates-512.png', size: 512, share: 1, ground: 'transparent' },
  { name: 'podmates-maskable-512.png', size: 512, share: MASK_SAFE, ground: '#fbe7db' },
]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>body{margin:0;height:100vh;display:grid;place-items:center;background:${ground}}svg{width:${size * share}px}</style>${drawing}`,
  );
  await page.screenshot({ path: new URL(name, ICONS).pathname, omitBackground: true });
  await page.close();
}
await browser.close();
