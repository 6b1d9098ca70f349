import { writeFileSync } from 'node:fs';
import { type Candidate } from '@podmates/domain/matching';

/** Writes people as `npm run match` reads them. The file knows no age group, so that goes with the language. */
export function writeMatchFile(path: string, people: readonly Candidate[], p: { now: Date; seed: number }): void {
  const content = {
    seed: p.seed,
    now: p.now.toISOString(),
    people: people.map((person) => ({
      id: person.id,
      zone: person.zone,
      week: stretches(person.hours),
      experience: person.experience,
      style: person.styles,
      goal: person.focus === null ? person.track : `${person.track}:${person.focus}`,
      language: `${person.language} ${person.ageGroup ?? ''}`,
      waitingSince: person.waitingSince.toISOString(),
      blocks: person.blocks,
      recent: person.recent,
      favourites: person.favourites,
      sizes: person.sizes,
      comfort: person.comfort,
      gender: person.gender,
    })),
  };
  writeFileSync(path, JSON.stringify(content));
}

/** Hours that follow each other as one window. */
function stretches(hours: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const hour of hours) {
    const last = found.at(-1);
    if (last?.[1] === hour) last[1] = hour + 1;
    else found.push([hour, hour + 1]);
  }
  return found;
}
