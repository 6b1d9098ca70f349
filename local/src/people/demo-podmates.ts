import { type Firestore } from 'firebase-admin/firestore';
import { desks } from '../../../functions/src/runtime/desks';
import { recordsOf } from '../../../functions/src/store/records';
import { type TimeFollower } from '../driver/driver';
import { localPorts } from '../functions/local-wiring';
import { type PortBlock } from '../ports';
import { AnsweringProposals } from './answering-proposals';
import { CheckingIn } from './checking-in';
import { type Circumstances, type Habit } from './circumstances';
import { DemoAccounts } from './demo-account';
import { Meeting } from './meeting';
import { Talking } from './talking';
import { Waiting } from './waiting';

/** The demo people's habits, one after the other, whenever time has passed. */
export class DemoPodmates implements TimeFollower {
  private readonly habits: readonly Habit[];
  private readonly meeting: Meeting;

  constructor(p: { db: Firestore; ports: PortBlock; seed: number }) {
    const at: Circumstances = { records: recordsOf(p.db), accounts: new DemoAccounts(p.ports), seed: p.seed };
    this.meeting = new Meeting(at);
    this.habits = [
      new AnsweringProposals(at),
      this.meeting,
      new CheckingIn(at),
      new Talking(at, p.db),
      new Waiting(at, desks(localPorts(p.db))),
    ];
  }

  async follow(now: Date): Promise<void> {
    for (const habit of this.habits) await habit.follow(now);
  }

  nextAt(now: Date): Promise<Date | null> {
    return this.meeting.nextAt(now);
  }
}
