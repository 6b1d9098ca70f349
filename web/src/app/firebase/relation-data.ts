import { Injectable } from '@angular/core';
import { PATHS, Proposal, Relations } from '@podmates/domain';
import { type Observable } from 'rxjs';
import { atMost, order, where } from './clauses';
import { listenDoc, listenQuery } from './listen';

const NEWEST_PROPOSALS = 60; // a rematch a few times a sprint, for years

@Injectable({ providedIn: 'root' })
export class RelationData {
  /** What the member said about others; `null` while that is nothing. */
  readonly relations = (memberId: string) => listenDoc(Relations, `${PATHS.relations}/${memberId}`);

  /** The newest pods that were proposed to the member, with everybody's card of that time. */
  readonly proposalsTo = (memberId: string): Observable<Proposal[]> =>
    listenQuery(
      Proposal,
      PATHS.proposals,
      where('memberIds', 'array-contains', memberId),
      order('createdAt', 'desc'),
      atMost(NEWEST_PROPOSALS),
    );
}
