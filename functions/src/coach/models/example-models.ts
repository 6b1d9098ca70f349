import { genaiModel } from '../../providers/genai/genai-model';
import { vertexaiModel } from '../../providers/vertexai/vertexai-model';
import { type CoachModel } from '../coach-model';
import { type VertexStandIn } from './example-vertex-stand-in';

export const TOKEN = 'a-token-that-opens-nothing';
const SETTINGS = { project: 'demo-podmates', location: 'europe-west1', model: 'gemini-of-the-test', firstPauseMs: 5 };

/** Stands for a signed-in account, in the two forms in which the SDKs ask for its token. */
export const tokenGiver = (give: () => Promise<string> = async () => TOKEN) => ({
  getAccessToken: async () => ({ token: await give() }),
  getRequestHeaders: async () => new Headers({ authorization: `Bearer ${await give()}` }),
});
type TokenGiver = ReturnType<typeof tokenGiver>;

/** For tests: both SDKs over the stand-in. Their types want one of Google's account classes; they use two methods. */
export const SDKS = ['genai', 'vertexai'] as const;
export const sdkModel = (
  name: (typeof SDKS)[number],
  standIn: VertexStandIn,
  authClient: TokenGiver = tokenGiver(),
  more: { readonly location?: string } = {},
): CoachModel => {
  const settings = { ...SETTINGS, over: standIn.fetch, ...more };
  const options: unknown = { authClient };
  return name === 'genai'
    ? genaiModel(settings, options as Parameters<typeof genaiModel>[1])
    : vertexaiModel(settings, options as Parameters<typeof vertexaiModel>[1]);
};
