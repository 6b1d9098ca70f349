import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { LIMITS, type NoteKind } from '@podmates/domain';
import { SessionData } from '../firebase';
import { Room } from './room';
import { RoomVoice } from './room-voice';

export interface ShownNote {
  readonly id: string;
  readonly kind: NoteKind;
  readonly text: string;
  readonly author: string;
  readonly isOwn: boolean;
  readonly isPrivate: boolean;
}

/** One note with its author; its author may word it anew or take it back. */
@Component({
  selector: 'app-note-line',
  templateUrl: './note-line.html',
  styleUrl: './note-line.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NoteLine {
  private readonly data = inject(SessionData);
  private readonly room = inject(Room);
  private readonly voice = inject(RoomVoice);
  private readonly field = viewChild<ElementRef<HTMLTextAreaElement>>('field');
  private readonly editButton = viewChild<ElementRef<HTMLButtonElement>>('editButton');
  readonly note = input.required<ShownNote>();

  protected readonly named = computed(() => this.note().text.slice(0, 60));
  /** The words being typed; null while the note is only read. */
  protected readonly text = signal<string | null>(null);
  protected readonly problem = signal('');

  protected begin(): void {
    this.text.set(this.note().text);
    setTimeout(() => this.field()?.nativeElement.focus());
  }

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    const { id, kind, text: before, isPrivate } = this.note();
    const [text, sessionId] = [this.text()?.trim() ?? '', this.room.id()];
    if (!sessionId || text === '') return this.problem.set('A note needs a word or two.');
    if (text.length > LIMITS.noteText)
      return this.problem.set(`${text.length - LIMITS.noteText} characters too many. Nothing is cut off.`);
    this.close();
    if (text === before) return;
    try {
      await this.data.rewordNote(sessionId, { id, kind, text }, isPrivate);
      this.voice.say('Note changed.');
    } catch {
      this.text.set(text);
      this.problem.set('That did not get through. Your words are still here.');
    }
  }

  protected close(): void {
    this.text.set(null);
    this.problem.set('');
    setTimeout(() => this.editButton()?.nativeElement.focus());
  }

  protected async remove(): Promise<void> {
    const [{ id, isPrivate }, sessionId] = [this.note(), this.room.id()];
    if (!sessionId) return;
    await this.data
      .deleteNote(sessionId, id, isPrivate)
      .then(() => this.voice.say('Note removed.'))
      .catch(() => this.problem.set('The note could not be removed. It is still there.'));
  }
}
