import { type OutboxEffect } from '@podmates/domain';
import { type Matchmaker } from '@podmates/domain/matching';
import { type Firestore } from 'firebase-admin/firestore';
import { type CoachModel } from '../coach/coach-model';
import { type ProofStore } from '../providers/proof-store';
import { type TextFilter } from '../providers/text-filter';
import { type VideoRooms } from '../providers/video-rooms';

/** Delayed work by name, as an outbox entry names it. */
export type OutboxTask = Extract<OutboxEffect, { kind: 'task' }>['task'];
/** What a member can be told about, as an outbox entry names it. */
export type NotifiedEvent = Extract<OutboxEffect, { kind: 'notify' }>['event'];

/** "Now" for every decision of the server. Asynchronous because the local clock lies in Firestore. */
export interface Clock {
  now(): Promise<Date>;
  /** The instant of a stamp that the database made, on this clock as `now` last read it. Left out: it is the same. */
  momentOf?(stamp: Date): Date;
}

/** Fresh document ids; at most 64 characters of `A–Z a–z 0–9 - _`. */
export interface Ids {
  next(): string;
}

/** Runs `task` with `{ subjectId }` at or after `runAt`, at least once. The same `id` twice is one task, not two. */
export interface TaskQueue {
  enqueue(p: { task: OutboxTask; subjectId: string; runAt: Date; id: string }): Promise<void>;
}

/** Tells one member of one event. `id` is the idempotency key: the same id twice must reach the member once. */
export interface Notifier {
  notify(p: { id: string; memberId: string; event: NotifiedEvent; subjectId: string; at: Date }): Promise<void>;
}

/** Whether a member may sign in. Closing also ends the sign-ins that are open; doing it twice is harmless. */
export interface SignInAccess {
  setAllowed(memberId: string, isAllowed: boolean): Promise<void>;
}

/** Everything that the desks reach outside of the domain; chosen in `wiring.ts` and nowhere else. */
export interface Ports {
  readonly db: Firestore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly tasks: TaskQueue;
  readonly notifier: Notifier;
  readonly access: SignInAccess;
  readonly match: Matchmaker;
  readonly video: VideoRooms;
  readonly textFilter: TextFilter;
  readonly proofs: ProofStore;
  /** Who words summaries. The one named `rules` is asked nothing: the desk has the rules itself. */
  readonly coach: CoachModel;
}

/**
 * What a wiring module exports: `wiring.ts` in production; the local build replaces that module
 * by `local/src/functions/local-wiring.ts`, which exports the same name. Called once per process.
 */
export type WirePorts = () => Ports;
