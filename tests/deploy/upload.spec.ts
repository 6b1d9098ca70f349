import { rmSync } from 'node:fs';
import { CALLABLES } from '@podmates/domain';
import { type LoadedFunctions, importedIn, inputsFor, installIn, loadFrom, uploadFolder } from './uploaded-functions';

const TRIGGERS = ['onOutboxWritten', 'onStatusWritten'];
const WEBHOOKS = ['hearVideo'];
const TASKS = [
  'advanceSession',
  'assignReviewers',
  'cleanProof',
  'closeSlot',
  'coachSession',
  'decidePod',
  'easeWaiting',
  'expireChallenge',
  'expireProposal',
  'matchShard',
  'partWords',
  'remindSession',
  'runMatching',
  'settleAttendance',
];
const SCHEDULES = [
  'checkStreaks',
  'matchWaiting',
  'resendOutbox',
  'sweepCoach',
  'sweepPods',
  'sweepProofs',
  'sweepReviews',
  'sweepSessions',
  'sweepSlots',
  'warnTimeShifts',
];

describe('what is uploaded', () => {
  let folder: string;
  let loaded: LoadedFunctions;
  beforeAll(async () => {
    folder = await uploadFolder();
    await installIn(folder);
    loaded = await loadFrom(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('installs and loads without the workspace, and exports every function by its name', () => {
    const expected = [...Object.keys(CALLABLES), ...TRIGGERS, ...WEBHOOKS, ...TASKS, ...SCHEDULES].sort();
    expect(Object.keys(loaded.regions).sort()).toEqual(expected);
  });

  it('runs everything in one region', () => {
    expect([...new Set(Object.values(loaded.regions).flat())]).toEqual(['us-central1']);
  });

  it('loads the database that every function needs, and no SDK that only some need', () => {
    expect(loaded.packages).toContain('@google-cloud/firestore');
    for (const sdk of ['@google-cloud/tasks', '@google/genai', '@google-cloud/vertexai', 'sharp'])
      expect(loaded.packages).not.toContain(sdk);
  });

  it('has the SDKs there that are loaded with the first question to a model', async () => {
    const names = { '@google/genai': 'GoogleGenAI', '@google-cloud/vertexai': 'VertexAI' };
    expect(await importedIn(folder, names)).toEqual(Object.values(names));
  });
});

describe('the bundle', () => {
  const localInputs = ({ inputs }: { inputs: Record<string, unknown> }) =>
    Object.keys(inputs).filter((path) => /(^|\/)local\//.test(path));

  it('for production holds the real wiring, and nothing of the local platform', async () => {
    const bundle = await inputsFor('production');
    expect(localInputs(bundle)).toEqual([]);
    expect(Object.keys(bundle.inputs)).toContain('functions/src/runtime/wiring.ts');
  });

  it('for the local platform holds its wiring in place of the real one', async () => {
    const bundle = await inputsFor('local');
    expect(localInputs(bundle)).toContain('local/src/functions/local-wiring.ts');
    expect(Object.keys(bundle.inputs)).not.toContain('functions/src/runtime/wiring.ts');
  });
});
