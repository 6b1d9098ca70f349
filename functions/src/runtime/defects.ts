import { error as logError, warn as logWarning } from 'firebase-functions/logger';

/** What may be written of an unforeseen error: its kind and where it happened. Messages can carry members' text. */
export interface Defect {
  readonly name: string;
  readonly code: string | number | null;
  readonly frames: readonly string[];
}

/** gRPC codes after which the same call may simply be made again: deadline, contention, out of reach. */
const PASSING_CODES: readonly unknown[] = [4, 10, 14];

const codeOf = (error: unknown): string | number | null => {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' || typeof error.code === 'number' ? error.code : null;
};

export const isPassing = (error: unknown): boolean => PASSING_CODES.includes(codeOf(error));

export const describeDefect = (error: unknown): Defect => ({
  name: error instanceof Error ? error.name : typeof error,
  code: codeOf(error),
  frames:
    error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at ')) : [],
});

/** `where` names a function of ours, never a member or their data. */
export const logDefect = (where: string, defect: Defect): void => logError(`defect in ${where}`, { defect });

/** A request from outside that was not believed. `problem` says what was wrong with it, nothing of what was in it. */
export const logRefusal = (where: string, problem: string): void => logWarning(`refused in ${where}: ${problem}`);

/** Works through `ids` one after another; one that fails is logged and does not stop the rest. Returns how many failed. */
export const eachApart = async (
  where: string,
  ids: readonly string[],
  work: (id: string) => Promise<unknown>,
): Promise<number> => {
  let failed = 0;
  for (const id of ids) {
    try {
      await work(id);
    } catch (error) {
      failed += 1;
      logDefect(where, describeDefect(error));
    }
  }
  return failed;
};
