import { createInterface } from 'node:readline';
import { RulesRuntime } from './runtime';

/**
 * Takes the place of the official Storage rules runtime (`java -jar … serve`) under firebase-tools: one JSON object
 * per line on standard input and output. Ends with its input.
 */
const runtime = new RulesRuntime();
const say = (message: object): void => {
  process.stdout.write(`${JSON.stringify(message)}\n`);
};

createInterface({ input: process.stdin }).on('line', (line) => {
  if (line.trim() !== '') say(runtime.answer(JSON.parse(line) as Record<string, unknown>));
});
say({ id: -1, status: 'ok' });
