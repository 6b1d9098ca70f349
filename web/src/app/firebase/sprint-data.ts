import { inject, Injectable } from '@angular/core';
import { CheckIn, PATHS, Slot, Sprint, Streak } from '@podmates/domain';
import { map, type Observable } from 'rxjs';
import { where } from './clauses';
import { Identity } from './identity';
import { listenDoc, listenQuery } from './listen';

@Injectable({ providedIn: 'root' })
export class SprintData {
  private readonly identity = inject(Identity);

  readonly sprint = (id: string) => listenDoc(Sprint, `${PATHS.sprints}/${id}`);

  /** All slots of all sprints of the member, oldest first; sorted here, so that no index is needed. */
  readonly slotsOf = (memberId: string): Observable<Slot[]> =>
    listenQuery(Slot, PATHS.slots, where('memberId', '==', memberId)).pipe(
      map((slots) => slots.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())),
    );

  /** Asked as a query, because the rules let nobody read a document that is not there. */
  readonly checkIn = (slotId: string): Observable<CheckIn | null> =>
    listenQuery(
      CheckIn,
      PATHS.checkIns,
      where('memberId', '==', this.identity.memberId() ?? ''),
      where('slotId', '==', slotId),
    ).pipe(map((found) => found[0] ?? null));

  /** The member's check-ins of at least this effort, of all sprints; in no order. */
  readonly checkInsFrom = (memberId: string, rpe: number): Observable<CheckIn[]> =>
    listenQuery(CheckIn, PATHS.checkIns, where('memberId', '==', memberId), where('rpe', '>=', rpe));

  readonly streak = (memberId: string) => listenDoc(Streak, `${PATHS.streaks}/${memberId}`);
}
