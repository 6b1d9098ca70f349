import { type Position, RulesProblem } from './rules-problem';
import { type Scanner, type Token } from './scanner';
import { type BinaryOperator, type Expression } from './syntax';
import { bool, int, NULL, string, TYPE_NAMES, type TypeName, type Value } from './values';

/** Loosest first; operators of one row bind equally, from the left. */
const ROWS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['in', 'is'],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '%'],
];
const CONSTANTS: ReadonlyMap<string, Value> = new Map([
  ['true', bool(true)],
  ['false', bool(false)],
  ['null', NULL],
]);

/** Parses one expression from where the scanner stands. Throws `RulesProblem` on what this subset lacks. */
export function parseExpression(scanner: Scanner): Expression {
  const when = parseRow(scanner, 0);
  if (!takeIf(scanner, '?')) return when;
  const then = parseExpression(scanner);
  scanner.takeSign(':');
  return { kind: 'choice', when, then, otherwise: parseExpression(scanner), at: when.at };
}

function parseRow(scanner: Scanner, row: number): Expression {
  const operators = ROWS[row];
  if (!operators) return parseUnary(scanner);
  let left = parseRow(scanner, row + 1);
  for (let token = scanner.peek(); isOperator(token, operators); token = scanner.peek()) {
    scanner.next();
    left =
      token.text === 'is'
        ? { kind: 'is', operand: left, type: parseTypeName(scanner), at: token.at }
        : {
            kind: 'binary',
            operator: token.text as BinaryOperator,
            left,
            right: parseRow(scanner, row + 1),
            at: token.at,
          };
  }
  return left;
}

const isOperator = ({ kind, text }: Token, operators: readonly string[]): boolean =>
  (kind === 'sign' || kind === 'word') && operators.includes(text);

function parseTypeName(scanner: Scanner): TypeName {
  const token = scanner.next();
  const name = TYPE_NAMES.find((known) => known === token.text);
  if (!name) throw new RulesProblem(`"is ${token.text}" is not covered`, token.at);
  return name;
}

function parseUnary(scanner: Scanner): Expression {
  const { at } = scanner.peek();
  if (takeIf(scanner, '!')) return { kind: 'not', operand: parseUnary(scanner), at };
  if (takeIf(scanner, '-')) return { kind: 'minus', operand: parseUnary(scanner), at };
  return parsePostfix(scanner, parsePrimary(scanner));
}

function parsePostfix(scanner: Scanner, object: Expression): Expression {
  const { at } = scanner.peek();
  if (takeIf(scanner, '[')) {
    const index = parseExpression(scanner);
    scanner.takeSign(']');
    return parsePostfix(scanner, { kind: 'index', object, index, at });
  }
  if (!takeIf(scanner, '.')) return object;
  const name = takeWord(scanner);
  if (!takeIf(scanner, '(')) return parsePostfix(scanner, { kind: 'member', object, name, at });
  const args = parseUntil(scanner, ')');
  const isFirestore = object.kind === 'name' && object.name === 'firestore';
  return parsePostfix(
    scanner,
    isFirestore ? firestoreCall(name, args, at) : { kind: 'method', object, name, args, at },
  );
}

function firestoreCall(name: string, args: readonly Expression[], at: Position): Expression {
  const [document, more] = args;
  if ((name !== 'get' && name !== 'exists') || !document || more) {
    throw new RulesProblem(`firestore.${name} with ${args.length} arguments is not covered`, at);
  }
  return { kind: 'firestore', asks: name, document, at };
}

function parsePrimary(scanner: Scanner): Expression {
  const token = scanner.next();
  const { at, text } = token;
  switch (token.kind) {
    case 'number':
      return parseNumber(text, at);
    case 'string':
      return { kind: 'literal', value: string(text), at };
    case 'word': {
      const value = CONSTANTS.get(text);
      if (value) return { kind: 'literal', value, at };
      return takeIf(scanner, '(')
        ? { kind: 'call', name: text, args: parseUntil(scanner, ')'), at }
        : { kind: 'name', name: text, at };
    }
    case 'sign':
      if (text === '[') return { kind: 'list', items: parseUntil(scanner, ']'), at };
      if (text === '/') return parsePath(scanner, at);
      if (text === '(') {
        const inside = parseExpression(scanner);
        scanner.takeSign(')');
        return inside;
      }
  }
  throw new RulesProblem(text ? `"${text}" is not covered here` : 'the file ends within an expression', at);
}

function parseNumber(text: string, at: Position): Expression {
  if (text.includes('.')) return { kind: 'literal', value: { type: 'float', value: Number(text) }, at };
  if (!Number.isSafeInteger(Number(text))) throw new RulesProblem(`${text} is too large to be covered`, at);
  return { kind: 'literal', value: int(Number(text)), at };
}

/** After its first `/`: names, `(default)` and `$(…)`, without spaces between. */
function parsePath(scanner: Scanner, at: Position): Expression {
  const segments: (string | Expression)[] = [];
  do {
    if (scanner.raw(/\$\(/) !== null) {
      segments.push(parseExpression(scanner));
      scanner.takeSign(')');
    } else {
      const text = scanner.raw(/\(default\)|[\w~.-]+/);
      if (text === null) throw new RulesProblem('a path segment that is not covered', scanner.here());
      segments.push(text);
    }
  } while (scanner.raw(/\//) !== null);
  return { kind: 'path', segments, at };
}

function parseUntil(scanner: Scanner, close: string): Expression[] {
  const items: Expression[] = [];
  while (!takeIf(scanner, close)) {
    items.push(parseExpression(scanner));
    if (takeIf(scanner, close)) break;
    scanner.takeSign(',');
  }
  return items;
}

export function takeIf(scanner: Scanner, text: string): boolean {
  const token = scanner.peek();
  if (token.kind === 'string' || token.text !== text) return false;
  scanner.next();
  return true;
}

export function takeWord(scanner: Scanner): string {
  const token = scanner.next();
  if (token.kind !== 'word') throw new RulesProblem(`expected a name, not "${token.text}"`, token.at);
  return token.text;
}
