import { METHODS } from './methods';
import { compilePattern } from './pattern';
import { RulesProblem } from './rules-problem';
import { type Block, type Expression, type FunctionDeclaration } from './syntax';

const GLOBALS = ['request', 'resource'];
const RESERVED = [...GLOBALS, 'firestore', 'true', 'false', 'null'];
/** What firebase-tools tells about a request. */
const OF_REQUEST = ['auth', 'path', 'resource', 'time'];
const PLAIN_SEPARATOR = /^[\w/:;,=@ -]+$/;

interface Scope {
  readonly names: ReadonlySet<string>;
  readonly functions: ReadonlyMap<string, FunctionDeclaration>;
  /** Functions whose bodies are being walked: one that meets itself would never end. */
  readonly within: readonly FunctionDeclaration[];
}

/** Throws `RulesProblem` at the first name, method, argument or pattern that this runtime does not know. */
export function checkRules(service: Block): void {
  checkBlock(service, { names: new Set(GLOBALS), functions: new Map(), within: [] });
}

function checkBlock(block: Block, around: Scope): void {
  const names = new Set(around.names);
  for (const step of block.steps) {
    if (step.kind !== 'itself') bind(names, step.name, block.at);
  }
  const functions = new Map(around.functions);
  for (const declaration of block.functions) {
    if (around.functions.get(declaration.name) !== functions.get(declaration.name)) {
      throw new RulesProblem(`a second function ${declaration.name}`, declaration.at);
    }
    functions.set(declaration.name, declaration);
  }
  const scope = { names, functions, within: [] };
  block.functions.forEach((declaration) => checkFunction(declaration, scope));
  block.allows.forEach(({ condition }) => checkExpression(condition, scope));
  block.blocks.forEach((inner) => checkBlock(inner, scope));
}

function bind(names: Set<string>, name: string, at: Block['at']): void {
  if (RESERVED.includes(name)) throw new RulesProblem(`${name} cannot be another's name`, at);
  names.add(name);
}

function checkFunction(declaration: FunctionDeclaration, around: Scope): void {
  const names = new Set(around.names);
  declaration.parameters.forEach((name) => bind(names, name, declaration.at));
  const own = new Set(declaration.parameters);
  const within = [...around.within, declaration];
  for (const { name, value } of declaration.lets) {
    if (own.has(name)) throw new RulesProblem(`a second ${name}`, value.at);
    checkExpression(value, { ...around, names, within });
    own.add(name);
    bind(names, name, value.at);
  }
  checkExpression(declaration.result, { ...around, names, within });
}

function checkExpression(expression: Expression, scope: Scope): void {
  childrenOf(expression).forEach((child) => checkExpression(child, scope));
  const { at } = expression;
  switch (expression.kind) {
    case 'name':
      if (!scope.names.has(expression.name)) throw new RulesProblem(`unknown name ${expression.name}`, at);
      return;
    case 'member':
      if (expression.object.kind !== 'name' || expression.object.name !== 'request') return;
      if (!OF_REQUEST.includes(expression.name))
        throw new RulesProblem(`request.${expression.name} is not covered`, at);
      return;
    case 'call':
      return checkCall(expression, scope);
    case 'method':
      return checkMethod(expression);
  }
}

function checkCall(call: Extract<Expression, { kind: 'call' }>, scope: Scope): void {
  const declaration = scope.functions.get(call.name);
  if (!declaration) throw new RulesProblem(`unknown function ${call.name}`, call.at);
  if (declaration.parameters.length !== call.args.length) {
    throw new RulesProblem(`${call.name} takes ${declaration.parameters.length} arguments`, call.at);
  }
  if (scope.within.includes(declaration)) throw new RulesProblem(`${call.name} calls itself`, call.at);
  if (scope.within.length > 0) walkBody(declaration, { ...scope, within: [...scope.within, declaration] });
}

/** Follows calls alone: names were checked, or will be, where the function stands. */
function walkBody(declaration: FunctionDeclaration, scope: Scope): void {
  const calls = (expression: Expression): void => {
    if (expression.kind === 'call') checkCall(expression, scope);
    childrenOf(expression).forEach(calls);
  };
  declaration.lets.forEach(({ value }) => calls(value));
  calls(declaration.result);
}

function checkMethod({ name, args, at }: Extract<Expression, { kind: 'method' }>): void {
  const known = METHODS.get(name);
  if (!known) throw new RulesProblem(`the method ${name} is not covered`, at);
  if (args.length < known.fewestArgs || args.length > known.mostArgs) {
    throw new RulesProblem(`${name} with ${args.length} arguments is not covered`, at);
  }
  if (name !== 'matches' && name !== 'split') return;
  const [argument] = args;
  if (argument?.kind !== 'literal' || argument.value.type !== 'string') {
    throw new RulesProblem(`${name} is covered only with a text that stands in the rules`, at);
  }
  const { value } = argument.value;
  if (name === 'split' && !PLAIN_SEPARATOR.test(value)) throw new RulesProblem('split by a pattern is not covered', at);
  const pattern = compilePattern(value);
  if ('refusedFor' in pattern) throw new RulesProblem(`the pattern is not covered: ${pattern.refusedFor}`, at);
}

function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'literal':
    case 'name':
      return [];
    case 'member':
      return [expression.object];
    case 'index':
      return [expression.object, expression.index];
    case 'call':
      return expression.args;
    case 'method':
      return [expression.object, ...expression.args];
    case 'firestore':
      return [expression.document];
    case 'list':
      return expression.items;
    case 'path':
      return expression.segments.filter((segment) => typeof segment !== 'string');
    case 'not':
    case 'minus':
    case 'is':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'choice':
      return [expression.when, expression.then, expression.otherwise];
  }
}
