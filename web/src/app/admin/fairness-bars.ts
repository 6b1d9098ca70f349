import { type FairnessReport } from '@podmates/domain';
import { STYLES } from '../matching/preference-words';
import { EXPERIENCES } from '../settings/experiences';

type Row = FairnessReport['byZone'][number];

export interface FairnessBar {
  readonly name: string;
  readonly people: string;
  readonly median: string;
  readonly slowest: string;
  /** Widths from 0 to 100; the longest of all charts is full, so that they compare with each other. */
  readonly medianWidth: number;
  readonly slowestWidth: number;
}

export interface FairnessChart {
  readonly id: string;
  readonly heading: string;
  readonly bars: readonly FairnessBar[];
}

export function fairnessCharts(report: FairnessReport): FairnessChart[] {
  const rows = [...report.byZone, ...report.byExperience, ...report.byStyle];
  const longest = Math.max(1, ...rows.map(({ slowestTenthHours }) => slowestTenthHours));
  const chart = (id: string, heading: string, of: readonly Row[], nameOf: (group: string) => string) => ({
    id,
    heading,
    bars: of.map((row) => barOf(row, nameOf(row.group), longest)),
  });
  return [
    chart('zone', 'By time zone', report.byZone, (group) => group),
    chart('experience', 'By experience', report.byExperience, nameOfExperience),
    chart('style', 'By style', report.byStyle, nameOfStyle),
  ];
}

const barOf = (row: Row, name: string, longest: number): FairnessBar => ({
  name,
  people: `${row.people} people: ${row.matched} matched, ${row.waiting} waiting`,
  median: sayHours(row.medianHours),
  slowest: sayHours(row.slowestTenthHours),
  medianWidth: (row.medianHours / longest) * 100,
  slowestWidth: (row.slowestTenthHours / longest) * 100,
});

const nameOfExperience = (group: string): string =>
  EXPERIENCES.find(({ value }) => String(value) === group)?.name ?? group;
const nameOfStyle = (group: string): string => STYLES.find(({ value }) => value === group)?.name ?? 'Any style';

const sayHours = (hours: number): string => {
  if (hours < 1) return 'under 1 h';
  return hours < 72 ? `${Math.round(hours)} h` : `${(hours / 24).toFixed(1)} d`;
};
