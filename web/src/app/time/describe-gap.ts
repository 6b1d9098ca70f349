const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How far `to` is from `from`, in the two largest units: "in 2 d 3 h", "in 45 s", "now", "5 min ago". */
export function describeGap(from: Date, to: Date): string {
  const gap = to.getTime() - from.getTime();
  const size = Math.abs(gap);
  if (size < SECOND) return 'now';
  const words = size < MINUTE ? `${Math.floor(size / SECOND)} s` : twoLargest(size);
  return gap > 0 ? `in ${words}` : `${words} ago`;
}

function twoLargest(size: number): string {
  if (size >= DAY) return joined([Math.floor(size / DAY), 'd'], [Math.floor((size % DAY) / HOUR), 'h']);
  return joined([Math.floor(size / HOUR), 'h'], [Math.floor((size % HOUR) / MINUTE), 'min']);
}

const joined = (...parts: (readonly [number, string])[]): string =>
  parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ');
