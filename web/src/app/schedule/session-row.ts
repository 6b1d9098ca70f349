import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Session, type SessionCommand, type TimeZone } from '@podmates/domain';
import { restingIds } from '@podmates/domain/sessions';
import { describeGap } from '../time/describe-gap';
import { sayDay, sayInOtherZone, sayTime, sayWeekdayAndTime } from './say-time';
import { sayAbsent, sayDraftEnd, sayLeavingOut, sayMove, sayMoveEnd, sayVotes } from './say-vote';
import { STATE_WORDS } from './session-weeks';
import { VoteActs } from './vote-acts';

/** One session of the schedule: when it is, what the pod says to its time, and what the reader can do about it. */
@Component({
  selector: 'app-session-row',
  imports: [RouterLink, VoteActs],
  templateUrl: './session-row.html',
  styleUrl: './session-row.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SessionRow {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  readonly session = input.required<Session>();
  readonly selfId = input.required<string>();
  readonly zone = input.required<TimeZone>();
  readonly now = input.required<Date>();
  /** A command on its way, so that one press is one answer. */
  readonly isBusy = input(false);
  readonly commandAsked = output<SessionCommand>();
  readonly moveAsked = output<void>();

  protected readonly isLeavingOut = signal(false);
  private readonly reader = computed(() => ({ selfId: this.selfId(), zone: this.zone(), now: this.now() }));

  protected readonly view = computed(() => {
    const session = this.session();
    const [zone, selfId] = [this.zone(), this.selfId()];
    const isDraft = session.state === 'draft';
    return {
      day: sayDay(session.startsAt, zone),
      time: sayTime(session.startsAt, zone),
      weekday: sayWeekdayAndTime(session.startsAt, zone),
      elsewhere: sayInOtherZone(session.startsAt, zone, session.timeZone),
      gap: `${session.state === 'live' ? '' : `${describeGap(this.now(), session.startsAt)} · `}${session.minutes} minutes`,
      state: this.isOut() || this.isResting() ? 'Without you' : STATE_WORDS[session.state],
      isOpen: session.state === 'lobby' || session.state === 'live',
      isDraft,
      absent: sayAbsent(session, selfId),
      votes: isDraft ? sayVotes(session, session, selfId) : '',
      voteEnd: isDraft ? sayDraftEnd(session, this.reader()) : '',
      isOwn: session.proposedBy === selfId,
      hasAgreed: session.agreedBy.includes(selfId),
      hasDeclined: session.declinedBy.includes(selfId),
    };
  });

  protected readonly move = computed(() => {
    const session = this.session();
    const { move } = session;
    if (!move) return null;
    return {
      words: sayMove(session, this.reader()),
      votes: sayVotes(move, session, this.selfId()),
      end: sayMoveEnd(move.expiresAt, this.reader()),
      to: sayWeekdayAndTime(move.startsAt, this.zone()),
      isOwn: move.proposedBy === this.selfId(),
      hasAgreed: move.agreedBy.includes(this.selfId()),
      hasDeclined: move.declinedBy.includes(this.selfId()),
    };
  });

  protected readonly isOut = computed(() => Object.hasOwn(this.session().withdrawals, this.selfId()));
  /** The reader is on a pause then. */
  private readonly isResting = computed(() => restingIds(this.session()).includes(this.selfId()));
  protected readonly canStepOut = computed(() => {
    const { state, startsAt } = this.session();
    return (state === 'scheduled' || state === 'lobby') && this.now() < startsAt && !this.isOut() && !this.isResting();
  });
  protected readonly canComeBack = computed(
    () => this.isOut() && ['scheduled', 'lobby'].includes(this.session().state),
  );
  protected readonly canMove = computed(() => this.session().state === 'scheduled' && !this.session().move);
  protected readonly leavingOut = computed(() => sayLeavingOut(this.session(), this.reader()));

  protected answerMove(answer: 'agree' | 'decline'): void {
    const { move } = this.session();
    if (move) this.commandAsked.emit({ kind: 'answer-move', startsAt: move.startsAt.toISOString(), answer });
  }

  /** Asks before it is said, with the focus where the answer is. */
  protected askToLeaveOut(isAsking: boolean): void {
    this.isLeavingOut.set(isAsking);
    const button = isAsking ? '.step-out' : '.cannot-come';
    afterNextRender(() => this.host.nativeElement.querySelector<HTMLElement>(button)?.focus(), {
      injector: this.injector,
    });
  }

  protected stepOut(): void {
    this.isLeavingOut.set(false);
    this.commandAsked.emit({ kind: 'cannot-come' });
  }
}
