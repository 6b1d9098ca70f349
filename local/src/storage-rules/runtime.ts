import { DocumentWanted } from './evaluate';
import { RulesProblem } from './rules-problem';
import { type RulesRequest, Ruleset } from './ruleset';
import { METHODS_OF_REQUESTS } from './syntax';
import { type Value } from './values';
import { documentFromWire, fromWire, NotCovered } from './wire';

type Json = Readonly<Record<string, unknown>>;
type Answer = Json & { readonly errors: readonly string[]; readonly warnings: readonly string[] };

interface WaitingRequest {
  readonly request: RulesRequest;
  readonly ruleset: Ruleset;
  readonly documents: Map<string, Value>;
  /** The path that was asked for last. */
  wanted: string;
}

const CLEAN = { errors: [], warnings: [] };
const at = (source: Json | undefined, key: string): Json | undefined => {
  const value = source?.[key];
  return typeof value === 'object' && value !== null ? (value as Json) : undefined;
};

/**
 * The conversation with firebase-tools, one JSON object per message. A Firestore document is asked for under the
 * id of the `verify` that needs it, because firebase-tools finds the waiting request by that id. Every answer has
 * the status `ok`: another one leaves its caller waiting for ever.
 */
export class RulesRuntime {
  private readonly rulesets = new Map<string, Ruleset>();
  private readonly waiting = new Map<unknown, WaitingRequest>();

  answer(message: Json): Json {
    const { id } = message;
    const answer = this.answerWithout(message);
    return 'server_request_id' in answer ? answer : { id, status: 'ok', ...answer };
  }

  private answerWithout(message: Json): Answer | Json {
    try {
      switch (message['action']) {
        case 'load_ruleset':
          return this.load(at(message, 'context'));
        case 'verify':
          return this.verify(message['id'], at(message, 'context'));
        case undefined:
          return this.goOn(message);
        default:
          return refusal(`the action ${String(message['action'])} is not covered`);
      }
    } catch (reason) {
      this.waiting.delete(message['id']);
      if (reason instanceof NotCovered) return refusal(reason.message);
      throw reason;
    }
  }

  private load(context: Json | undefined): Answer {
    const files = at(context, 'source')?.['files'];
    const name = String(context?.['rulesetName']);
    const [file, more]: readonly Json[] = Array.isArray(files) ? files : [];
    const fileName = String(file?.['name'] ?? 'storage.rules');
    if (!file || more) return refusal('exactly one rules file is covered');
    try {
      this.rulesets.set(name, new Ruleset(String(file['content'])));
      return { result: { rulesVersion: 2 }, ...CLEAN };
    } catch (reason) {
      if (!(reason instanceof RulesProblem)) throw reason;
      const { line, column } = reason.at;
      return refusal(`${fileName}:${line}:${column}: ${reason.message}`);
    }
  }

  private verify(id: unknown, context: Json | undefined): Answer | Json {
    const ruleset = this.rulesets.get(String(context?.['rulesetName']));
    const method = METHODS_OF_REQUESTS.find((known) => known === context?.['method']);
    if (!ruleset || !method) return refusal('no such ruleset or method');
    const variables = at(context, 'variables');
    const request: RulesRequest = {
      path: String(context?.['path']),
      method,
      request: fromWire(variables?.['request']),
      resource: fromWire(variables?.['resource']),
    };
    return this.decide(id, { request, ruleset, documents: new Map(), wanted: '' });
  }

  /** A document arrived, or the news that there is none. */
  private goOn(message: Json): Answer | Json {
    const waiting = this.waiting.get(message['id']);
    if (!waiting) return refusal('nothing waits for this');
    waiting.documents.set(waiting.wanted, documentFromWire(message['result']));
    return this.decide(message['id'], waiting);
  }

  private decide(id: unknown, waiting: WaitingRequest): Answer | Json {
    try {
      const { isPermitted, warnings } = waiting.ruleset.decide(waiting.request, waiting.documents);
      this.waiting.delete(id);
      return { result: { permit: isPermitted }, errors: [], warnings };
    } catch (reason) {
      if (!(reason instanceof DocumentWanted)) throw reason;
      waiting.wanted = reason.path;
      this.waiting.set(id, waiting);
      const path = reason.path.split('/').map(encodeURIComponent).join('/');
      return { server_request_id: id, status: 'ok', action: 'fetch_firestore_document', context: { path } };
    }
  }
}

const refusal = (error: string): Answer => ({ errors: [error], warnings: [] });
