import { createPrivateKey } from 'node:crypto';
import * as z from 'zod';

const ServiceAccount = z.email('is not a service account e-mail');

const Secret = z.string().min(16, 'is shorter than 16 characters');
const VideoDomain = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{2,5})?$/, 'is not the domain of a video service');
const VideoTenant = z.string().regex(/^[a-z0-9-]{1,100}$/, 'is not a tenant');
/** PEM; where a setting holds one line, its line breaks are written as `\n`. */
const PrivateKey = z
  .string()
  .transform((text) => text.replaceAll('\\n', '\n'))
  .refine(isRsaKey, 'is not a private RSA key in PEM');

/** Who writes the coach's words; a recording is for tests and the local platform, which choose it themselves. */
const ModelName = z.enum(['rules', 'genai', 'vertexai'], { error: 'is not rules, genai or vertexai' });
const ModelId = z.string().regex(/^[a-z0-9][a-z0-9.@-]{0,99}$/, 'is not the id of a model');
const ModelLocation = z.string().regex(/^(global|[a-z]+-[a-z]+\d{1,2})$/, 'is not a region or global');

/** Features that need settings of their own, and which. A feature whose settings are missing is off; the rest works. */
const FEATURE_SETTINGS = {
  /** Cloud Tasks, which run delayed work on the minute; without it the sweepers do the same work later. */
  'delayed-tasks': { TASKS_INVOKER: ServiceAccount },
  /** Video in the session room. Without it the room has everything else. */
  video: { VIDEO_DOMAIN: VideoDomain },
  /** A token for each member, for a Jitsi server of our own. Without this and `video-tenant` its lobby keeps others out. */
  'video-tokens': { VIDEO_APP_ID: z.string().max(200), VIDEO_APP_SECRET: Secret },
  /** The same with the key of a tenant at JaaS; it goes before `video-tokens`. */
  'video-tenant': { VIDEO_TENANT: VideoTenant, VIDEO_KEY_ID: z.string().max(200), VIDEO_PRIVATE_KEY: PrivateKey },
  /** What the video service tells of who came and went. Without it attendance knows the room's heartbeats alone. */
  'video-news': { VIDEO_WEBHOOK_SECRET: Secret },
  /** A model behind the coach. Without it the coach's own rules speak. No default: it costs money, and notes leave for it. */
  'coach-model': { COACH_MODEL: ModelName, COACH_MODEL_ID: ModelId, COACH_LOCATION: ModelLocation },
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
export const featureStates = (env: Environment): Record<FeatureName, FeatureState> => {
  const names = Object.keys(FEATURE_SETTINGS) as FeatureName[];
  return Object.fromEntries(names.map((name) => [name, stateOf(name, env)])) as Record<FeatureName, FeatureState>;
};

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

function isRsaKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}
