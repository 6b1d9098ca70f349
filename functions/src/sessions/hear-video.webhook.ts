import { onRequest } from 'firebase-functions/https';
import { REGION } from '../runtime/region';
import { theDesks } from '../runtime/the-desks';
import { answerVideo } from './answer-video';

/** What the video service tells of who comes and goes. */
export const hearVideo = onRequest({ region: REGION }, async (request, response) => {
  const { method, rawBody } = request;
  const signature = request.get('x-jaas-signature');
  response.status(await answerVideo(theDesks().video, { method, rawBody: rawBody ?? Buffer.of(), signature })).end();
});
