/**
 * zod looks whether it may compile schemas with `new Function`, which the page's policy forbids and
 * reports. Told beforehand, it does not look. Set by its global, so that the first page need not load zod.
 */
export function parseWithoutEval(): void {
  Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
}
