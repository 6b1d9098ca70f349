import { type ResponseSchema, type VertexAI, type VertexInit } from '@google-cloud/vertexai';
import { ANSWER_SCHEMA, GENERATION } from '../../coach/models/answer-schema';
import { AskedModel } from '../../coach/models/asked-model';
import { type VertexSettings } from '../../coach/models/vertex-settings';
import { withFetch } from './lent-fetch';

/** The SDK makes `global-aiplatform.googleapis.com` of this location, which does not exist. */
const GLOBAL = { location: 'global', endpoint: 'aiplatform.googleapis.com' } as const;

/**
 * Gemini on Vertex AI by `@google-cloud/vertexai`, which is loaded with the first question. `googleAuthOptions` left
 * out: as the service account that the functions run as.
 */
export function vertexaiModel(
  { project, location, model, over, firstPauseMs }: VertexSettings,
  googleAuthOptions?: VertexInit['googleAuthOptions'],
): AskedModel {
  let client: Promise<VertexAI> | null = null;
  const opened = async (): Promise<VertexAI> => {
    const { VertexAI } = await import('@google-cloud/vertexai');
    return new VertexAI({
      project,
      location,
      ...(location === GLOBAL.location && { apiEndpoint: GLOBAL.endpoint }),
      ...(googleAuthOptions && { googleAuthOptions }),
    });
  };
  return new AskedModel(
    'vertexai',
    async ({ prompt, maxOutputTokens, fetch }) => {
      const asked = (await (client ??= opened())).getGenerativeModel({
        model,
        systemInstruction: { role: 'system', parts: [{ text: prompt.instruction }] },
        // The SDK's type wants members of its enum, which are these very strings.
        generationConfig: { ...GENERATION, maxOutputTokens, responseSchema: ANSWER_SCHEMA as ResponseSchema },
      });
      const question = { contents: [{ role: 'user', parts: [{ text: prompt.data }] }] };
      return (await withFetch(fetch, () => asked.generateContent(question))).response;
    },
    over,
    firstPauseMs,
  );
}
