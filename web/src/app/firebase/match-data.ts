import { Injectable } from '@angular/core';
import { MatchRequest, PATHS, Proposal } from '@podmates/domain';
import { map, type Observable } from 'rxjs';
import { where } from './clauses';
import { listenDoc, listenQuery } from './listen';

@Injectable({ providedIn: 'root' })
export class MatchData {
  readonly request = (memberId: string) => listenDoc(MatchRequest, `${PATHS.matchRequests}/${memberId}`);

  /** The proposal that waits for answers; `null` while there is none and once it is formed, declined or expired. */
  readonly openProposal = (memberId: string): Observable<Proposal | null> =>
    listenQuery(
      Proposal,
      PATHS.proposals,
      where('memberIds', 'array-contains', memberId),
      where('state', '==', 'open'),
    ).pipe(map((found) => found[0] ?? null));
}
