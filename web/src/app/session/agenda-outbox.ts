import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { type AgendaItem } from '@podmates/domain';
import { type AgendaEdit, fateOf, writeFor } from '@podmates/domain/sessions';
import { Subject } from 'rxjs';
import { Drafts } from '../drafts/drafts';
import { SessionData } from '../firebase';
import { areAgendaEdits, withPut } from './agenda-edit-list';
import { AgendaPace } from './agenda-pace';
import { Heartbeat } from './heartbeat';
import { Room } from './room';

/** A refused write is made again for the newest revision after these waits; the listener may lag after a long absence. */
const AGAIN_AFTER_MS = [150, 400, 1000, 3000];
/** Ticks and places of one item follow one another no quicker; a held-down key would write thirty times a second. */
const PACE_MS = 1000;

/**
 * Edits that the server has not answered, kept on this device over a reload. One of each item is on its way at a
 * time: the SDK would send a second one although the first, on which it was made, had been refused.
 */
@Injectable()
export class AgendaOutbox {
  private readonly data = inject(SessionData);
  private readonly drafts = inject(Drafts);
  private readonly room = inject(Room);
  private readonly heartbeat = inject(Heartbeat);
  private readonly pace = inject(AgendaPace);

  private readonly kept = computed(() => this.drafts.draft(`session.${this.room.id()}.edits`, areAgendaEdits));
  readonly edits = signal<readonly AgendaEdit[]>([]);
  readonly problem = signal('');
  /** Words that can lie nowhere, back to their writer. */
  readonly givenBack = new Subject<AgendaEdit>();

  private readonly running = new Set<string>();
  private readonly sent = new Set<string>();
  private readonly lastSentAt = new Map<string, number>();

  constructor() {
    effect(() => {
      const kept = this.kept().read() ?? [];
      untracked(() => this.edits.set(kept));
    });
    effect(() => {
      if (this.heartbeat.confirmedBeats() > 0 && this.room.agenda.hasValue()) untracked(() => this.settleKept());
    });
  }

  /** On screen at once, and sent as soon as nothing else of that item is on its way. */
  put(edit: AgendaEdit): void {
    this.problem.set('');
    this.keep(withPut(this.edits(), edit, this.sent));
    // What was kept from before a reload may still be in the SDK's own queue: a confirmed beat will tell.
    if (this.next(edit.itemId)?.id === edit.id) void this.run(edit.itemId);
  }

  /** Writes leave this device in order, so after a beat everything from before the reload has been answered. */
  private settleKept(): void {
    for (const itemId of new Set(this.edits().map((edit) => edit.itemId))) void this.run(itemId);
  }

  private async run(itemId: string): Promise<void> {
    if (this.running.has(itemId)) return;
    this.running.add(itemId);
    try {
      while (this.next(itemId)) {
        const waitMs = this.paceOf(this.next(itemId));
        if (waitMs > 0) await pause(waitMs);
        await this.pace.turn(itemId);
        const edit = this.next(itemId); // what came meanwhile may have gone into it
        if (edit) await this.deliver(edit);
      }
    } finally {
      this.running.delete(itemId);
    }
  }

  private async deliver(edit: AgendaEdit): Promise<void> {
    this.sent.add(edit.id);
    for (const [tries, waitMs] of [0, ...AGAIN_AFTER_MS].entries()) {
      if (waitMs > 0) await pause(waitMs).then(() => this.pace.turn(edit.itemId));
      const fate = fateOf(edit, this.itemById(edit.itemId), this.room.selfId());
      // Just refused, the SDK may not have taken the own change back yet: then it only looks as if it had arrived.
      if (fate === 'applied' && tries === 1) continue;
      if (fate === 'applied' || fate === 'moot') return this.drop(edit);
      if (fate === 'give-back') return this.giveBack(edit);
      this.lastSentAt.set(edit.itemId, performance.now());
      const isIn = await this.send(edit).then(
        () => true,
        () => false,
      );
      if (isIn) return this.drop(edit);
    }
    if (edit.added || edit.changes.title !== undefined) return this.giveBack(edit);
    this.drop(edit);
    this.problem.set('That change did not get through. Please do it once more.');
  }

  private send(edit: AgendaEdit): Promise<void> {
    const [sessionId, latest] = [this.room.id() ?? '', this.itemById(edit.itemId)];
    if (edit.added) return this.data.addItem(sessionId, edit.added, edit.id);
    return latest
      ? this.data.writeEdit(sessionId, writeFor(edit, latest, this.room.selfId()))
      : Promise.reject(new Error('The item is not known.'));
  }

  private giveBack(edit: AgendaEdit): void {
    this.drop(edit);
    if (edit.added) this.problem.set(`“${edit.added.title}” could not be added. Please add it again.`);
    else this.givenBack.next(edit);
  }

  private drop(edit: AgendaEdit): void {
    this.keep(this.edits().filter(({ id }) => id !== edit.id));
  }

  private keep(edits: readonly AgendaEdit[]): void {
    this.edits.set(edits);
    if (edits.length === 0) this.kept().clear();
    else this.kept().write(edits);
  }

  private paceOf(edit: AgendaEdit | undefined): number {
    if (!edit || edit.added || edit.changes.title !== undefined) return 0;
    return PACE_MS - (performance.now() - (this.lastSentAt.get(edit.itemId) ?? -PACE_MS));
  }

  private next = (itemId: string): AgendaEdit | undefined => this.edits().find((edit) => edit.itemId === itemId);
  private itemById = (itemId: string): AgendaItem | undefined => this.room.allItems().find(({ id }) => id === itemId);
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
