import * as z from 'zod';

const AppConfig = z.object({
  firebase: z.object({ projectId: z.string(), apiKey: z.string() }).catchall(z.string()),
  /** Left out where this build was deployed without video. */
  video: z.object({ origin: z.url() }).optional(),
});
export type AppConfig = z.infer<typeof AppConfig>;

const PLACE = 'podmates.app-config';
let answer: Promise<unknown> | undefined;

/**
 * `/app-config.json` as it was served: which project this build talks to. Without a network it is the
 * one served last, so that the app opens offline. A missed answer is asked for again.
 */
export function servedConfig(): Promise<unknown> {
  answer ??= ask().catch(lastServed);
  answer.catch(() => (answer = undefined));
  return answer;
}

export const appConfig = async (): Promise<AppConfig> => AppConfig.parse(await servedConfig());

/** Where the video service's script and frame come from; null where video is off. */
export const videoOrigin = async (): Promise<string | null> => {
  const { video } = await appConfig();
  return video ? new URL(video.origin).origin : null;
};

async function ask(): Promise<unknown> {
  const response = await fetch('/app-config.json');
  if (!response.ok) throw new Error(`app-config.json: ${response.status}`);
  const config: unknown = AppConfig.loose().parse(await response.json()); // a web page in its place is no answer
  try {
    localStorage.setItem(PLACE, JSON.stringify(config));
  } catch {
    return config; // storage is full or forbidden: no opening offline here
  }
  return config;
}

function lastServed(missed: unknown): unknown {
  const kept = localStorage.getItem(PLACE);
  if (kept === null) throw missed;
  return JSON.parse(kept);
}
