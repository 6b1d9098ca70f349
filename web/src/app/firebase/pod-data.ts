import { Injectable } from '@angular/core';
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
import { atMost, order, where } from './clauses';
import { listenDoc, listenQuery } from './listen';

const NEWEST_EVENTS = 30; // what a person scrolls through; each is a billed read at first sight
const NEWEST_MESSAGES = 100;

@Injectable({ providedIn: 'root' })
export class PodData {
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
  /** The newest hundred that this member may read, oldest of them first, as one reads a thread. */
  readonly messages = (podId: string, memberId: string): Observable<PodMessage[]> =>
    listenQuery(
      PodMessage,
      messagesPath(podId),
      where('readerIds', 'array-contains', memberId),
      order('sentAt', 'desc'),
      atMost(NEWEST_MESSAGES),
    ).pipe(map((newestFirst) => newestFirst.toReversed()));
}
