const MANNERS = [
  'Steady',
  'Bright',
  'Patient',
  'Brave',
  'Gentle',
  'Merry',
  'Quiet',
  'Sturdy',
  'Early',
  'Kind',
  'Nimble',
  'Sunny',
  'Calm',
  'Keen',
  'Warm',
  'Lively',
] as const;
const ANIMALS = [
  'Otters',
  'Herons',
  'Badgers',
  'Dolphins',
  'Finches',
  'Beavers',
  'Swifts',
  'Tortoises',
  'Foxes',
  'Geese',
  'Lynxes',
  'Orcas',
  'Robins',
  'Seals',
  'Storks',
  'Wombats',
] as const;

/** A friendly name; the same pod id gives the same name. Two pods may share one: ids tell them apart. */
export function podName(podId: string): string {
  const sum = [...podId].reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 65_521, 7);
  return `${MANNERS[sum % MANNERS.length]} ${ANIMALS[Math.floor(sum / MANNERS.length) % ANIMALS.length]}`;
}
