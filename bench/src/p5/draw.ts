import { randomFrom } from '../statistics';

/** A choice and how often it falls, relative to the others. */
export type Weighted<T> = readonly (readonly [choice: T, weight: number])[];

/** Repeatable choices: the same seed gives the same sequence of them. */
export class Draw {
  private readonly next: () => number;

  constructor(seed: number) {
    this.next = randomFrom(seed);
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  /** From `least` to `most`, both possible. */
  integer(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  of<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.next() * choices.length)] as T;
  }

  weighted<T>(choices: Weighted<T>): T {
    let left = this.next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [choice, weight] of choices) {
      left -= weight;
      if (left < 0) return choice;
    }
    return choices[choices.length - 1]![0];
  }

  /** Up to `count` of them, each at most once, in the order drawn. */
  some<T>(choices: readonly T[], count: number): T[] {
    const chosen = new Set<T>();
    while (chosen.size < Math.min(count, choices.length)) chosen.add(this.of(choices));
    return [...chosen];
  }

  /** Waiting times: most are short, a few are long. */
  exponential(mean: number): number {
    return -mean * Math.log(1 - this.next());
  }
}
