import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  signal,
} from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { type Session } from '@podmates/domain';
import { Me } from '../accounts/me';
import { Callables, CallRefused, PodData, SessionData } from '../firebase';
import { Clock } from '../time/clock';
import { describeGap } from '../time/describe-gap';
import { Empty, Notices, PageHeader, Retry } from '../ui';
import { MeetingShifts } from './meeting-shifts';
import { minuteOf } from './minute';
import { ProposeTime } from './propose-time';
import { sayDay, sayInOtherZone, sayTime, sayWeekdayAndTime, sayZone } from './say-time';
import { sessionWeeks, STATE_WORDS } from './session-weeks';
import { Reading } from '../today/reading';

/** The pod's sessions by week, on the reader's own clock; proposing one and agreeing to one. */
@Component({
  selector: 'app-schedule',
  imports: [Empty, MeetingShifts, PageHeader, ProposeTime, Reading, Retry, RouterLink],
  templateUrl: './schedule.html',
  styleUrl: './schedule.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Schedule {
  private readonly callables = inject(Callables);
  private readonly notices = inject(Notices);
  private readonly podData = inject(PodData);
  private readonly sessionData = inject(SessionData);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  protected readonly me = inject(Me);
  private readonly now = minuteOf(inject(Clock));

  private readonly sessions = rxResource({
    params: () => (this.me.podId() ? this.me.id() : undefined),
    stream: ({ params: id }) => this.sessionData.upcomingFor(id),
  });
  private readonly pod = rxResource({
    params: () => this.me.podId(),
    stream: ({ params: id }) => this.podData.pod(id),
  });

  protected readonly hasTrouble = computed(() => !!(this.sessions.error() ?? this.pod.error()));
  protected readonly isKnown = computed(() => this.sessions.hasValue() && this.pod.hasValue());
  protected readonly isProposing = signal(false);
  /** The session that is being agreed to, so that one press is one answer. */
  protected readonly agreeingTo = signal<string | null>(null);
  protected readonly refusal = signal('');

  protected readonly zone = computed(() => this.me.profile()?.timeZone ?? 'UTC');
  protected readonly podZone = computed(() => (this.pod.hasValue() ? this.pod.value()?.timeZone : null) ?? this.zone());
  protected readonly lead = computed(() => {
    const own = `All times are ${sayZone(this.zone())}.`;
    return this.podZone() === this.zone() ? own : `${own} Your pod meets by ${sayZone(this.podZone())}.`;
  });
  protected readonly weeks = computed(() =>
    sessionWeeks(this.sessions.hasValue() ? this.sessions.value() : [], this.zone(), this.now()).map((week) => ({
      ...week,
      rows: week.sessions.map((session) => this.rowOf(session)),
    })),
  );

  protected retry(): void {
    this.sessions.reload();
    this.pod.reload();
  }

  protected openForm(): void {
    this.isProposing.set(true);
    this.focusOn('app-propose-time input');
  }

  protected closeForm(words = ''): void {
    this.isProposing.set(false);
    if (words) this.notices.say(words);
    this.focusOn('.propose');
  }

  protected async agree(session: Session): Promise<void> {
    if (this.agreeingTo()) return;
    this.agreeingTo.set(session.id);
    this.refusal.set('');
    try {
      await this.callables.call('commandSession', {
        sessionId: session.id,
        commandId: crypto.randomUUID(),
        expectedVersion: session.version,
        command: { kind: 'agree' },
      });
      this.notices.say('You agreed to the time.');
    } catch (error) {
      if (!(error instanceof CallRefused)) throw error;
      this.refusal.set(
        error.code === 'aborted' ? 'Somebody answered at the same moment. Please look again and agree.' : error.message,
      );
    } finally {
      this.agreeingTo.set(null);
    }
  }

  private rowOf(session: Session) {
    const agreed = session.agreedBy.map((id) => (id === this.me.id() ? 'you' : (session.names[id] ?? 'a podmate')));
    return {
      session,
      day: sayDay(session.startsAt, this.zone()),
      time: sayTime(session.startsAt, this.zone()),
      weekday: sayWeekdayAndTime(session.startsAt, this.zone()),
      elsewhere: sayInOtherZone(session.startsAt, this.zone(), session.timeZone),
      gap: describeGap(this.now(), session.startsAt),
      state: STATE_WORDS[session.state],
      isOpen: session.state === 'lobby' || session.state === 'live',
      isDraft: session.state === 'draft',
      canAgree: session.state === 'draft' && !session.agreedBy.includes(this.me.id() ?? ''),
      agreed: agreed.length > 0 ? `Agreed by ${new Intl.ListFormat('en-GB').format(agreed)}` : '',
    };
  }

  private focusOn(selector: string): void {
    afterNextRender(() => this.host.nativeElement.querySelector<HTMLElement>(selector)?.focus(), {
      injector: this.injector,
    });
  }
}
