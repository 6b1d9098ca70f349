import { inject, Injectable } from '@angular/core';
import {
  decisionsPath,
  FeedEvent,
  feedPath,
  messagesPath,
  PATHS,
  Pod,
  PodDecision,
  PodMessage,
} from '@podmates/domain';
import { map, type Observable } from 'rxjs';
import { atMost, order, SERVER_TIME, where } from './clauses';
import { Identity } from './identity';
import { addTo, listenDoc, listenQuery } from './listen';

const NEWEST_EVENTS = 30; // what a person scrolls through; each is a billed read at first sight
const NEWEST_MESSAGES = 100;

@Injectable({ providedIn: 'root' })
export class PodData {
  private readonly identity = inject(Identity);

  readonly pod = (id: string) => listenDoc(Pod, `${PATHS.pods}/${id}`);
  /** The questions that wait for this member's answer. */
  readonly questions = (podId: string, memberId: string) =>
    listenQuery(
      PodDecision,
      decisionsPath(podId),
      where('askedIds', 'array-contains', memberId),
      where('state', '==', 'open'),
    );
  /** Newest first. */
  readonly feed = (podId: string) =>
    listenQuery(FeedEvent, feedPath(podId), order('at', 'desc'), atMost(NEWEST_EVENTS));
  /** The newest hundred, oldest of them first, as one reads a thread. */
  readonly messages = (podId: string): Observable<PodMessage[]> =>
    listenQuery(PodMessage, messagesPath(podId), order('sentAt', 'desc'), atMost(NEWEST_MESSAGES)).pipe(
      map((newestFirst) => newestFirst.toReversed()),
    );

  /** Seen here at once; resolves when the server has it, rejects when it was refused. */
  send(podId: string, text: string): Promise<void> {
    return addTo(messagesPath(podId), { authorId: this.identity.memberId(), text, sentAt: SERVER_TIME });
  }
}
