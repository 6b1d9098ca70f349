import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { isMeetingLink, MeetingLink } from '@podmates/domain';
import { Callables, CallRefused } from '../../firebase';
import { BusyButton } from '../../ui';
import { Room } from '../room';
import { VideoCall } from './video-call';

/** Where the pod sees each other: the room of the session, or a link of its own. Never in the way of the rest. */
@Component({
  selector: 'app-video-panel',
  templateUrl: './video-panel.html',
  styleUrl: './video-panel.css',
  imports: [BusyButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VideoPanel {
  private readonly callables = inject(Callables);
  private readonly room = inject(Room);
  protected readonly call = inject(VideoCall);
  private readonly place = viewChild.required<ElementRef<HTMLElement>>('place');
  private readonly address = viewChild<ElementRef<HTMLInputElement>>('address');

  private readonly video = computed(() => this.room.current()?.video ?? null);
  /** Looked at once more: a link that may no longer be opened is not shown. */
  protected readonly link = computed(() => {
    const video = this.video();
    return video?.kind === 'link' && isMeetingLink(video.url) ? video.url : null;
  });
  protected readonly shows = computed(() => {
    const phase = this.call.phase();
    return phase === 'idle' && this.video()?.kind !== 'room' ? 'none' : phase;
  });
  protected readonly isOpen = computed(() => !this.link() && ['opening', 'joined'].includes(this.call.phase()));
  protected readonly company = computed(() => {
    const others = this.call.others();
    if (others === 0) return 'You are the first in the call.';
    return others === 1 ? 'You and one other are in the call.' : `You and ${others} others are in the call.`;
  });

  protected readonly isLinkFormOpen = signal(false);
  protected readonly isSaving = signal(false);
  protected readonly linkProblem = signal('');

  protected join(): void {
    this.closeLinkForm();
    void this.call.join(this.place().nativeElement);
  }

  protected closeLinkForm(): void {
    this.isLinkFormOpen.set(false);
    this.linkProblem.set('');
  }

  protected async saveLink(submitted: Event): Promise<void> {
    submitted.preventDefault();
    const link = MeetingLink.safeParse(this.address()?.nativeElement.value ?? '');
    if (!link.success) {
      this.linkProblem.set(
        'That is not a Zoom or Google Meet link. It begins with https://zoom.us/ or https://meet.google.com/.',
      );
      this.address()?.nativeElement.focus();
      return;
    }
    await this.placeAt(link.data);
  }

  protected useRoom(): Promise<void> {
    return this.placeAt(null);
  }

  private async placeAt(url: string | null): Promise<void> {
    const sessionId = this.room.id();
    if (!sessionId || this.isSaving()) return;
    this.isSaving.set(true);
    this.linkProblem.set('');
    try {
      await this.callables.call('placeVideo', { sessionId, commandId: crypto.randomUUID(), url });
      this.call.hangUp();
      this.closeLinkForm();
    } catch (problem) {
      const words = problem instanceof CallRefused ? problem.message : 'That did not go through. Please try again.';
      if (this.isLinkFormOpen()) this.linkProblem.set(words);
      else this.room.notice.set(words);
    } finally {
      this.isSaving.set(false);
    }
  }
}
