/** One region of the world and its zones, as a `<select>` groups them. */
export interface ZoneGroup {
  readonly region: string;
  readonly zones: readonly { readonly id: string; readonly name: string }[];
}

/** Every IANA zone this browser knows, by region, with `also` among them even if it does not know that one. */
export function zoneGroups(also: readonly string[] = []): ZoneGroup[] {
  const ids = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', ...also])].sort();
  const groups = new Map<string, { id: string; name: string }[]>();
  for (const id of ids) {
    const [region, ...rest] = id.split('/');
    const group = rest.length ? (region ?? id) : 'Other';
    const name = (rest.length ? rest.join(', ') : id).replaceAll('_', ' ');
    groups.set(group, [...(groups.get(group) ?? []), { id, name }]);
  }
  return [...groups].map(([region, zones]) => ({ region, zones }));
}
