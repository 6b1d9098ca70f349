import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { Me } from '../accounts/me';
import { MessageForm } from '../chat/message-form';
import { MessageLog } from '../chat/message-log';
import { type Place } from '../chat/unsent-message';
import { PodData } from '../firebase';
import { Reading } from '../today/reading';
import { Retry } from '../ui';

/** The pod's thread and the box to write in. */
@Component({
  selector: 'app-pod-thread',
  imports: [MessageForm, MessageLog, Reading, Retry],
  templateUrl: './pod-thread.html',
  styleUrl: './pod-thread.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PodThread {
  private readonly pods = inject(PodData);
  private readonly me = inject(Me);
  readonly podId = input.required<string>();
  /** By member id; somebody who left has none. */
  readonly names = input.required<Readonly<Record<string, string>>>();

  protected readonly place = computed((): Place => ({ scope: 'pod', id: this.podId() }));
  protected readonly messages = rxResource({
    params: () => {
      const memberId = this.me.id();
      return memberId ? { podId: this.podId(), memberId } : undefined;
    },
    stream: ({ params }) => this.pods.messages(params.podId, params.memberId),
  });
}
