import { type GoogleGenAI, type GoogleGenAIOptions } from '@google/genai';
import { ANSWER_SCHEMA, GENERATION } from '../../coach/models/answer-schema';
import { AskedModel } from '../../coach/models/asked-model';
import { type VertexSettings } from '../../coach/models/vertex-settings';

/**
 * Gemini on Vertex AI by `@google/genai`, which is loaded with the first question. `googleAuthOptions` left out: as the
 * service account that the functions run as.
 */
export function genaiModel(
  { project, location, model, over, firstPauseMs }: VertexSettings,
  googleAuthOptions?: GoogleGenAIOptions['googleAuthOptions'],
): AskedModel {
  let client: Promise<GoogleGenAI> | null = null;
  const opened = async (): Promise<GoogleGenAI> => {
    const { GoogleGenAI } = await import('@google/genai');
    return new GoogleGenAI({
      vertexai: true,
      project,
      location,
      httpOptions: { apiVersion: 'v1' },
      ...(googleAuthOptions && { googleAuthOptions }),
    });
  };
  return new AskedModel(
    'genai',
    async ({ prompt, maxOutputTokens, fetch }) => {
      const { models } = await (client ??= opened());
      return models.generateContent({
        model,
        contents: [{ role: 'user', parts: [{ text: prompt.data }] }],
        config: {
          ...GENERATION,
          maxOutputTokens,
          responseSchema: ANSWER_SCHEMA,
          systemInstruction: { parts: [{ text: prompt.instruction }] },
          httpOptions: { fetch },
        },
      });
    },
    over,
    firstPauseMs,
  );
}
