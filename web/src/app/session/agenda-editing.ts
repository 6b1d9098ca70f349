import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { type AgendaItem, LIMITS } from '@podmates/domain';
import { type AgendaChanges, type Alternative, visibleAgenda, withOwnEdits } from '@podmates/domain/sessions';
import { Drafts } from '../drafts/drafts';
import { AgendaOutbox } from './agenda-outbox';
import { keyAtEnd, keyForPlace } from './agenda-order';
import { Room } from './room';
import { areTitleEdits, inSteadyOrder, type TitleEdit, type TitleEdits, withoutEdit } from './title-edits';

export type Beside = Alternative & { readonly id: string };

/** Edits of the agenda: on screen at once, kept until the server has them, and never over somebody else's words. */
@Injectable()
export class AgendaEditing {
  private readonly drafts = inject(Drafts);
  private readonly room = inject(Room);
  private readonly outbox = inject(AgendaOutbox);

  private readonly draft = computed(() => this.drafts.draft(`session.${this.room.id()}.titles`, areTitleEdits));
  /** Titles being typed. */
  private readonly open = signal<TitleEdits>({});
  private readonly orderWhileTyping = signal<readonly string[] | null>(null);
  /** Edits of this page that the server has not answered yet. */
  readonly waiting = computed(() => this.outbox.edits().length);
  readonly problem = this.outbox.problem;

  /** The agenda as the member left it: what the listener knows, and their own unanswered edits on top. */
  readonly items = computed(() => withOwnEdits(this.room.allItems(), this.outbox.edits(), this.room.selfId()));
  /** Without tombstones: what the next place is counted in. */
  readonly visible = computed(() => visibleAgenda(this.items()));
  /** What the list shows: no tombstones but those on which a title is still being typed. */
  readonly rows = computed((): readonly AgendaItem[] => {
    const open = this.open();
    const shown = this.items().filter((item) => !item.isRemoved || open[item.id]);
    const order = this.orderWhileTyping();
    return order ? inSteadyOrder(order, shown) : shown;
  });

  constructor() {
    effect(() => {
      const kept = this.draft().read();
      untracked(() => this.open.set(kept ?? {}));
    });
    this.outbox.givenBack
      .pipe(takeUntilDestroyed())
      .subscribe(({ itemId, changes, titleWas }) =>
        this.put({ itemId, text: changes.title ?? '', baseTitle: titleWas }),
      );
  }

  readonly editOf = (itemId: string): TitleEdit | null => this.open()[itemId] ?? null;
  readonly isOnItsWay = (itemId: string): boolean =>
    this.outbox.edits().some((edit) => edit.itemId === itemId && edit.changes.title !== undefined);

  begin(item: AgendaItem): void {
    this.put({ itemId: item.id, text: item.title, baseTitle: item.title });
  }

  type(itemId: string, text: string): void {
    const edit = this.editOf(itemId);
    if (edit) this.put({ ...edit, text });
  }

  /** What was typed becomes the title; where somebody else was quicker, it stands beside theirs for all to see. */
  save(item: AgendaItem): void {
    this.saveOver(item, this.editOf(item.id)?.baseTitle ?? item.title);
  }

  /** The member has seen the other title and wants their own; or wants the item back, with their words. */
  keepMine(item: AgendaItem): void {
    this.saveOver(item, item.title);
  }

  private saveOver(item: AgendaItem, titleWas: string): void {
    const text = this.editOf(item.id)?.text.trim() ?? '';
    if (text.length === 0 || text.length > LIMITS.agendaTitle) return;
    this.letGo(item.id);
    if (text === item.title && !item.isRemoved) return;
    this.change(item.id, { title: text, ...(item.isRemoved ? { isRemoved: false } : {}) }, titleWas);
  }

  /** The other title stays; the member's own words go. */
  letGo(itemId: string): void {
    this.open.update((edits) => withoutEdit(edits, itemId));
    this.keep();
  }

  /** The other title stays, and the member's words become an item below it. */
  keepBoth(item: AgendaItem): void {
    const edit = this.editOf(item.id);
    if (!edit) return;
    this.letGo(item.id);
    this.add({ title: edit.text.trim(), minutes: item.minutes, place: this.placeBelow(item) });
  }

  /** The title stays, and what stood beside it goes. */
  settle(item: AgendaItem, beside: Beside): void {
    this.change(item.id, {}, item.title, [beside.id]);
  }

  /** What stood beside the title takes its place. */
  settleFor(item: AgendaItem, beside: Beside): void {
    this.change(item.id, { title: beside.text }, item.title, [beside.id]);
  }

  /** What stood beside the title becomes an item below, under the same id for everybody who asks for it at once. */
  settleBoth(item: AgendaItem, beside: Beside): void {
    this.add({ id: beside.id, title: beside.text, minutes: item.minutes, place: this.placeBelow(item) });
    this.settle(item, beside);
  }

  add(p: { title: string; minutes: number; place?: number; id?: string }): void {
    const items = this.visible();
    const id = p.id ?? crypto.randomUUID();
    const orderKey = p.place === undefined ? keyAtEnd(items) : (keyForPlace(items, id, p.place) ?? keyAtEnd(items));
    const added: AgendaItem = {
      ...{ id, title: p.title, why: '', minutes: p.minutes, orderKey, isDone: false, isRemoved: false },
      ...{ rev: 0, editedBy: this.room.selfId(), editedAt: this.room.now(), worded: null, edits: {}, alternatives: {} },
    };
    this.outbox.put({ id: crypto.randomUUID(), itemId: id, changes: {}, titleWas: '', settles: [], added });
  }

  move(itemId: string, to: number): void {
    const orderKey = keyForPlace(this.visible(), itemId, to);
    if (orderKey !== null) this.change(itemId, { orderKey });
  }

  tick = (item: AgendaItem): void => this.change(item.id, { isDone: !item.isDone });
  remove = (item: AgendaItem): void => this.change(item.id, { isRemoved: true });
  bringBack = (item: AgendaItem): void => this.change(item.id, { isRemoved: false });

  private change(itemId: string, changes: AgendaChanges, titleWas = '', settles: readonly string[] = []): void {
    this.outbox.put({ id: crypto.randomUUID(), itemId, changes, titleWas, settles });
  }

  private placeBelow(item: AgendaItem): number {
    const items = this.visible();
    return items.findIndex(({ id }) => id === item.id) + 1 || items.length;
  }

  private put(edit: TitleEdit): void {
    this.orderWhileTyping.update((order) => order ?? this.rows().map(({ id }) => id));
    this.open.update((edits) => ({ ...edits, [edit.itemId]: edit }));
    this.keep();
  }

  private keep(): void {
    const edits = this.open();
    if (Object.keys(edits).length > 0) return this.draft().write(edits);
    this.orderWhileTyping.set(null);
    this.draft().clear();
  }
}
