import { type Attendance, type Evidence, type TimeZone } from '@podmates/domain';
import { sayTime } from '../../schedule/say-time';

const MINUTE_MS = 60_000;
const LOBBY_MS = 10 * MINUTE_MS;
const SOURCES: readonly { readonly source: Evidence['source']; readonly name: string; readonly by: string }[] = [
  { source: 'app', name: 'App', by: 'by the app' },
  { source: 'video', name: 'Video', by: 'by the video' },
  { source: 'joined', name: 'Join', by: 'by your tap on Join' },
];

/** A part of the picture, in percent of its width. */
export interface Bar {
  readonly left: number;
  readonly width: number;
}
export interface TimelineRow {
  readonly name: string;
  readonly bars: readonly Bar[];
}

/** The evidence as a picture: a row per source, the planned time behind them, and all of it in words. */
export interface Timeline {
  readonly rows: readonly TimelineRow[];
  readonly planned: Bar;
  /** What follows the planned end, in percent. */
  readonly after: number;
  readonly startWords: string;
  readonly endWords: string;
  readonly words: string;
}

export function timelineOf(attendance: Attendance, zone: TimeZone): Timeline {
  const { startsAt, minutes, evidence } = attendance;
  const plannedEnd = new Date(startsAt.getTime() + minutes * MINUTE_MS);
  const from = startsAt.getTime() - LOBBY_MS;
  const span = Math.max(plannedEnd.getTime(), ...evidence.map(({ to }) => to.getTime())) - from;
  const barOf = (part: { from: Date; to: Date }): Bar => ({
    left: (100 * (part.from.getTime() - from)) / span,
    width: (100 * (part.to.getTime() - part.from.getTime())) / span,
  });
  const rows = SOURCES.flatMap(({ source, name }) => {
    const bars = evidence.filter((one) => one.source === source).map(barOf);
    return bars.length > 0 ? [{ name, bars }] : [];
  });
  const spans = SOURCES.flatMap(({ source, by }) => {
    const times = evidence
      .filter((one) => one.source === source)
      .map((one) => (source === 'joined' ? `at ${sayTime(one.from, zone)}` : saySpan(one, zone)));
    return times.length > 0 ? [`${by} ${times.join(', ')}`] : [];
  });
  const bar = barOf({ from: startsAt, to: plannedEnd });
  const planned = `Planned from ${sayTime(startsAt, zone)} to ${sayTime(plannedEnd, zone)}.`;
  return {
    rows,
    planned: bar,
    after: 100 - bar.left - bar.width,
    startWords: sayTime(startsAt, zone),
    endWords: sayTime(plannedEnd, zone),
    words: spans.length > 0 ? `${planned} You were seen ${spans.join('; ')}.` : `${planned} Nothing was seen of you.`,
  };
}

const saySpan = ({ from, to }: Evidence, zone: TimeZone): string =>
  `from ${sayTime(from, zone)} to ${sayTime(to, zone)}`;
