import { DESK_URL } from './platform';

type ClockMove = { by: number } | { toNextSession: true; memberId?: string } | { toNextSlot: true; memberId?: string };

/** Moves the local clock forward; everything that was due on the way has happened when this returns. */
export async function fastForward(move: ClockMove): Promise<void> {
  const answer = await fetch(`${DESK_URL}/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(move),
  });
  if (!answer.ok) throw new Error(`The desk did not move the clock: ${answer.status} ${await answer.text()}`);
}
