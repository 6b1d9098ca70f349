import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { LIMITS, NoteKind, type SessionNote } from '@podmates/domain';
import { Drafts } from '../drafts/drafts';
import { SessionData } from '../firebase';
import { CoachConsent } from './coach/coach-consent';
import { NoteKeys } from './note-keys';
import { NoteLine, type ShownNote } from './note-line';
import { Room } from './room';
import { RoomVoice } from './room-voice';

interface NoteDraft {
  readonly kind: NoteKind;
  readonly text: string;
  readonly isPrivate: boolean;
}

const EMPTY: NoteDraft = { kind: 'win', text: '', isPrivate: false };
const KINDS: readonly { kind: NoteKind; name: string; plural: string; asks: string }[] = [
  { kind: 'win', name: 'Win', plural: 'Wins', asks: 'What went well?' },
  { kind: 'block', name: 'Block', plural: 'Blocks', asks: 'What is in the way?' },
  { kind: 'next', name: 'Next', plural: 'Next steps', asks: 'What will you do next?' },
];

/** Short notes of the session by kind, each with its author; private ones are the author's alone. */
@Component({
  selector: 'app-notes-panel',
  templateUrl: './notes-panel.html',
  styleUrl: './notes-panel.css',
  imports: [CoachConsent, NoteKeys, NoteLine],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotesPanel {
  private readonly data = inject(SessionData);
  private readonly drafts = inject(Drafts);
  private readonly voice = inject(RoomVoice);
  private readonly textField = viewChild<ElementRef<HTMLTextAreaElement>>('textField');
  protected readonly room = inject(Room);
  protected readonly kinds = KINDS;
  protected readonly limit = LIMITS.noteText;

  /** One listener less for those who write no private notes. */
  protected readonly showsPrivate = signal(false);
  private readonly privateNotes = rxResource({
    params: () => {
      const [id, memberId] = [this.room.id(), this.room.selfId()];
      return this.showsPrivate() && id && memberId ? { id, memberId } : undefined;
    },
    stream: ({ params }) => this.data.privateNotes(params.id, params.memberId),
  });

  private readonly kept = computed(() => this.drafts.draft(`session.${this.room.id()}.note`, isNoteDraft));
  protected readonly draft = signal<NoteDraft>(EMPTY);
  protected readonly asks = computed(() => KINDS.find(({ kind }) => kind === this.draft().kind)?.asks ?? '');
  protected readonly length = computed(() => this.draft().text.trim().length);
  protected readonly over = computed(() => Math.max(0, this.length() - LIMITS.noteText));
  protected readonly problem = signal('');

  protected readonly groups = computed(() => {
    const pod = this.room.notes.hasValue() ? this.room.notes.value().map((note) => this.shown(note, false)) : [];
    const own = this.privateNotes.hasValue() ? this.privateNotes.value().map((note) => this.shown(note, true)) : [];
    const all = [...pod, ...own];
    return KINDS.map(({ kind, plural }) => ({ kind, plural, notes: all.filter((note) => note.kind === kind) })).filter(
      ({ notes }) => notes.length > 0,
    );
  });

  constructor() {
    effect(() => {
      const kept = this.kept().read();
      untracked(() => this.draft.set(kept ?? EMPTY));
    });
  }

  protected change(changes: Partial<NoteDraft>): void {
    this.draft.update((draft) => ({ ...draft, ...changes }));
    this.problem.set('');
    this.kept().write(this.draft());
    if (changes.isPrivate) this.showsPrivate.set(true);
  }

  /** The field is emptied at once, as the note is on the page at once; refused words come back into it. */
  protected async write(event?: Event): Promise<void> {
    event?.preventDefault();
    const draft = this.draft();
    const id = this.room.id();
    if (!id || this.length() === 0) return this.problem.set('A note needs a word or two.');
    if (this.over() > 0) return this.problem.set(tooLong(this.length()));
    const note = { id: crypto.randomUUID(), kind: draft.kind, text: draft.text.trim() };
    this.change({ text: '' });
    this.voice.say(draft.isPrivate ? 'Private note kept.' : 'Note added.');
    try {
      const readerIds = this.room.current()?.memberIds ?? [];
      await this.data.writeNote(id, note, { isPrivate: draft.isPrivate, readerIds });
    } catch {
      this.giveBack(draft);
    }
  }

  protected begin(kind: NoteKind): void {
    this.change({ kind });
    this.textField()?.nativeElement.focus();
  }

  private giveBack(draft: NoteDraft): void {
    const typed = this.draft().text;
    this.change({ ...draft, text: typed ? `${draft.text}\n${typed}` : draft.text });
    this.problem.set('That note did not get through. Its words are back in the field.');
  }

  private shown(note: SessionNote, isPrivate: boolean): ShownNote {
    return {
      id: note.id,
      kind: note.kind,
      text: note.text,
      author: this.room.nameOf(note.authorId),
      isOwn: note.authorId === this.room.selfId(),
      isPrivate,
    };
  }
}

const tooLong = (length: number): string =>
  `That is ${length.toLocaleString('en')} characters; a note holds ${LIMITS.noteText}. Nothing is lost: shorten it here, or share it out over several notes.`;

const isNoteDraft = (value: unknown): value is NoteDraft =>
  typeof value === 'object' &&
  value !== null &&
  NoteKind.safeParse(Reflect.get(value, 'kind')).success &&
  typeof Reflect.get(value, 'text') === 'string' &&
  typeof Reflect.get(value, 'isPrivate') === 'boolean';
