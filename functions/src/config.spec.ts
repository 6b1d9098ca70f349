import { SettingError, checkEnvironment, featureStates, projectId, settingsOf } from './config';

const COMPLETE = { GCLOUD_PROJECT: 'demo-podmates', TASKS_INVOKER: 'tasks@demo-podmates.iam.gserviceaccount.com' };

describe('the environment (row 1.2)', () => {
  it('turns a feature on when its settings are there', () => {
    expect(checkEnvironment(COMPLETE)).toEqual({ 'delayed-tasks': { isOn: true } });
    expect(settingsOf('delayed-tasks', COMPLETE)).toEqual({ TASKS_INVOKER: COMPLETE.TASKS_INVOKER });
  });

  it.each([undefined, '', '  '])('shows a feature as off when its setting is %p, and names the setting', (value) => {
    const env = { ...COMPLETE, TASKS_INVOKER: value };
    expect(featureStates(env)).toEqual({ 'delayed-tasks': { isOn: false, missing: ['TASKS_INVOKER'] } });
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
