import { type Position, RulesProblem } from './rules-problem';

export type Token = { readonly at: Position; readonly offset: number } & (
  | { readonly kind: 'word' | 'string' | 'sign'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'end'; readonly text: '' }
);

const SPACE = /(?:\s|\/\/[^\n]*|\/\*[^]*?\*\/)*/y;
const WORD = /[A-Za-z_]\w*/y;
const NUMBER = /\d+(?:\.\d+)?/y;
const SIGN = /&&|\|\||==|!=|<=|>=|\*\*|[-{}()[\];:,.=<>+*/%!?$]/y;
const STRING = /'(?:[^'\\\n]|\\[^\n])*'|"(?:[^"\\\n]|\\[^\n])*"/y;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '\\': '\\', "'": "'", '"': '"' };

/**
 * Reads a rules file piece by piece as the parser asks: only the parser knows whether a `/` begins a path.
 * Throws `RulesProblem` on a sign that the language does not have.
 */
export class Scanner {
  private offset = 0;

  constructor(private readonly source: string) {}

  peek(): Token {
    const before = this.offset;
    const token = this.next();
    this.offset = before;
    return token;
  }

  next(): Token {
    this.take(SPACE);
    const offset = this.offset;
    const at = this.position(offset);
    if (offset === this.source.length) return { kind: 'end', text: '', at, offset };
    const word = this.take(WORD);
    if (word !== null) return { kind: 'word', text: word, at, offset };
    const number = this.take(NUMBER);
    if (number !== null) {
      if (this.take(WORD) !== null) throw new RulesProblem(`a number that goes on with letters`, at);
      return { kind: 'number', text: number, at, offset };
    }
    const quoted = this.take(STRING);
    if (quoted !== null) return { kind: 'string', text: unescaped(quoted.slice(1, -1), at), at, offset };
    const sign = this.take(SIGN);
    if (sign !== null) return { kind: 'sign', text: sign, at, offset };
    throw new RulesProblem(`unexpected ${JSON.stringify(this.source[offset])}`, at);
  }

  /** Takes what stands right here, spaces included, or nothing. */
  raw(pattern: RegExp): string | null {
    return this.take(new RegExp(pattern.source, 'y'));
  }

  /** The next sign without what follows being read as tokens. */
  takeSign(sign: string): void {
    const token = this.next();
    if (token.kind !== 'sign' || token.text !== sign) throw new RulesProblem(`expected "${sign}"`, token.at);
  }

  here(): Position {
    return this.position(this.offset);
  }

  private take(pattern: RegExp): string | null {
    pattern.lastIndex = this.offset;
    const found = pattern.exec(this.source);
    if (!found) return null;
    this.offset = pattern.lastIndex;
    return found[0];
  }

  private position(offset: number): Position {
    const before = this.source.slice(0, offset).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
}

function unescaped(text: string, at: Position): string {
  return text.replace(/\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)/g, (whole, escape: string) => {
    if (escape.length > 1) return String.fromCharCode(parseInt(escape.slice(1), 16));
    const meant = ESCAPES[escape];
    if (meant === undefined) throw new RulesProblem(`unknown escape ${whole}`, at);
    return meant;
  });
}
