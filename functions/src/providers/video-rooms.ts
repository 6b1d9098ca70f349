/** Somebody about to enter a room. `personId` is what the service calls them by, and names nobody to it. */
export interface Admission {
  readonly roomName: string;
  readonly personId: string;
  readonly displayName: string;
  readonly isHost: boolean;
  readonly from: Date;
  readonly until: Date;
}

/** What opens one room for one person in a browser. `jwt` is null where the service checks nobody. */
export interface VideoPass {
  readonly domain: string;
  readonly room: string;
  readonly jwt: string | null;
}

/** A request as it came in: its body untouched, as the signature is of these bytes. */
export interface Delivery {
  readonly rawBody: Uint8Array;
  readonly signature: string | undefined;
  readonly now: Date;
}

/** Somebody came into a room or left it; `id` is the service's own, the same each time it tells of it. */
export interface VideoNews {
  readonly id: string;
  readonly kind: 'joined' | 'left';
  readonly roomName: string;
  readonly personId: string;
  readonly at: Date;
}

/** A request that is not from the service, or not as it writes them. `status`: what HTTP says of it. */
export class DeliveryRefused extends Error {
  override readonly name = 'DeliveryRefused';
  constructor(
    readonly status: 400 | 401 | 413 | 503,
    problem: string,
  ) {
    super(problem);
  }
}

/** The service in whose rooms members see each other. */
export interface VideoRooms {
  /** Null: no service is set up. */
  admit(admission: Admission): VideoPass | null;
  /** What the service tells; null for what is of no concern here. @throws DeliveryRefused */
  read(delivery: Delivery): VideoNews | null;
}

/** Where no service is set up: nobody enters, and nobody is believed. */
export const NO_VIDEO_ROOMS: VideoRooms = {
  admit: () => null,
  read: () => {
    throw new DeliveryRefused(503, 'video is off here');
  },
};
