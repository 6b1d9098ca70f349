import { type Clock } from '../../../functions/src/runtime/ports';

/** A clock that stands where it is put: the demo people's past is told with it, event by event. */
export class SteeredClock implements Clock {
  constructor(private time: Date) {}

  now(): Promise<Date> {
    return Promise.resolve(this.time);
  }

  /** Moves on to `time`; a clock never goes back, so an earlier one changes nothing. */
  moveTo(time: Date): void {
    if (time > this.time) this.time = time;
  }
}
