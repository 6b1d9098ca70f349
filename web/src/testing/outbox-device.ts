import { createEnvironmentInjector, EnvironmentInjector, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { type CheckInInput } from '@podmates/domain';
import { IDBFactory } from 'fake-indexeddb';
import { Observable } from 'rxjs';
import { CheckInOutbox } from '../app/check-in/check-in-outbox';
import { OutboxStore } from '../app/check-in/outbox-store';
import { Tabs } from '../app/check-in/tabs';
import { Callables, CallRefused, Identity, type Person, ProofFiles, type UploadNews } from '../app/firebase';
import { Clock } from '../app/time/clock';
import { type OutboxServer } from './outbox-server';

/** A request under way; it is the simulation that decides what becomes of it. */
export interface Message {
  readonly device: Device;
  /** Gives the answer to whoever waits for it, while they still do. */
  readonly run: () => Promise<() => void>;
  readonly lose: () => void;
}

export interface World {
  readonly server: OutboxServer;
  readonly pending: Message[];
  now: Date;
}

const noAnswer = () => new CallRefused('unavailable', 'no answer');

/** A browser of one person after another: its disk, its clock, its sign-in, and the tabs that share them. */
export class Device {
  readonly tabs: Tab[] = [];
  readonly held = new Map<string, Tab>();
  readonly disk = new IDBFactory();
  isOnline = true;
  token: 'good' | 'expired' | 'revoked' = 'good';
  /** How far its clock is off. */
  skewMs = 0;
  person: Person | null = null;

  constructor(readonly world: World) {}

  open(): Tab {
    Object.defineProperty(globalThis, 'indexedDB', { value: this.disk, configurable: true });
    const tab = new Tab(this);
    this.tabs.push(tab);
    return tab;
  }

  close(tab: Tab): void {
    tab.close();
    this.tabs.splice(this.tabs.indexOf(tab), 1);
    for (const [task, holder] of this.held) if (holder === tab) this.held.delete(task);
  }

  signIn(id: string | null): void {
    this.person = id === null ? null : { id, displayName: id, email: `${id}@example.org` };
    this.token = 'good';
    for (const tab of this.tabs) tab.user.set(this.person);
  }

  async renew(): Promise<void> {
    if (!this.isOnline) throw new Error('no network');
    if (this.token === 'revoked') {
      this.signIn(null);
      throw new Error('the sign-in is over');
    }
    this.token = 'good';
  }

  /** Asks with the token as it is at this moment, like the SDK. */
  ask<T>(tab: Tab, work: (as: string, now: Date) => T | Promise<T>): Promise<T> {
    const [as, token] = [this.person?.id ?? '', this.token];
    return new Promise((resolve, reject) => {
      if (!this.isOnline) return reject(noAnswer());
      const told = (tell: () => void) => () => (tab.isOpen ? tell() : undefined);
      const run = async (): Promise<() => void> => {
        try {
          if (as === '' || token !== 'good') throw new CallRefused('unauthenticated', 'Please sign in.');
          const answer = await work(as, this.world.now);
          return told(() => resolve(answer));
        } catch (problem) {
          return told(() => reject(problem as Error));
        }
      };
      this.world.pending.push({ device: this, run, lose: told(() => reject(noAnswer())) });
    });
  }
}

export class Tab {
  readonly user;
  readonly outbox: CheckInOutbox;
  readonly store: OutboxStore;
  isOpen = true;
  private news: () => void = () => undefined;
  private readonly injector: EnvironmentInjector;

  constructor(private readonly device: Device) {
    this.user = signal<Person | null | undefined>(device.person);
    const identity = {
      user: this.user,
      memberId: () => this.user()?.id,
      renew: () => device.renew(),
    };
    const clock = { now: () => new Date(device.world.now.getTime() + device.skewMs) };
    const { server } = device.world;
    const call = (_: string, input: CheckInInput) =>
      device.ask(this, (as, now) => server.checkIn(as, structuredClone(input), now));
    const upload = (memberId: string, slotId: string, { blob }: { blob: Blob }): Observable<UploadNews> =>
      new Observable((seen) => {
        const path = `proofs/${memberId}/${slotId}/${crypto.randomUUID()}`;
        seen.next({ kind: 'progress', share: 0.5 });
        device
          .ask(this, async (as) => server.store(as, path, await blob.arrayBuffer()))
          .then(
            () => {
              seen.next({ kind: 'stored', path });
              seen.complete();
            },
            (problem: unknown) => seen.error(problem),
          );
      });
    this.injector = createEnvironmentInjector(
      [
        CheckInOutbox,
        OutboxStore,
        { provide: Tabs, useValue: this.amongTabs() },
        { provide: Identity, useValue: identity },
        { provide: Clock, useValue: clock },
        { provide: Callables, useValue: { call } },
        { provide: ProofFiles, useValue: { upload } },
      ],
      TestBed.inject(EnvironmentInjector),
    );
    this.store = this.injector.get(OutboxStore);
    this.outbox = this.injector.get(CheckInOutbox);
  }

  close(): void {
    this.isOpen = false;
    this.injector.destroy();
  }

  /** Locks as the browser has them: one holder on a device, and none after its tab is closed. */
  private amongTabs(): Pick<Tabs, 'alone' | 'tell' | 'heard'> {
    const { held, tabs } = this.device;
    return {
      alone: async (task, work) => {
        if (!this.isOpen || held.has(task)) return;
        held.set(task, this);
        try {
          await work();
        } finally {
          if (held.get(task) === this) held.delete(task);
        }
      },
      tell: () => {
        const others = this.isOpen ? tabs.filter((tab) => tab !== this) : [];
        queueMicrotask(() => others.forEach((tab) => tab.isOpen && tab.news()));
      },
      heard: (listener) => (this.news = listener),
    };
  }
}
