import { Injectable } from '@angular/core';
import {
  AiConsent,
  aiConsentsPath,
  CoachAction,
  CoachDoc,
  coachDocsPath,
  PATHS,
  QuizResult,
  quizResultsPath,
} from '@podmates/domain';
import { map, type Observable } from 'rxjs';
import { atMost, order, where } from './clauses';
import { listenDoc, listenQuery } from './listen';

/** Each is a billed read; who brings versions back more often sees the newest of them. */
const NEWEST_VERSIONS = 20;

/** What the coach made of sessions, and what the member said to it. The newest version is `SessionData.summary`. */
@Injectable({ providedIn: 'root' })
export class CoachData {
  /** As this member reads them, newest first. */
  readonly versions = (sessionId: string, memberId: string) =>
    listenQuery(
      CoachDoc,
      coachDocsPath(sessionId),
      where('readerIds', 'array-contains', memberId),
      order('version', 'desc'),
      atMost(NEWEST_VERSIONS),
    );

  readonly version = (sessionId: string, version: number, memberId: string): Observable<CoachDoc | null> =>
    listenQuery(
      CoachDoc,
      coachDocsPath(sessionId),
      where('readerIds', 'array-contains', memberId),
      where('version', '==', version),
      atMost(1),
    ).pipe(map((found) => found[0] ?? null));

  /** The next steps of everybody in the session, in the order of their ids. */
  readonly actions = (sessionId: string, memberId: string): Observable<CoachAction[]> =>
    listenQuery(
      CoachAction,
      PATHS.coachActions,
      where('memberIds', 'array-contains', memberId),
      where('sessionId', '==', sessionId),
    ).pipe(map(inOrder));

  /** What the member took on, in whichever session, and has not done yet. */
  readonly openActionsOf = (memberId: string): Observable<CoachAction[]> =>
    listenQuery(
      CoachAction,
      PATHS.coachActions,
      where('memberIds', 'array-contains', memberId),
      where('memberId', '==', memberId),
      where('status', '==', 'accepted'),
    ).pipe(map(inOrder));

  /** `null` before the quiz was answered or skipped. */
  readonly quizResult = (sessionId: string, memberId: string) =>
    listenDoc(QuizResult, `${quizResultsPath(sessionId)}/${memberId}`);

  /** `null` while the member has not said; the coach may read then. */
  readonly consent = (sessionId: string, memberId: string) =>
    listenDoc(AiConsent, `${aiConsentsPath(sessionId)}/${memberId}`);
}

const inOrder = (actions: readonly CoachAction[]): CoachAction[] =>
  actions.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1));
