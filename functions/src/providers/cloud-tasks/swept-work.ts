import { type TaskQueue } from '../../runtime/ports';

/**
 * For an environment whose delayed tasks are off: nothing is enqueued, because the sweepers find all that is due by
 * reading it, every five minutes (slots: every hour).
 */
export class SweptWork implements TaskQueue {
  async enqueue(): Promise<void> {
    return Promise.resolve();
  }
}
