export const PROJECT_ID = 'demo-podmates';
export const REGION = 'us-central1';
export const HOST = '127.0.0.1';
const DEFAULT_BASE = 4000;

/** Each part's distance from the base port, so that several platforms fit beside each other. */
const OFFSETS = {
  hosting: 0,
  auth: 1,
  firestore: 2,
  functions: 3,
  storage: 4,
  hub: 5,
  logging: 6,
  eventarc: 7,
  tasks: 8,
  desk: 10,
  firestoreWebsocket: 11,
  video: 12,
} as const;

export type PortName = keyof typeof OFFSETS;
export type PortBlock = Readonly<Record<PortName, number>>;

export const portBlock = (base: number): PortBlock =>
  Object.fromEntries(Object.entries(OFFSETS).map(([name, offset]) => [name, base + offset])) as PortBlock;

export const originOf = (port: number) => `http://${HOST}:${port}`;

/** @throws Error when PODMATES_PORT is not a port that leaves room for the block. */
export function basePort(setting = process.env['PODMATES_PORT']): number {
  if (setting === undefined || setting === '') return DEFAULT_BASE;
  const base = Number(setting);
  if (!Number.isInteger(base) || base < 1024 || base > 65_000) {
    throw new Error(`PODMATES_PORT is "${setting}"; it must be a whole number from 1024 to 65000.`);
  }
  return base;
}
