import { generateKeyPairSync } from 'node:crypto';
import { SettingError, checkEnvironment, featureStates, projectId, settingsOf } from './config';

const PROJECT = { GCLOUD_PROJECT: 'demo-podmates' };
const COMPLETE = { ...PROJECT, TASKS_INVOKER: 'tasks@demo-podmates.iam.gserviceaccount.com' };
const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const VIDEO = {
  VIDEO_DOMAIN: 'meet.example.org',
  VIDEO_APP_ID: 'podmates',
  VIDEO_APP_SECRET: 'a-secret-of-thirty-two-characters',
  VIDEO_TENANT: 'vpaas-magic-cookie-1',
  VIDEO_KEY_ID: 'key7',
  VIDEO_PRIVATE_KEY: privateKey.replaceAll('\n', '\\n'),
  VIDEO_WEBHOOK_SECRET: 'whsec-of-the-endpoint',
};

describe('the environment (row 1.2)', () => {
  it('turns a feature on when its settings are there', () => {
    expect(checkEnvironment(COMPLETE)['delayed-tasks']).toEqual({ isOn: true });
    expect(settingsOf('delayed-tasks', COMPLETE)).toEqual({ TASKS_INVOKER: COMPLETE.TASKS_INVOKER });
  });

  it.each([undefined, '', '  '])('shows a feature as off when its setting is %p, and names the setting', (value) => {
    const env = { ...COMPLETE, TASKS_INVOKER: value };
    expect(featureStates(env)['delayed-tasks']).toEqual({ isOn: false, missing: ['TASKS_INVOKER'] });
    expect(() => settingsOf('delayed-tasks', env)).toThrow(
      new SettingError('TASKS_INVOKER', 'is missing; delayed-tasks is off'),
    );
    expect(() => checkEnvironment(env)).not.toThrow();
  });

  it('refuses a setting that is there but wrong, without telling its value', () => {
    const env = { ...COMPLETE, TASKS_INVOKER: 'not-an-address' };
    expect(() => checkEnvironment(env)).toThrow('Setting TASKS_INVOKER is not a service account e-mail.');
  });

  it('needs the project in any case', () => {
    expect(() => checkEnvironment({})).toThrow('Setting GCLOUD_PROJECT is missing.');
    expect(projectId({ GOOGLE_CLOUD_PROJECT: 'podmates' })).toBe('podmates');
  });
});

describe('the settings of video (row 6.5)', () => {
  it('are off one by one: a domain alone gives rooms without tokens', () => {
    expect(checkEnvironment({ ...PROJECT, VIDEO_DOMAIN: 'meet.example.org' })).toMatchObject({
      video: { isOn: true },
      'video-tokens': { isOn: false, missing: ['VIDEO_APP_ID', 'VIDEO_APP_SECRET'] },
      'video-tenant': { isOn: false, missing: ['VIDEO_TENANT', 'VIDEO_KEY_ID', 'VIDEO_PRIVATE_KEY'] },
      'video-news': { isOn: false, missing: ['VIDEO_WEBHOOK_SECRET'] },
    });
    expect(featureStates(PROJECT).video).toEqual({ isOn: false, missing: ['VIDEO_DOMAIN'] });
  });

  it('are all read when they are there, a key with its line breaks', () => {
    checkEnvironment({ ...PROJECT, ...VIDEO });
    expect(settingsOf('video-tenant', VIDEO).VIDEO_PRIVATE_KEY).toBe(privateKey);
  });

  it.each([
    ['VIDEO_DOMAIN', 'https://meet.example.org', 'is not the domain of a video service'],
    ['VIDEO_DOMAIN', 'meet.example.org/room', 'is not the domain of a video service'],
    ['VIDEO_DOMAIN', 'evil@meet.example.org', 'is not the domain of a video service'],
    ['VIDEO_DOMAIN', "meet.example.org; script-src 'unsafe-inline'", 'is not the domain of a video service'],
    ['VIDEO_APP_SECRET', 'hunter2', 'is shorter than 16 characters'],
    ['VIDEO_TENANT', 'a/b', 'is not a tenant'],
    ['VIDEO_PRIVATE_KEY', 'hunter2-but-not-a-key', 'is not a private RSA key in PEM'],
    ['VIDEO_WEBHOOK_SECRET', 'hunter2', 'is shorter than 16 characters'],
  ])('name %s when it is wrong, and never its value', (name, value, problem) => {
    const check = () => checkEnvironment({ ...PROJECT, ...VIDEO, [name]: value });
    expect(check).toThrow(new SettingError(name, problem));
    expect(check).not.toThrow(value);
  });
});

describe('the settings of the coach’s model (row 7.8)', () => {
  const COACH = { COACH_MODEL: 'genai', COACH_MODEL_ID: 'gemini-2.5-flash', COACH_LOCATION: 'europe-west1' };

  it('turn it on all together', () => {
    const missing = Object.keys(COACH);
    expect(featureStates(PROJECT)['coach-model']).toEqual({ isOn: false, missing });
    expect(checkEnvironment({ ...PROJECT, ...COACH })['coach-model']).toEqual({ isOn: true });
    const { COACH_LOCATION: _, ...nowhere } = COACH;
    expect(featureStates(nowhere)['coach-model']).toEqual({ isOn: false, missing: ['COACH_LOCATION'] });
  });

  it.each([
    ['COACH_MODEL', 'Gemini', 'is not rules, genai or vertexai'],
    ['COACH_MODEL', 'recorded', 'is not rules, genai or vertexai'],
    ['COACH_MODEL_ID', '../publishers/other', 'is not the id of a model'],
    ['COACH_LOCATION', 'evil.example/', 'is not a region or global'],
  ])('name %s when it is wrong, and never its value', (name, value, problem) => {
    const check = () => checkEnvironment({ ...PROJECT, ...COACH, [name]: value });
    expect(check).toThrow(new SettingError(name, problem));
    expect(check).not.toThrow(value);
  });
});
