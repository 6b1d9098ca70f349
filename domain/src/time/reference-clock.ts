import * as moment from 'moment-timezone';

/**
 * Local time worked out a second way, by arithmetic on offsets and without Temporal: what the specs compare with.
 * Minutes are the unit, as nothing in the product is finer.
 */
abstract class OffsetClock {
  /** What the clocks are ahead of UTC, in milliseconds. */
  abstract offset(instant: number): number;

  /** What the clocks show, as if it were UTC, in milliseconds. */
  shown(instant: number): number {
    return instant + this.offset(instant);
  }

  /** The instants at which the clocks show `planned`, earlier first: none in a gap, two where it comes twice. */
  instantsOf(planned: number): number[] {
    // No offset is over 14 hours, and no zone has changed its clocks twice within the two days looked at.
    const offsets = new Set([-24, 24].map((hours) => this.offset(planned + hours * 3_600_000)));
    return [...offsets]
      .map((offset) => planned - offset)
      .filter((instant) => this.shown(instant) === planned)
      .sort((a, b) => a - b);
  }

  /** The changes of the clocks from `from` to `to` (epoch milliseconds), each at its first instant. */
  changes(from: number, to: number): number[] {
    const week = 7 * 86_400_000;
    const changes: number[] = [];
    for (let start = from; start < to; start += week) {
      const end = Math.min(start + week, to);
      if (this.offset(start) !== this.offset(end)) changes.push(this.changeBetween(start, end));
    }
    return changes;
  }

  private changeBetween(before: number, after: number): number {
    while (after - before > 1000) {
      const middle = Math.floor((before + after) / 2000) * 1000;
      if (this.offset(middle) === this.offset(before)) before = middle;
      else after = middle;
    }
    return after;
  }
}

/** By `Intl.DateTimeFormat`, whose zones are those that Temporal looks at, too. */
export class ReferenceClock extends OffsetClock {
  private readonly format: Intl.DateTimeFormat;

  constructor(zone: string) {
    super();
    this.format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
  }

  override offset(instant: number): number {
    const [day, month, year, hour, minute, second] = this.format.format(instant).match(/\d+/g)!.map(Number);
    return Date.UTC(year!, month! - 1, day!, hour, minute, second) - Math.floor(instant / 1000) * 1000;
  }
}

/** By the tables that moment-timezone brings along: rules of zones that were compiled by somebody else. */
export class TabledClock extends OffsetClock {
  private readonly zone: moment.MomentZone;

  constructor(zone: string) {
    super();
    const found = moment.tz.zone(zone);
    if (!found) throw new RangeError(`There is no table of ${zone}.`);
    this.zone = found;
  }

  /** Of every name there is, the old ones included. */
  static names(): string[] {
    return moment.tz.names();
  }

  override offset(instant: number): number {
    return -60_000 * this.zone.utcOffset(instant);
  }
}
