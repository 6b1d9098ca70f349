/** Demo people are told apart by their id alone, in rules, logs and matching. */
const DEMO_PREFIX = 'demo-';
export const demoId = (n: number) => `${DEMO_PREFIX}${String(n).padStart(3, '0')}`;
export const isDemo = (memberId: string) => memberId.startsWith(DEMO_PREFIX);

/** A number from 0 up to 1 that is always the same for the same parts: what demo people "decide" (FNV-1a, mixed). */
export function chance(seed: number, ...parts: readonly (string | number)[]): number {
  let value = 0x811c9dc5 ^ seed;
  for (const character of parts.join('|')) value = Math.imul(value ^ character.charCodeAt(0), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  value = Math.imul(value ^ (value >>> 13), 0x297a2d39);
  return ((value ^ (value >>> 16)) >>> 0) / 2 ** 32;
}

/** One of them, always the same for the same parts. */
export function pick<T>(choices: readonly [T, ...T[]], seed: number, ...parts: readonly (string | number)[]): T {
  return choices[Math.floor(chance(seed, ...parts) * choices.length)] ?? choices[0];
}
