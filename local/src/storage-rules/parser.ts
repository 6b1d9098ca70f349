import { parseExpression, takeIf, takeWord } from './expression-parser';
import { RulesProblem } from './rules-problem';
import { Scanner } from './scanner';
import {
  type Allow,
  type Block,
  type Expression,
  type FunctionDeclaration,
  type MatchStep,
  METHODS_OF_REQUESTS,
  type RequestMethod,
} from './syntax';
import { bool } from './values';

const GROUPS: Readonly<Record<string, readonly RequestMethod[]>> = {
  read: ['get', 'list'],
  write: ['create', 'update', 'delete'],
};

/** Reads a whole `storage.rules`. Throws `RulesProblem` where it is wrong or beyond the subset. */
export function parseRules(source: string): Block {
  const scanner = new Scanner(source);
  parseVersion(scanner);
  const { at } = scanner.peek();
  if (!takeIf(scanner, 'service')) throw new RulesProblem('expected "service firebase.storage"', at);
  const service = `${takeWord(scanner)}${takeIf(scanner, '.') ? `.${takeWord(scanner)}` : ''}`;
  if (service !== 'firebase.storage') throw new RulesProblem(`rules of ${service}, not of firebase.storage`, at);
  const block = parseBlock(scanner, [], at);
  const after = scanner.next();
  if (after.kind !== 'end') throw new RulesProblem(`"${after.text}" after the service`, after.at);
  return block;
}

function parseVersion(scanner: Scanner): void {
  const { at } = scanner.peek();
  const says = takeIf(scanner, 'rules_version') && takeIf(scanner, '=') ? scanner.next() : null;
  // In version 1 `{name=**}` and lists mean something else.
  if (says?.kind !== 'string' || says.text !== '2') throw new RulesProblem("expected rules_version = '2'", at);
  scanner.takeSign(';');
}

function parseBlock(scanner: Scanner, steps: readonly MatchStep[], at: Block['at']): Block {
  const functions: FunctionDeclaration[] = [];
  const allows: Allow[] = [];
  const blocks: Block[] = [];
  scanner.takeSign('{');
  while (!takeIf(scanner, '}')) {
    const token = scanner.next();
    if (token.kind === 'word' && token.text === 'function') functions.push(parseFunction(scanner, token.at));
    else if (token.kind === 'word' && token.text === 'match') {
      blocks.push(parseBlock(scanner, parseSteps(scanner), token.at));
    } else if (token.kind === 'word' && token.text === 'allow' && steps.length > 0) {
      allows.push(parseAllow(scanner, token.at));
    } else throw new RulesProblem(token.text ? `"${token.text}" is not covered here` : 'a block is open', token.at);
  }
  const end = steps.findIndex(({ kind }) => kind === 'rest');
  if (end >= 0 && (end < steps.length - 1 || blocks.length > 0)) {
    throw new RulesProblem('something after {…=**} is not covered', at);
  }
  return { steps, functions, allows, blocks, at };
}

function parseSteps(scanner: Scanner): MatchStep[] {
  const steps: MatchStep[] = [];
  scanner.takeSign('/');
  do {
    const wildcard = scanner.raw(/\{[A-Za-z_]\w*(?:=\*\*)?\}/);
    const text = wildcard ?? scanner.raw(/[\w.~-]+/);
    if (text === null) throw new RulesProblem('a step of a match that is not covered', scanner.here());
    const name = text.replace(/\W/g, '');
    if (wildcard === null) steps.push({ kind: 'itself', text });
    else steps.push({ kind: wildcard.includes('=') ? 'rest' : 'one', name });
  } while (scanner.raw(/\//) !== null);
  return steps;
}

function parseAllow(scanner: Scanner, at: Allow['at']): Allow {
  const methods: RequestMethod[] = [];
  do {
    const name = takeWord(scanner);
    const meant = GROUPS[name] ?? METHODS_OF_REQUESTS.filter((method) => method === name);
    if (meant.length === 0) throw new RulesProblem(`"allow ${name}" is not covered`, at);
    methods.push(...meant);
  } while (takeIf(scanner, ','));
  const condition: Expression = takeIf(scanner, ':')
    ? parseCondition(scanner)
    : { kind: 'literal', value: bool(true), at };
  scanner.takeSign(';');
  if (methods.includes('list') && !isNever(condition)) {
    throw new RulesProblem('how a list meets a match is not covered: say "get", or "allow list: if false"', at);
  }
  return { methods, condition, at };
}

function parseCondition(scanner: Scanner): Expression {
  const { at } = scanner.peek();
  if (!takeIf(scanner, 'if')) throw new RulesProblem('expected "if"', at);
  return parseExpression(scanner);
}

const isNever = (condition: Expression): boolean =>
  condition.kind === 'literal' && condition.value.type === 'bool' && !condition.value.value;

function parseFunction(scanner: Scanner, at: FunctionDeclaration['at']): FunctionDeclaration {
  const name = takeWord(scanner);
  const parameters: string[] = [];
  scanner.takeSign('(');
  while (!takeIf(scanner, ')')) {
    parameters.push(takeWord(scanner));
    if (takeIf(scanner, ')')) break;
    scanner.takeSign(',');
  }
  scanner.takeSign('{');
  const lets: { name: string; value: Expression }[] = [];
  while (takeIf(scanner, 'let')) {
    const bound = takeWord(scanner);
    scanner.takeSign('=');
    lets.push({ name: bound, value: parseExpression(scanner) });
    scanner.takeSign(';');
  }
  const token = scanner.peek();
  if (!takeIf(scanner, 'return')) throw new RulesProblem(`expected "return", not "${token.text}"`, token.at);
  const result = parseExpression(scanner);
  takeIf(scanner, ';');
  scanner.takeSign('}');
  return { name, parameters, lets, result, at };
}
