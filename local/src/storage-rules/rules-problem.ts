/** Where something stands in a rules file, from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A rules file that this runtime does not understand; it is refused whole, never half-applied. */
export class RulesProblem extends Error {
  override readonly name = 'RulesProblem';
  readonly at: Position;

  constructor(message: string, at: Position) {
    super(message);
    this.at = at;
  }
}
