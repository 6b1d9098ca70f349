import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { type AgendaItem, LIMITS } from '@podmates/domain';
import { visibleAgenda } from '@podmates/domain/sessions';
import { Drafts } from '../drafts/drafts';
import { type AgendaChanges, SessionData } from '../firebase';
import { keyAtEnd, keyForPlace } from './agenda-order';
import { AgendaPace } from './agenda-pace';
import { Heartbeat } from './heartbeat';
import { Room } from './room';
import { type Ahead, withChangesAhead } from './changes-ahead';
import {
  afterRefusal,
  areTitleEdits,
  inSteadyOrder,
  type TitleEdit,
  type TitleEdits,
  withoutEdit,
} from './title-edits';

/** A refused write is tried again on the newest revision after these waits. */
const AGAIN_AFTER_MS = [150, 400, 1000];

/** Edits of the agenda: on screen at once, kept until the server has them, and never over somebody else's words. */
@Injectable()
export class AgendaEditing {
  private readonly data = inject(SessionData);
  private readonly drafts = inject(Drafts);
  private readonly room = inject(Room);
  private readonly heartbeat = inject(Heartbeat);
  private readonly pace = inject(AgendaPace);

  private readonly draft = computed(() => this.drafts.draft(`session.${this.room.id()}.titles`, areTitleEdits));
  private readonly edits = signal<TitleEdits>({});
  private readonly orderWhileTyping = signal<readonly string[] | null>(null);
  /** Writes of this page that the server has not answered yet. */
  readonly waiting = signal(0);
  readonly problem = signal('');

  /**
   * Own changes that the listener has not brought back yet, by item. The SDK stores a write on the disk before it
   * tells the listeners, which takes longer than a frame; the member's own screen does not wait for it.
   */
  private readonly ahead = signal<ReadonlyMap<string, Ahead>>(new Map());
  /** The agenda as the member left it: what the listener knows, and their own newest changes on top. */
  readonly items = computed((): readonly AgendaItem[] => withChangesAhead(this.room.allItems(), this.ahead()));

  /** What the list shows: no tombstones but those on which an edit of the member is still open. */
  readonly rows = computed((): readonly AgendaItem[] => {
    const edits = this.edits();
    const shown = this.items().filter((item) => !item.isRemoved || edits[item.id]);
    const order = this.orderWhileTyping();
    return order ? inSteadyOrder(order, shown) : shown;
  });

  constructor() {
    effect(() => {
      const kept = this.draft().read();
      untracked(() => this.edits.set(kept ?? {}));
    });
    effect(() => {
      this.heartbeat.confirmedBeats();
      untracked(() => this.settleKept());
    });
  }

  readonly editOf = (itemId: string): TitleEdit | null => this.edits()[itemId] ?? null;

  begin(item: AgendaItem): void {
    this.put({ itemId: item.id, text: item.title, baseTitle: item.title, state: 'open' });
  }

  type(itemId: string, text: string): void {
    const edit = this.editOf(itemId);
    if (edit) this.put({ ...edit, text, state: 'open' });
  }

  /** Saves what was typed; over another title only when the member saw that one, which `open` shows. */
  save(item: AgendaItem): Promise<void> {
    const edit = this.editOf(item.id);
    const text = edit?.text.trim() ?? '';
    if (!edit || text.length === 0 || text.length > LIMITS.agendaTitle) return Promise.resolve();
    if (text === item.title && !item.isRemoved) return Promise.resolve(this.letGo(item.id));
    const sending: TitleEdit = { ...edit, text, baseTitle: item.title, state: 'sending' };
    this.put(sending);
    return this.sendTitle(sending);
  }

  /** The other title stays; the member's own words go. */
  letGo(itemId: string): void {
    this.edits.update((edits) => withoutEdit(edits, itemId));
    this.keep();
  }

  /** The other title stays, and the member's words become an item below it. */
  async keepBoth(item: AgendaItem): Promise<void> {
    const edit = this.editOf(item.id);
    if (!edit) return;
    this.letGo(item.id);
    const items = this.visible();
    const place = items.findIndex(({ id }) => id === item.id) + 1 || items.length;
    await this.add({ title: edit.text.trim(), minutes: item.minutes, place });
  }

