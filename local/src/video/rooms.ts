import { randomUUID } from 'node:crypto';
import { type Admitted } from './verify-token';

/** Somebody in a room. `id` is of this stay alone: who comes again has another one. */
export interface Participant extends Admitted {
  readonly id: string;
  isMuted: boolean;
}

/** What those in a room hear of each other, in the order in which it happens. */
export type RoomChange =
  | { readonly kind: 'joined'; readonly id: string; readonly name: string; readonly isMuted: boolean }
  | { readonly kind: 'left'; readonly id: string }
  | { readonly kind: 'muted'; readonly id: string; readonly isMuted: boolean };

interface Room {
  readonly people: Map<string, Participant>;
  readonly listeners: Map<string, (change: RoomChange) => void>;
}

/** Told of every coming and going, with the room it was in. */
export type Told = (p: { kind: 'joined' | 'left'; room: string; person: Participant }) => void;

/** The rooms of the stand-in: who is in which, and who hears of it. */
export class Rooms {
  private readonly rooms = new Map<string, Room>();

  constructor(private readonly told: Told) {}

  /** Somebody comes in; with `listens` they hear of the others, first of those who are there. */
  enter(name: string, admitted: Admitted, listens?: (change: RoomChange) => void): Participant {
    const room = this.roomOf(name);
    const person: Participant = { ...admitted, id: randomUUID().slice(0, 8), isMuted: true };
    for (const other of room.people.values()) listens?.(joined(other));
    this.say(room, joined(person));
    room.people.set(person.id, person);
    if (listens) room.listeners.set(person.id, listens);
    this.told({ kind: 'joined', room: name, person });
    return person;
  }

  leave(name: string, id: string): void {
    const room = this.roomOf(name);
    const person = room.people.get(id);
    if (!person) return;
    room.people.delete(id);
    room.listeners.delete(id);
    this.say(room, { kind: 'left', id });
    this.told({ kind: 'left', room: name, person });
  }

  mute(name: string, id: string, isMuted: boolean): void {
    const room = this.roomOf(name);
    const person = room.people.get(id);
    if (!person) return;
    person.isMuted = isMuted;
    this.say(room, { kind: 'muted', id, isMuted });
  }

  peopleIn(name: string): readonly Participant[] {
    return [...(this.rooms.get(name)?.people.values() ?? [])];
  }

  names(): readonly string[] {
    return [...this.rooms].filter(([, { people }]) => people.size > 0).map(([name]) => name);
  }

  private roomOf(name: string): Room {
    const known = this.rooms.get(name) ?? { people: new Map(), listeners: new Map() };
    this.rooms.set(name, known);
    return known;
  }

  private say(room: Room, change: RoomChange): void {
    for (const listener of room.listeners.values()) listener(change);
  }
}

const joined = ({ id, name, isMuted }: Participant): RoomChange => ({ kind: 'joined', id, name, isMuted });
