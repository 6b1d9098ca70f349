import { METHODS } from './methods';
import { type Position } from './rules-problem';
import { type BinaryOperator, type Expression, type FunctionDeclaration } from './syntax';
import { bool, int, isEqual, isOfType, isSame, list, path, type Value } from './values';

/** An error in the sense of the language: it denies, unless `||` or `&&` is decided by its other side. */
export class EvaluationError extends Error {
  override readonly name = 'EvaluationError';
  readonly at: Position;

  constructor(message: string, at: Position) {
    super(message);
    this.at = at;
  }
}

/** Thrown through everything when a Firestore document is needed that was not fetched yet. */
export class DocumentWanted extends Error {
  override readonly name = 'DocumentWanted';
  readonly path: string;

  constructor(path: string) {
    super(`needs ${path}`);
    this.path = path;
  }
}

/** Names and functions where an expression stands. Values are made when first asked for, as in the language. */
export interface Environment {
  readonly values: ReadonlyMap<string, () => Value>;
  readonly functions: ReadonlyMap<string, { readonly declaration: FunctionDeclaration; readonly home: Environment }>;
  /** Fetched documents by path; `null` is one that does not exist. */
  readonly documents: ReadonlyMap<string, Value>;
}

export function evaluate(expression: Expression, env: Environment): Value {
  const { at } = expression;
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'name': {
      const value = env.values.get(expression.name);
      if (!value) throw new EvaluationError(`unknown name ${expression.name}`, at);
      return value();
    }
    case 'member':
      return memberOf(evaluate(expression.object, env), expression.name, at);
    case 'index':
      return indexOf(evaluate(expression.object, env), evaluate(expression.index, env), at);
    case 'call':
      return call(expression.name, expression.args, env, at);
    case 'method': {
      const object = evaluate(expression.object, env);
      const args = expression.args.map((arg) => evaluate(arg, env));
      const result = METHODS.get(expression.name)?.run(object, args) ?? null;
      if (!result) throw new EvaluationError(`${object.type} has no ${expression.name} for these arguments`, at);
      return result;
    }
    case 'firestore': {
      const found = documentAt(evaluate(expression.document, env), env, at);
      return expression.asks === 'exists' ? bool(found.type !== 'null') : found;
    }
    case 'list':
      return list(expression.items.map((item) => evaluate(item, env)));
    case 'path':
      return path(expression.segments.map((segment) => segmentText(segment, env)));
    case 'not':
      return bool(!boolOf(evaluate(expression.operand, env), at));
    case 'minus':
      return negative(evaluate(expression.operand, env), at);
    case 'is':
      return bool(isOfType(evaluate(expression.operand, env), expression.type));
    case 'binary':
      return binary(expression, env);
    case 'choice':
      return boolOf(evaluate(expression.when, env), expression.when.at)
        ? evaluate(expression.then, env)
        : evaluate(expression.otherwise, env);
  }
}

export const lazily = (make: () => Value): (() => Value) => {
  let made: Value | undefined;
  return () => (made ??= make());
};

function call(name: string, args: readonly Expression[], env: Environment, at: Position): Value {
  const known = env.functions.get(name);
  if (!known) throw new EvaluationError(`unknown function ${name}`, at);
  const { declaration, home } = known;
  const values = new Map(home.values);
  const inside = { ...home, values };
  declaration.parameters.forEach((parameter, n) => {
    const arg = args[n];
    if (arg)
      values.set(
        parameter,
        lazily(() => evaluate(arg, env)),
      );
  });
  for (const { name: bound, value } of declaration.lets)
    values.set(
      bound,
      lazily(() => evaluate(value, inside)),
    );
  return evaluate(declaration.result, inside);
}

function memberOf(object: Value, name: string, at: Position): Value {
  const value = object.type === 'map' ? object.fields.get(name) : undefined;
  if (!value) throw new EvaluationError(`${object.type} has no ${name}`, at);
  return value;
}

function indexOf(object: Value, index: Value, at: Position): Value {
  if (object.type === 'map' && index.type === 'string') return memberOf(object, index.value, at);
  const item = object.type === 'list' && index.type === 'int' ? object.items[index.value] : undefined;
  if (!item) throw new EvaluationError(`${object.type} has nothing at this ${index.type}`, at);
  return item;
}

