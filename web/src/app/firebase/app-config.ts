import { z } from 'zod';

const AppConfig = z.object({ firebase: z.object({ projectId: z.string(), apiKey: z.string() }).catchall(z.string()) });
export type AppConfig = z.infer<typeof AppConfig>;

let answer: Promise<unknown> | undefined;

/** `/app-config.json` as it was served: which project this build talks to. Read once; a missed answer is asked again. */
export function servedConfig(): Promise<unknown> {
  answer ??= fetch('/app-config.json').then((response) => {
    if (!response.ok) throw new Error(`app-config.json: ${response.status}`);
    return response.json();
  });
  answer.catch(() => (answer = undefined));
  return answer;
}

export const appConfig = async (): Promise<AppConfig> => AppConfig.parse(await servedConfig());
