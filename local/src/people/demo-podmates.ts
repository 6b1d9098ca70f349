import { type Firestore } from 'firebase-admin/firestore';
import { desks } from '../../../functions/src/runtime/desks';
import { recordsOf } from '../../../functions/src/store/records';
import { type TimeFollower } from '../driver/driver';
import { localPorts } from '../functions/local-wiring';
import { type PortBlock } from '../ports';
import { type VideoStandIn } from '../video/video-stand-in';
import { AnsweringProposals } from './answering-proposals';
import { AnsweringQuestions } from './answering-questions';
import { BeingHere } from './being-here';
import { CheckingIn } from './checking-in';
import { type Circumstances, type Habit } from './circumstances';
import { DemoAccounts } from './demo-account';
import { Meeting } from './meeting';
import { OnVideo } from './on-video';
import { Talking } from './talking';
import { Waiting } from './waiting';

/** The demo people's habits, one after the other, whenever time has passed. */
export class DemoPodmates implements TimeFollower {
  private readonly habits: readonly Habit[];
  private readonly meeting: Meeting;
  private readonly here: BeingHere;

  constructor(p: { db: Firestore; ports: PortBlock; seed: number; video: VideoStandIn }) {
    const at: Circumstances = { records: recordsOf(p.db), accounts: new DemoAccounts(p.ports), seed: p.seed };
    this.meeting = new Meeting(at);
    this.here = new BeingHere(at, p.db);
    this.habits = [
      this.here,
      new AnsweringProposals(at),
      new AnsweringQuestions(at, p.db),
      this.meeting,
      new OnVideo(at, p.video),
      new CheckingIn(at),
      new Talking(at),
      new Waiting(at, desks(localPorts(p.db))),
    ];
  }

  async follow(now: Date): Promise<void> {
    for (const habit of this.habits) await habit.follow(now);
  }

  /** Before anything is looked after: the platform may have been away for days, and nobody should pay for it. */
  wake(now: Date): Promise<void> {
    return this.here.follow(now);
  }

  nextAt(now: Date): Promise<Date | null> {
    return this.meeting.nextAt(now);
  }
}
