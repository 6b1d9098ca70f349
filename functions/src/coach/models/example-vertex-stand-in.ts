import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** How the stand-in answers one request. Each part that is left out is as Vertex AI does on a good day. */
export interface Saying {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** What the network does: closed before a byte, in the middle, no end of bytes, or silence before or in the body. */
  readonly fault?: 'reset' | 'cut' | 'endless' | 'silent' | 'stalled';
}

/** As it came in. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** For tests: `generateContent` of the Vertex API, on this machine. */
export class VertexStandIn {
  readonly received: Received[] = [];
  /** What the SDKs asked, before it was carried here. */
  readonly addresses: string[] = [];
  /** Requests whose connection was closed by who asked. */
  left = 0;
  private sayings: ((asked: Received) => Saying)[] = [];
  private readonly server: Server = createServer((request, response) => void this.answer(request, response));

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** From now on these, one after the other, the last for good. */
  says(...sayings: readonly (Saying | ((asked: Received) => Saying))[]): void {
    this.sayings = sayings.map((saying) => (typeof saying === 'function' ? saying : () => saying));
    this.received.length = 0;
    this.addresses.length = 0;
    this.left = 0;
  }

  /** Carries to this machine what is meant for Vertex AI, over HTTP, and nothing else anywhere. */
  readonly fetch: typeof fetch = async (input, init) => {
    const meant = new URL(String(input));
    if (!/^https:\/\/([a-z0-9-]+-)?aiplatform\.googleapis\.com$/.test(meant.origin))
      throw new Error(`A test asked ${meant.origin}.`);
    this.addresses.push(meant.href);
    const { port } = this.server.address() as AddressInfo;
    return fetch(`http://127.0.0.1:${port}${meant.pathname}${meant.search}`, init);
  };

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on('close', () => (this.left += response.writableFinished ? 0 : 1));
    const { method = '', url: path = '', headers } = request;
    const asked = { method, path, headers, body: await buffer(request) };
    this.received.push(asked);
    const saying = this.sayings.length > 1 ? this.sayings.shift() : this.sayings[0];
    const { status = 200, headers: more = {}, body = '', fault } = saying?.(asked) ?? { status: 501 };
    if (fault === 'silent') return;
    if (fault === 'reset') return void request.socket.resetAndDestroy();
    response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8', ...more });
    if (fault === undefined) return void response.end(body);
    response.write('{"candidates":[');
    if (fault === 'cut') setTimeout(() => request.socket.resetAndDestroy(), 20);
    if (fault === 'endless') this.goOn(response);
  }

  private goOn(response: ServerResponse): void {
    const more = (): void => {
      while (!response.destroyed && response.write(' '.repeat(65_536)));
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  }
}

/** An answer in the frame that the Vertex API puts around it. */
export const framed = (text: string, more: object = {}): Saying => ({
  body: JSON.stringify({
    candidates: [{ content: { role: 'model', parts: [{ text }] }, finishReason: 'STOP' }],
    usageMetadata: { promptTokenCount: 812, candidatesTokenCount: 64, thoughtsTokenCount: 30, totalTokenCount: 906 },
    modelVersion: 'gemini-of-the-test',
    ...more,
  }),
});
