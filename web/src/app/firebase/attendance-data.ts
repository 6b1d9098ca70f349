import { Injectable } from '@angular/core';
import { Attendance, attendancePath, testimoniesPath, Testimony } from '@podmates/domain';
import { listenDoc } from './listen';

/** What a session's end says of the member, and what they are asked about others; each theirs alone. */
@Injectable({ providedIn: 'root' })
export class AttendanceData {
  /** `null` while nothing was said of them. */
  readonly attendance = (sessionId: string, memberId: string) =>
    listenDoc(Attendance, `${attendancePath(sessionId)}/${memberId}`);

  /** `null` while they were asked nothing. */
  readonly testimony = (sessionId: string, memberId: string) =>
    listenDoc(Testimony, `${testimoniesPath(sessionId)}/${memberId}`);
}
