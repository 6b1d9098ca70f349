import { type Candidate, type Matching } from '@podmates/domain/matching';

/**
 * What a matching breaks of what nobody may break, as sentences; empty for a good one. Written from the
 * product's rules alone and shares no code with the engine, so that both cannot be wrong in the same way.
 */
export function brokenConstraints(people: readonly Candidate[], { groups, unmatched }: Matching): string[] {
  const broken: string[] = [];
  const byId = new Map(people.map((person) => [person.id, person]));
  const seen = new Set<string>();
  for (const id of [...groups.flatMap(({ memberIds }) => memberIds), ...unmatched.map(({ id }) => id)]) {
    if (!byId.has(id)) broken.push(`${id} does not wait`);
    if (seen.has(id)) broken.push(`${id} is there twice`);
    seen.add(id);
  }
  for (const { id } of people) if (!seen.has(id)) broken.push(`${id} is lost`);
  for (const { memberIds } of groups) broken.push(...brokenIn(memberIds.flatMap((id) => byId.get(id) ?? [])));
  return broken;
}

function brokenIn(members: readonly Candidate[]): string[] {
  const broken: string[] = [];
  const names = members.map(({ id }) => id).join(', ');
  for (const one of members) {
    if (!one.sizes.includes(members.length)) broken.push(`${one.id} wants no pod of ${members.length}`);
    for (const other of members) {
      if (other === one) continue;
      if (one.blocks.includes(other.id)) broken.push(`${one.id} blocks ${other.id}`);
      const wantEachOther = one.favourites.includes(other.id) && other.favourites.includes(one.id);
      if (one.recent.includes(other.id) && !wantEachOther) broken.push(`${one.id} just had a pod with ${other.id}`);
      const wanted = one.comfort === 'same' ? one.gender : one.comfort;
      if (one.comfort !== null && (wanted === null || other.gender !== wanted)) {
        broken.push(`${one.id} is not comfortable with ${other.id}`);
      }
    }
  }
  for (const property of ['track', 'language', 'ageGroup'] as const) {
    if (new Set(members.map((member) => member[property])).size > 1) broken.push(`${names} differ in ${property}`);
  }
  const timesNamed = new Map<number, number>();
  for (const hour of members.flatMap(({ hours }) => [...new Set(hours)])) {
    timesNamed.set(hour, (timesNamed.get(hour) ?? 0) + 1);
  }
  const shared = [...timesNamed.values()].filter((times) => times === members.length).length;
  if (shared < 2) broken.push(`${names} share ${shared} hours`);
  return broken;
}
