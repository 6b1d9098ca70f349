import { checkRules } from './check';
import { type Environment, evaluate, EvaluationError, lazily } from './evaluate';
import { parseRules } from './parser';
import { type Block, type MatchStep, type RequestMethod } from './syntax';
import { path, string, type Value } from './values';

export interface RulesRequest {
  /** `/b/{bucket}/o/…`, decoded. */
  readonly path: string;
  readonly method: RequestMethod;
  readonly request: Value;
  /** The file as it is before the request; null when there is none. */
  readonly resource: Value;
}
export interface Decision {
  readonly isPermitted: boolean;
  /** Conditions that could not be evaluated, with their place. */
  readonly warnings: readonly string[];
}

/** A loaded `storage.rules`. Loading throws `RulesProblem` when any of it is beyond the covered subset. */
export class Ruleset {
  private readonly service: Block;

  constructor(source: string) {
    this.service = parseRules(source);
    checkRules(this.service);
  }

  /** Throws `DocumentWanted` until `documents` holds what the conditions read. */
  decide({ path: place, method, request, resource }: RulesRequest, documents: Environment['documents']): Decision {
    const values = new Map([
      ['request', () => request],
      ['resource', () => resource],
    ]);
    const steps = place.split('/').filter(Boolean);
    const warnings: string[] = [];
    const isPermitted = isAllowed(this.service, steps, method, { values, functions: new Map(), documents }, warnings);
    return { isPermitted, warnings: isPermitted ? [] : warnings };
  }
}

function isAllowed(
  block: Block,
  steps: readonly string[],
  method: RequestMethod,
  around: Environment,
  warnings: string[],
): boolean {
  const met = meet(block.steps, steps);
  if (!met) return false;
  const functions = new Map(around.functions);
  const values = new Map(around.values);
  for (const [name, value] of met.bound)
    values.set(
      name,
      lazily(() => value),
    );
  const env = { ...around, values, functions };
  for (const declaration of block.functions) functions.set(declaration.name, { declaration, home: env });

  const isHere = met.left.length === 0;
  const mayGrant = block.allows.filter((allow) => isHere && allow.methods.includes(method));
  return (
    mayGrant.some(({ condition, at }) => {
      try {
        const value = evaluate(condition, env);
        return value.type === 'bool' && value.value;
      } catch (reason) {
        if (!(reason instanceof EvaluationError)) throw reason;
        warnings.push(`storage.rules:${reason.at.line}: ${reason.message} (allow of line ${at.line})`);
        return false;
      }
    }) || block.blocks.some((inner) => isAllowed(inner, met.left, method, env, warnings))
  );
}

function meet(
  pattern: readonly MatchStep[],
  steps: readonly string[],
): { readonly bound: readonly (readonly [string, Value])[]; readonly left: readonly string[] } | null {
  const bound: (readonly [string, Value])[] = [];
  for (const [n, wanted] of pattern.entries()) {
    if (wanted.kind === 'rest') return { bound: [...bound, [wanted.name, path(steps.slice(n))]], left: [] };
    const step = steps[n];
    if (step === undefined || (wanted.kind === 'itself' && wanted.text !== step)) return null;
    if (wanted.kind === 'one') bound.push([wanted.name, string(step)]);
  }
  return { bound, left: steps.slice(pattern.length) };
}
