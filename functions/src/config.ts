import * as z from 'zod';

const ServiceAccount = z.email('is not a service account e-mail');

/** Features that need settings of their own, and which. A feature whose settings are missing is off; the rest works. */
const FEATURE_SETTINGS = {
  /** Cloud Tasks, which run delayed work on the minute; without it the sweepers do the same work later. */
  'delayed-tasks': { TASKS_INVOKER: ServiceAccount },
} as const satisfies Record<string, Record<string, z.ZodType<string>>>;

export type FeatureName = keyof typeof FEATURE_SETTINGS;
export type FeatureState = { isOn: true } | { isOn: false; missing: string[] };
export type Environment = Readonly<Record<string, string | undefined>>;

/** A setting that is missing where it is needed, or present and wrong. The value itself is never told. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
  constructor(
    readonly setting: string,
    problem: string,
  ) {
    super(`Setting ${setting} ${problem}.`);
  }
}

const isMissing = (value: string | undefined): boolean => value === undefined || value.trim() === '';

/** The project that the functions run in. @throws SettingError */
export const projectId = (env: Environment): string => {
  const id = env['GCLOUD_PROJECT'] ?? env['GOOGLE_CLOUD_PROJECT'];
  if (id === undefined || isMissing(id)) throw new SettingError('GCLOUD_PROJECT', 'is missing');
  return id;
};

/** Which features are on; for one that is off, the names of the settings it misses. */
export const featureStates = (env: Environment): Record<FeatureName, FeatureState> => ({
  'delayed-tasks': stateOf('delayed-tasks', env),
});

/** The settings of one feature. @throws SettingError for the first that is missing or wrong */
export const settingsOf = <F extends FeatureName>(
  feature: F,
  env: Environment,
): Record<keyof (typeof FEATURE_SETTINGS)[F], string> => {
  const settings: Record<string, string> = {};
  for (const [name, schema] of Object.entries(FEATURE_SETTINGS[feature])) {
    const value = env[name];
    if (isMissing(value)) throw new SettingError(name, `is missing; ${feature} is off`);
    const parsed = schema.safeParse(value);
    if (!parsed.success) throw new SettingError(name, parsed.error.issues[0]?.message ?? 'is wrong');
    settings[name] = parsed.data;
  }
  return settings as Record<keyof (typeof FEATURE_SETTINGS)[F], string>;
};

/** Run once before the first request of a process. @throws SettingError when a setting is there but wrong */
export const checkEnvironment = (env: Environment): Record<FeatureName, FeatureState> => {
  projectId(env);
  const states = featureStates(env);
  for (const [feature, state] of Object.entries(states)) if (state.isOn) settingsOf(feature as FeatureName, env);
  return states;
};

function stateOf(feature: FeatureName, env: Environment): FeatureState {
  const missing = Object.keys(FEATURE_SETTINGS[feature]).filter((name) => isMissing(env[name]));
  return missing.length === 0 ? { isOn: true } : { isOn: false, missing };
}
