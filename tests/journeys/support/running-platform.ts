import { type ChildProcess } from 'node:child_process';

/** Handed from the set-up to the tear-down: jest runs both in one process, with separate module registries. */
export const running = globalThis as typeof globalThis & { platform?: ChildProcess };
