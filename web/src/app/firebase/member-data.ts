import { Injectable } from '@angular/core';
import { Member, MemberStatus, PATHS } from '@podmates/domain';
import { listenDoc } from './listen';

@Injectable({ providedIn: 'root' })
export class MemberData {
  readonly me = (id: string) => listenDoc(Member, `${PATHS.members}/${id}`);
  /** `null` before the first `enterPodmates`. */
  readonly status = (id: string) => listenDoc(MemberStatus, `${PATHS.memberStatuses}/${id}`);
}
