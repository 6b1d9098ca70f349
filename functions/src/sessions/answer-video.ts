import { DeliveryRefused } from '../providers/video-rooms';
import { describeDefect, logDefect, logRefusal } from '../runtime/defects';
import { type VideoDesk } from './video-desk';

interface Incoming {
  readonly method: string;
  readonly rawBody: Uint8Array;
  readonly signature: string | undefined;
}

/** The HTTP status for one request of the video service; 500 asks it to come again. Nothing of the request is logged. */
export async function answerVideo(desk: Pick<VideoDesk, 'hear'>, { method, ...delivery }: Incoming): Promise<number> {
  if (method !== 'POST') return 405;
  try {
    await desk.hear(delivery);
    return 204;
  } catch (error) {
    if (error instanceof DeliveryRefused) {
      logRefusal('webhook hearVideo', error.message);
      return error.status;
    }
    logDefect('webhook hearVideo', describeDefect(error));
    return 500;
  }
}
