import { AccountDesk } from '../accounts/account-desk';
import { AttendanceDesk } from '../attendance/attendance-desk';
import { PartingsDesk } from '../attendance/partings-desk';
import { ChatDesk } from '../safety/chat-desk';
import { CheckInDesk } from '../checkins/check-in-desk';
import { CoachDesk } from '../coach/coach-desk';
import { FairnessDesk } from '../matching/fairness-desk';
import { MatchDesk } from '../matching/match-desk';
import { RelationsDesk } from '../matching/relations-desk';
import { OutboxDesk } from '../outbox/outbox-desk';
import { PeerDesk } from '../peers/peer-desk';
import { ReviewDesk } from '../peers/review-desk';
import { PodDesk } from '../pods/pod-desk';
import { SafetyDesk } from '../safety/safety-desk';
import { SessionDesk } from '../sessions/session-desk';
import { VideoDesk } from '../sessions/video-desk';
import { ProofDesk } from '../proofs/proof-desk';
import { SprintDesk } from '../sprints/sprint-desk';
import { StreakDesk } from '../streaks/streak-desk';
import { type Ports } from './ports';

/** One desk per word of the product. Everything the server does goes over one of them, whoever asks. */
export interface Desks {
  readonly accounts: AccountDesk;
  readonly sprints: SprintDesk;
  readonly matching: MatchDesk;
  readonly relations: RelationsDesk;
  readonly fairness: FairnessDesk;
  readonly pods: PodDesk;
  readonly chat: ChatDesk;
  readonly sessions: SessionDesk;
  readonly video: VideoDesk;
  readonly safety: SafetyDesk;
  readonly attendance: AttendanceDesk;
  readonly partings: PartingsDesk;
  readonly coach: CoachDesk;
  readonly checkins: CheckInDesk;
  readonly proofs: ProofDesk;
  readonly peers: PeerDesk;
  readonly reviews: ReviewDesk;
  readonly streaks: StreakDesk;
  readonly outbox: OutboxDesk;
}

/** The desks over these ports. Give them another clock and they work in another time, as the demo people's past does. */
export const desks = (ports: Ports): Desks => ({
  accounts: new AccountDesk(ports),
  sprints: new SprintDesk(ports),
  matching: new MatchDesk(ports),
  relations: new RelationsDesk(ports),
  fairness: new FairnessDesk(ports),
  pods: new PodDesk(ports),
  chat: new ChatDesk(ports),
  sessions: new SessionDesk(ports),
  video: new VideoDesk(ports),
  safety: new SafetyDesk(ports, new RelationsDesk(ports)),
  attendance: new AttendanceDesk(ports),
  partings: new PartingsDesk(ports),
  coach: new CoachDesk(ports),
  checkins: new CheckInDesk(ports),
  proofs: new ProofDesk(ports),
  peers: new PeerDesk(ports),
  reviews: new ReviewDesk(ports),
  streaks: new StreakDesk(ports),
  outbox: new OutboxDesk(ports),
});
