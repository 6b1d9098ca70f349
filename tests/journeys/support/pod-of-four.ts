import { type Browser } from 'playwright-core';
import { fastForward } from './desk';
import { personIn } from './in-the-room';
import { newcomer, podOfTwo, type PodMember } from './pod-of-two';
import { type ServerSide } from './server-side';

/** Four people in a browser each, and the session they are in. */
export interface PodOfFour {
  readonly people: readonly [PodMember, PodMember, PodMember, PodMember];
  readonly sessionId: string;
}

/** Two who were matched, and two whom the server takes into their session as a pod that grows would. */
export async function podOfFour(browser: Browser, server: ServerSide): Promise<PodOfFour> {
  const { a, b, sessionId } = await podOfTwo(browser, server);
  const [c, d] = await Promise.all([newcomer(browser, server, 'Cleo Cedar'), newcomer(browser, server, 'Dov Dale')]);
  const people = [a, b, c, d] as const;
  await server.db.doc(`sessions/${sessionId}`).update({
    memberIds: people.map(({ id }) => id),
    names: Object.fromEntries(people.map(({ id, name }) => [id, name])),
  });
  await fastForward({ toNextSession: true, memberId: a.id });
  await Promise.all(people.map(({ page }) => page.goto(`/session/${sessionId}`)));
  return { people, sessionId };
}

/** Who is named joins with the mouse; the others find their own way in. */
export async function joinAndStart(host: PodMember, joining: readonly PodMember[]): Promise<void> {
  for (const { page } of [host, ...joining]) await page.getByRole('button', { name: 'Join session' }).click();
  for (const { name } of [host, ...joining]) await personIn(host.page, name).getByText(/^here/).waitFor();
  await host.page.getByRole('button', { name: 'Start session' }).click();
  for (const { page } of [host, ...joining]) await page.getByRole('timer', { name: 'Time left' }).waitFor();
}
