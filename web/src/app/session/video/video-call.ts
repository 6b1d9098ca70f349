import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { Callables, videoOrigin } from '../../firebase';
import { Room } from '../room';
import { type openFrame, type VideoFrame } from './video-frame';
import { afterEvent, type FrameEvent, type FramePhase, NEW_FRAME, othersIn, phaseOf } from './video-state';

/** A call that has not begun by then is taken for one that will not. */
const BEGINS_WITHIN_MS = 20_000;

/** What is loaded when somebody wants video, and not before. */
@Injectable({ providedIn: 'root' })
export class VideoDoor {
  readonly origin = videoOrigin;
  readonly open: typeof openFrame = async (p) => (await import('./video-frame')).openFrame(p);
}

export type VideoPhase = 'idle' | 'away' | Exclude<FramePhase, 'broken'>;

/** The member's own call in the session's room. Whatever becomes of it, the room goes on. */
@Injectable()
export class VideoCall {
  private readonly door = inject(VideoDoor);
  private readonly callables = inject(Callables);
  private readonly room = inject(Room);

  private readonly frameState = signal(NEW_FRAME);
  private readonly asked = signal<'no' | 'yes' | 'missed'>('no');
  private frame: VideoFrame | null = null;
  /** Grows with each try, so that what comes late of an earlier one is let go. */
  private tries = 0;

  readonly phase = computed((): VideoPhase => {
    if (this.asked() === 'no') return 'idle';
    const phase = phaseOf(this.frameState());
    return this.asked() === 'missed' || phase === 'broken' ? 'away' : phase;
  });
  readonly others = computed(() => othersIn(this.frameState()));
  readonly isMuted = computed(() => this.frameState().isMuted);
  readonly isHidden = signal(false);

  constructor() {
    inject(DestroyRef).onDestroy(() => this.hangUp());
  }

  /** Opens the call in `place`. Never throws: what goes wrong is the phase `away`. */
  async join(place: HTMLElement): Promise<void> {
    this.hangUp();
    const mine = (this.tries += 1);
    const isMine = () => mine === this.tries;
    this.frameState.set(NEW_FRAME);
    this.isHidden.set(false);
    this.asked.set('yes');
    setTimeout(() => {
      if (isMine() && this.phase() === 'opening') this.miss();
    }, BEGINS_WITHIN_MS);
    try {
      const frame = await this.enter(place, (event) => isMine() && this.hear(event));
      if (isMine()) this.frame = frame;
      else frame.close();
    } catch {
      if (isMine()) this.miss();
    }
  }

  toggleMute(): void {
    this.frame?.toggleMute();
  }

  /** Out of the call at once: the frame goes, and microphone and camera with it. */
  hangUp(): void {
    this.tries += 1;
    this.frame?.close();
    this.frame = null;
    if (this.asked() === 'yes') this.frameState.update((state) => afterEvent(state, { name: 'readyToClose' }));
  }

  private async enter(place: HTMLElement, hear: (event: FrameEvent) => void): Promise<VideoFrame> {
    const sessionId = this.room.id() ?? '';
    const [origin, pass] = await Promise.all([this.door.origin(), this.callables.call('enterVideo', { sessionId })]);
    // The page's policy lets in what it was deployed for, and nothing else that a server may name.
    if (origin === null || new URL(origin).host !== pass.domain) throw new Error('video is not set up here');
    return this.door.open({ place, origin, pass, hear });
  }

  private hear(event: FrameEvent): void {
    this.frameState.update((state) => afterEvent(state, event));
    const phase = phaseOf(this.frameState());
    if (phase === 'left' || phase === 'broken') this.frame?.close();
  }

  private miss(): void {
    this.tries += 1;
    this.frame?.close();
    this.frame = null;
    this.asked.set('missed');
  }
}
