import { createHmac, randomUUID } from 'node:crypto';
import * as z from 'zod';
import { LOCAL_VIDEO } from './local-video';
import { type Told } from './rooms';

/** What goes wrong on the way, as it does with the real service. */
export const Faults = z
  .object({
    /** Each event is sent twice. */
    duplicates: z.boolean(),
    /** Each event waits for the next one, which goes before it. */
    reversed: z.boolean(),
    /** Nobody is told to have left. */
    ghosts: z.boolean(),
    /** Nothing is sent. */
    silent: z.boolean(),
    /** Neither script nor frame is served. */
    down: z.boolean(),
  })
  .partial();
export type Faults = z.infer<typeof Faults>;

/** One request that was sent, and what was answered; status 0 when nobody answered. */
export interface Sent {
  readonly id: string;
  readonly eventType: string;
  readonly status: number;
}

/** Sends a signed request with this body; gives the HTTP status. */
export type Send = (body: string, signature: string) => Promise<number>;

const KEPT = 100;

/** Tells the functions who came and went, signed and worded as JaaS does. */
export class EventPost {
  faults: Faults = {};
  readonly sent: Sent[] = [];
  private held: object[] = [];
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly now: () => Date,
    private readonly send: Send,
  ) {}

  readonly tell: Told = ({ kind, room, person }) => {
    if (this.faults.silent || (this.faults.ghosts && kind === 'left')) return;
    const event = {
      idempotencyKey: randomUUID(),
      customerId: LOCAL_VIDEO.appId,
      appId: LOCAL_VIDEO.appId,
      eventType: kind === 'joined' ? 'PARTICIPANT_JOINED' : 'PARTICIPANT_LEFT',
      sessionId: randomUUID(),
      timestamp: this.now().getTime(),
      fqn: `${LOCAL_VIDEO.appId}/${room}`,
      data: {
        moderator: String(person.isModerator),
        name: person.name,
        id: person.personId,
        participantId: person.id,
        ...(kind === 'left' ? { disconnectReason: 'left' } : {}),
      },
    };
    this.held.push(...(this.faults.duplicates ? [event, event] : [event]));
    if (this.faults.reversed && this.held.length < 2) return;
    const ready = this.faults.reversed ? this.held.reverse() : this.held;
    this.held = [];
    for (const one of ready) this.last = this.last.then(() => this.post(one));
  };

  /** Settles when everything that was told so far has been sent. */
  settled(): Promise<unknown> {
    return this.last;
  }

  private async post(event: object): Promise<void> {
    const body = JSON.stringify(event);
    const stamp = Math.floor(this.now().getTime() / 1000);
    const hmac = createHmac('sha256', LOCAL_VIDEO.webhookSecret).update(`${stamp}.${body}`).digest('base64');
    const status = await this.send(body, `t=${stamp},v1=${hmac}`).catch(() => 0);
    const { idempotencyKey: id, eventType } = event as { idempotencyKey: string; eventType: string };
    this.sent.push({ id, eventType, status });
    this.sent.splice(0, this.sent.length - KEPT);
  }
}
