import {
  type Admission,
  type Delivery,
  DeliveryRefused,
  type VideoNews,
  type VideoPass,
  type VideoRooms,
} from '../video-rooms';
import { readDelivery } from './read-delivery';
import { signToken, type TokenKey } from './sign-token';

export interface JitsiSettings {
  /** Host, with a port where it needs one. */
  readonly domain: string;
  /** Null: the server takes everybody who knows the room, and its lobby is what keeps others out. */
  readonly key: TokenKey | null;
  /** Null: the server tells nothing, or nothing that could be believed. */
  readonly webhookSecret: string | null;
}

/** Rooms of a Jitsi server: one of our own, or JaaS, whose rooms lie below a tenant. */
export class JitsiRooms implements VideoRooms {
  constructor(private readonly settings: JitsiSettings) {}

  admit(admission: Admission): VideoPass {
    const { domain, key } = this.settings;
    const room = key?.kind === 'tenant' ? `${key.tenant}/${admission.roomName}` : admission.roomName;
    return { domain, room, jwt: key && signToken(key, domain, admission) };
  }

  read(delivery: Delivery): VideoNews | null {
    if (this.settings.webhookSecret === null) throw new DeliveryRefused(503, 'video-news is off here');
    return readDelivery(this.settings.webhookSecret, delivery);
  }
}
