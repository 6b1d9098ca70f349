import { DomainError } from '@podmates/domain';
import { type Records } from '../../../functions/src/store/records';
import { warn } from '../output';
import { CallRefused, type DemoAccounts } from './demo-account';

/** What every habit of the demo people works with. */
export interface Circumstances {
  readonly records: Records;
  readonly accounts: DemoAccounts;
  /** Every choice follows from it. */
  readonly seed: number;
}

/** A habit: looks at what is there, and lets demo people do what is due. Called about once a second of real time. */
export interface Habit {
  follow(now: Date): Promise<void>;
}

/** A refusal is everyday life (somebody was faster); anything else is said and does not stop the others. */
export async function attempt(what: string, work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (!(error instanceof CallRefused || error instanceof DomainError)) warn(`Demo people: ${what}: ${String(error)}`);
    return false;
  }
}
