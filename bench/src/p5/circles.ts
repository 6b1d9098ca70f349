import { type Candidate } from '@podmates/domain/matching';

/** Those among whom nobody is apart by goal, language or age; each as a place in the list they came from. */
export type Circle = readonly number[];

export function circlesOf(people: readonly Candidate[]): Circle[] {
  const circles = new Map<string, number[]>();
  people.forEach(({ track, language, ageGroup }, nth) => {
    const key = JSON.stringify([track, language, ageGroup]);
    const circle = circles.get(key);
    if (circle) circle.push(nth);
    else circles.set(key, [nth]);
  });
  return [...circles.values()];
}