  async add(p: { title: string; minutes: number; place?: number }): Promise<void> {
    const items = this.visible();
    const id = crypto.randomUUID();
    const orderKey = p.place === undefined ? keyAtEnd(items) : (keyForPlace(items, id, p.place) ?? keyAtEnd(items));
    const item = { id, title: p.title, why: '', minutes: p.minutes, orderKey };
    const added = {
      ...item,
      isDone: false,
      isRemoved: false,
      rev: 0,
      editedBy: this.room.selfId(),
      editedAt: this.room.now(),
    };
    await this.tracked(id, { rev: 0, changes: {}, added }, () => this.data.addItem(this.sessionId(), item)).catch(() =>
      this.problem.set(`“${p.title}” could not be added. Please add it again.`),
    );
  }

  async move(itemId: string, to: number): Promise<void> {
    const orderKey = keyForPlace(this.visible(), itemId, to);
    if (orderKey !== null) await this.change(itemId, { orderKey });
  }

  tick = (item: AgendaItem): Promise<void> => this.change(item.id, { isDone: !item.isDone });
  remove = (item: AgendaItem): Promise<void> => this.change(item.id, { isRemoved: true });
  bringBack = (item: AgendaItem): Promise<void> => this.change(item.id, { isRemoved: false });

  /** Ticks, places and removals of different people do not contradict one another: the newest revision takes them. */
  private async change(itemId: string, changes: AgendaChanges): Promise<void> {
    const isSaved = await this.write(itemId, changes, () => true);
    if (!isSaved) this.problem.set('That change did not get through. Please do it once more.');
  }

  private async sendTitle(edit: TitleEdit): Promise<void> {
    const changes: AgendaChanges = { title: edit.text, isRemoved: false };
    const isSaved = await this.write(edit.itemId, changes, (latest) => afterRefusal(edit, latest) === 'again');
    if (this.editOf(edit.itemId) !== edit) return; // typed on meanwhile
    const isThere = isSaved || afterRefusal(edit, this.itemById(edit.itemId)) === 'saved';
    if (isThere) this.letGo(edit.itemId);
    else this.put({ ...edit, state: 'clash' });
  }

  /** True once the server has it; false when it stays refused, or no longer fits what lies there. */
  private async write(
    itemId: string,
    changes: AgendaChanges,
    stillFits: (latest: AgendaItem) => boolean,
  ): Promise<boolean> {
    for (const waitMs of [0, ...AGAIN_AFTER_MS]) {
      if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
      const latest = this.itemById(itemId);
      if (!latest || (waitMs > 0 && !stillFits(latest))) return false;
      const isSaved = await this.tracked(itemId, { rev: latest.rev, changes }, () =>
        this.pace.send(itemId, changes, (all) =>
          this.data.editItem(this.sessionId(), this.itemById(itemId) ?? latest, all),
        ),
      ).then(
        () => true,
        () => false,
      );
      if (isSaved) return true;
    }
    return false;
  }

  /** Titles on their way when the page was closed: by now the server has taken or refused them. */
  private settleKept(): void {
    if (this.heartbeat.confirmedBeats() === 0 || !this.room.agenda.hasValue() || this.waiting() > 0) return;
    for (const edit of Object.values(this.edits())) {
      if (edit.state !== 'sending') continue;
      const fate = afterRefusal(edit, this.itemById(edit.itemId));
      if (fate === 'saved') this.letGo(edit.itemId);
      else if (fate === 'clash') this.put({ ...edit, state: 'clash' });
      else void this.sendTitle(edit);
    }
  }

  private async tracked(itemId: string, ahead: Ahead, send: () => Promise<void>): Promise<void> {
    this.problem.set('');
    this.waiting.update((count) => count + 1);
    this.ahead.update((all) => new Map(all).set(itemId, ahead));
    try {
      await send();
    } finally {
      this.waiting.update((count) => count - 1);
      this.ahead.update((all) => new Map([...all].filter(([, other]) => other !== ahead)));
    }
  }

  private put(edit: TitleEdit): void {
    if (edit.state === 'open') this.orderWhileTyping.update((order) => order ?? this.rows().map(({ id }) => id));
    this.edits.update((edits) => ({ ...edits, [edit.itemId]: edit }));
    this.keep();
  }

  private keep(): void {
    const edits = this.edits();
    if (!Object.values(edits).some(({ state }) => state === 'open')) this.orderWhileTyping.set(null);
    if (Object.keys(edits).length === 0) this.draft().clear();
    else this.draft().write(edits);
  }

  /** Without tombstones, own changes included: what the next place is counted in. */
  readonly visible = computed(() => visibleAgenda(this.items()));

  private itemById = (itemId: string): AgendaItem | undefined => this.room.allItems().find(({ id }) => id === itemId);
  private sessionId = (): string => this.room.id() ?? '';
}
