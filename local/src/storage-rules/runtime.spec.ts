import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { RulesRuntime } from './runtime';

const RULES = `rules_version = '2';
service firebase.storage {
  match /b/{bucket}/o/{file} {
    allow get: if firestore.get(/databases/(default)/documents/people/$(request.auth.uid)).data.isIn;
  }
}`;
const load = (content: string, id = 0) => ({
  action: 'load_ruleset',
  id,
  context: { rulesetName: '0', source: { files: [{ name: 'storage.rules', content }] } },
});
const get = (id: number, uid: string) => ({
  action: 'verify',
  id,
  context: {
    rulesetName: '0',
    service: 'firebase.storage',
    path: '/b/one/o/a',
    method: 'get',
    variables: {
      resource: { null_value: null },
      request: { map_value: { fields: { auth: { map_value: { fields: { uid: { string_value: uid } } } } } } },
    },
  },
});
const person = (id: number, isIn: boolean) => ({
  id,
  status: 'ok',
  result: { fields: { isIn: { booleanValue: isIn } } },
});
const clean = { status: 'ok', errors: [], warnings: [] };

describe('the conversation with firebase-tools', () => {
  it('loads rules, and says where they are not understood', () => {
    const runtime = new RulesRuntime();
    expect(runtime.answer(load(RULES, 4))).toEqual({ id: 4, result: { rulesVersion: 2 }, ...clean });
    const bad = RULES.replace(/firestore.*isIn/, "file.matches('a') && file.trim()");
    const errors = ['storage.rules:4:44: the method trim is not covered'];
    expect(runtime.answer(load(bad, 5))).toEqual({ id: 5, ...clean, errors });
  });

  it('keeps the old rules when new ones are refused', () => {
    const runtime = new RulesRuntime();
    runtime.answer(load(RULES));
    runtime.answer(load('nonsense'));
    expect(runtime.answer(get(7, 'ana'))).toMatchObject({ action: 'fetch_firestore_document' });
  });

  it('asks for documents under the id of the request, several requests at a time', () => {
    const runtime = new RulesRuntime();
    runtime.answer(load(RULES));
    const asks = (id: number, uid: string) => ({
      server_request_id: id,
      status: 'ok',
      action: 'fetch_firestore_document',
      context: { path: `/databases/(default)/documents/people/${uid}` },
    });
    expect(runtime.answer(get(7, 'ana'))).toEqual(asks(7, 'ana'));
    expect(runtime.answer(get(8, 'b?n'))).toEqual(asks(8, 'b%3Fn'));
    expect(runtime.answer(get(9, 'eve'))).toEqual(asks(9, 'eve'));
    expect(runtime.answer(person(8, false))).toEqual({ id: 8, result: { permit: false }, ...clean });
    expect(runtime.answer(person(7, true))).toEqual({ id: 7, result: { permit: true }, ...clean });
    expect(runtime.answer({ id: 9, status: 'not_found' })).toMatchObject({ id: 9, result: { permit: false } });
  });

  it.each([
    ['an unknown action', { action: 'dance', id: 1 }],
    ['an unknown ruleset', { ...get(1, 'ana'), context: { ...get(1, 'ana').context, rulesetName: 'other' } }],
    ['an unknown method', { ...get(1, 'ana'), context: { ...get(1, 'ana').context, method: 'glance' } }],
    ['a document nobody asked for', person(1, true)],
    [
      'a value it cannot hold',
      { ...get(1, 'ana'), context: { ...get(1, 'ana').context, variables: { request: { latlng_value: {} } } } },
    ],
  ])('denies %s with an error, and answers', (_, message) => {
    const runtime = new RulesRuntime();
    runtime.answer(load(RULES));
    expect(runtime.answer(message)).toEqual({ id: 1, ...clean, errors: [expect.any(String)] });
  });

  it('is spoken in lines by the program itself, until its input ends', async () => {
    const program = spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'serve.ts')]);
    const lines = createInterface({ input: program.stdout })[Symbol.asyncIterator]();
    const hears = async () => JSON.parse(String((await lines.next()).value)) as unknown;
    const says = (message: object) => program.stdin.write(`${JSON.stringify(message)}\n`);
    expect(await hears()).toEqual({ id: -1, status: 'ok' });
    says(load(RULES));
    expect(await hears()).toMatchObject({ id: 0, status: 'ok' });
    says(get(1, 'ana'));
    expect(await hears()).toMatchObject({ server_request_id: 1 });
    says(person(1, true));
    expect(await hears()).toMatchObject({ id: 1, result: { permit: true } });
    program.stdin.end();
    expect(await once(program, 'exit')).toEqual([0, null]);
  });
});
