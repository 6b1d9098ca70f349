import { type Position } from './rules-problem';
import { type TypeName, type Value } from './values';

export const METHODS_OF_REQUESTS = ['get', 'list', 'create', 'update', 'delete'] as const;
export type RequestMethod = (typeof METHODS_OF_REQUESTS)[number];

export type BinaryOperator = '||' | '&&' | '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | '+' | '-' | '*' | '%';

export type Expression = { readonly at: Position } & (
  | { readonly kind: 'literal'; readonly value: Value }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'member'; readonly object: Expression; readonly name: string }
  | { readonly kind: 'index'; readonly object: Expression; readonly index: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | {
      readonly kind: 'method';
      readonly object: Expression;
      readonly name: string;
      readonly args: readonly Expression[];
    }
  | { readonly kind: 'firestore'; readonly asks: 'get' | 'exists'; readonly document: Expression }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'path'; readonly segments: readonly (string | Expression)[] }
  | { readonly kind: 'not' | 'minus'; readonly operand: Expression }
  | { readonly kind: 'is'; readonly operand: Expression; readonly type: TypeName }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'choice'; readonly when: Expression; readonly then: Expression; readonly otherwise: Expression }
);

export interface FunctionDeclaration {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly lets: readonly { readonly name: string; readonly value: Expression }[];
  readonly result: Expression;
  readonly at: Position;
}

/** One step of a match path: itself, `{name}` for one step, or `{name=**}` for all that are left. */
export type MatchStep =
  { readonly kind: 'itself'; readonly text: string } | { readonly kind: 'one' | 'rest'; readonly name: string };

export interface Allow {
  readonly methods: readonly RequestMethod[];
  readonly condition: Expression;
  readonly at: Position;
}

/** A `match` block, or the `service` block itself (whose path is empty). */
export interface Block {
  readonly steps: readonly MatchStep[];
  readonly functions: readonly FunctionDeclaration[];
  readonly allows: readonly Allow[];
  readonly blocks: readonly Block[];
  readonly at: Position;
}