function segmentText(segment: string | Expression, env: Environment): string {
  if (typeof segment === 'string') return segment;
  const value = evaluate(segment, env);
  const text = value.type === 'string' ? value.value : value.type === 'int' ? String(value.value) : '';
  // A slash inside a segment would name a document elsewhere.
  if (text === '' || text.includes('/')) throw new EvaluationError('not a path segment', segment.at);
  return text;
}

function documentAt(place: Value, { documents }: Environment, at: Position): Value {
  if (place.type !== 'path') throw new EvaluationError(`${place.type} is not a path`, at);
  const wanted = `/${place.segments.join('/')}`;
  const found = documents.get(wanted);
  if (!found) throw new DocumentWanted(wanted);
  return found;
}

function boolOf(value: Value, at: Position): boolean {
  if (value.type !== 'bool') throw new EvaluationError(`${value.type} is neither true nor false`, at);
  return value.value;
}

type Binary = Extract<Expression, { kind: 'binary' }>;

function binary({ operator, left, right, at }: Binary, env: Environment): Value {
  if (operator === '||') return decided(left, right, true, env);
  if (operator === '&&') return decided(left, right, false, env);
  const a = evaluate(left, env);
  const b = evaluate(right, env);
  switch (operator) {
    case '==':
      return bool(isEqual(a, b));
    case '!=':
      return bool(!isEqual(a, b));
    case 'in':
      return bool(isIn(a, b, at));
    default:
      return ordered(operator, a, b, at) ?? counted(operator, a, b, at);
  }
}

/** Either side decides when it has the deciding value, even if the other one fails. */
function decided(left: Expression, right: Expression, by: boolean, env: Environment): Value {
  let failure: EvaluationError | undefined;
  for (const side of [left, right]) {
    try {
      if (boolOf(evaluate(side, env), side.at) === by) return bool(by);
    } catch (reason) {
      if (!(reason instanceof EvaluationError)) throw reason;
      failure ??= reason;
    }
  }
  if (failure) throw failure;
  return bool(!by);
}

function isIn(item: Value, within: Value, at: Position): boolean {
  if (within.type === 'list') return within.items.some((one) => isSame(one, item));
  if (within.type === 'map' && item.type === 'string') return within.fields.has(item.value);
  throw new EvaluationError(`nothing can be in ${within.type}`, at);
}

function ordered(operator: BinaryOperator, a: Value, b: Value, at: Position): Value | null {
  if (!['<', '<=', '>', '>='].includes(operator)) return null;
  const [x, y] = [comparable(a), comparable(b)];
  if (x === null || y === null || typeof x !== typeof y) {
    throw new EvaluationError(`${a.type} ${operator} ${b.type} has no meaning`, at);
  }
  const isLess = operator === '<' || operator === '<=' ? x < y : x > y;
  return bool(isLess || (operator.endsWith('=') && x === y));
}

function comparable(value: Value): number | string | bigint | null {
  if (value.type === 'timestamp') return value.nanos;
  return value.type === 'int' || value.type === 'float' || value.type === 'string' ? value.value : null;
}

function counted(operator: BinaryOperator, a: Value, b: Value, at: Position): Value {
  if (operator === '+' && a.type === 'string' && b.type === 'string')
    return { type: 'string', value: a.value + b.value };
  if ((a.type !== 'int' && a.type !== 'float') || (b.type !== 'int' && b.type !== 'float')) {
    throw new EvaluationError(`${a.type} ${operator} ${b.type} has no meaning`, at);
  }
  const value = calculated(operator, a.value, b.value);
  const isWhole = a.type === 'int' && b.type === 'int';
  if (isWhole && !Number.isSafeInteger(value)) throw new EvaluationError(`${operator} leaves the whole numbers`, at);
  return isWhole ? int(value) : { type: 'float', value };
}

function calculated(operator: BinaryOperator, a: number, b: number): number {
  if (operator === '+') return a + b;
  if (operator === '-') return a - b;
  return operator === '*' ? a * b : a % b;
}

function negative(value: Value, at: Position): Value {
  if (value.type === 'int') return int(0 - value.value);
  if (value.type === 'float') return { type: 'float', value: -value.value };
  throw new EvaluationError(`${value.type} has no opposite`, at);
}
