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
import { type Session, type SessionCommand } from '@podmates/domain';
import { Me } from '../accounts/me';
import { Callables, CallRefused, PodData, SessionData } from '../firebase';
import { Clock } from '../time/clock';
import { Empty, Notices, PageHeader, Retry } from '../ui';
import { FairTurn } from './fair-turn';
import { MeetingShifts } from './meeting-shifts';
import { minuteOf } from './minute';
import { ProposeTime, type TimeToChange } from './propose-time';
import { sayZone } from './say-time';
import { sayDone } from './say-vote';
import { SessionRow } from './session-row';
import { sessionWeeks } from './session-weeks';
import { Reading } from '../today/reading';

/** The pod's sessions by week, on the reader's own clock; proposing and moving them, and voting on that. */
@Component({
  selector: 'app-schedule',
  imports: [Empty, FairTurn, MeetingShifts, PageHeader, ProposeTime, Reading, Retry, RouterLink, SessionRow],
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
  protected readonly now = minuteOf(inject(Clock));

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
  /** The time that the form is to change; null for a new session. */
  protected readonly changing = signal<TimeToChange | null>(null);
  /** The session that a command is on its way to, so that one press is one answer. */
  protected readonly busyWith = signal<string | null>(null);
  protected readonly refusal = signal('');

  protected readonly zone = computed(() => this.me.profile()?.timeZone ?? 'UTC');
  protected readonly podZone = computed(() => (this.pod.hasValue() ? this.pod.value()?.timeZone : null) ?? this.zone());
  /** Everybody of the pod by name. */
  protected readonly names = computed((): Readonly<Record<string, string>> => {
    const cards = (this.pod.hasValue() ? this.pod.value()?.cards : null) ?? [];
    return Object.fromEntries(cards.map(({ id, displayName }) => [id, displayName]));
  });
  protected readonly lead = computed(() => {
    const own = `All times are ${sayZone(this.zone())}.`;
    return this.podZone() === this.zone() ? own : `${own} Your pod meets by ${sayZone(this.podZone())}.`;
  });
  protected readonly weeks = computed(() =>
    sessionWeeks(this.sessions.hasValue() ? this.sessions.value() : [], this.zone(), this.now()),
  );

  /** The next session that may still be moved. */
  private readonly next = computed(() =>
    (this.sessions.hasValue() ? this.sessions.value() : []).find(({ state, move }) => state === 'scheduled' && !move),
  );
  private readonly nextId = computed(() => this.next()?.id);
  /** In a pod of one zone all have the same hours, and nobody can be out of turn. */
  protected readonly nextAsked = computed(() => {
    const podId = this.me.podId();
    const sessionId = this.nextId();
    const cards = (this.pod.hasValue() ? this.pod.value()?.cards : null) ?? [];
    const areApart = cards.some(({ timeZone }) => timeZone !== cards[0]?.timeZone);
    return podId && sessionId && areApart ? { podId, sessionId, insteadOf: null } : undefined;
  });

  protected openNext(): void {
    const next = this.next();
    if (next) this.openMove(next);
  }

  protected retry(): void {
    this.sessions.reload();
    this.pod.reload();
  }

  protected openForm(changing: TimeToChange | null = null): void {
    this.changing.set(changing);
    this.isProposing.set(true);
    this.focusOn('app-propose-time h2');
  }

  protected openMove({ id, version, startsAt, minutes }: Session): void {
    this.openForm({ startsAt, minutes, session: { id, version } });
  }

  /** For a meeting whose time shifts: its session, if it is on the schedule, or else the meeting itself. */
  protected openSwap(meeting: { startsAt: Date; minutes: number }): void {
    const all = this.sessions.hasValue() ? this.sessions.value() : [];
    const session = all.find(
      ({ state, startsAt }) => state === 'scheduled' && startsAt.getTime() === meeting.startsAt.getTime(),
    );
    if (session) this.openMove(session);
    else this.openForm({ ...meeting, session: null });
  }

  protected closeForm(words = ''): void {
    this.isProposing.set(false);
    if (words) this.notices.say(words);
    this.focusOn('.propose');
  }

  /** Sends one command, for the version that is on the screen. */
  protected async send(session: Session, command: SessionCommand): Promise<void> {
    if (this.busyWith()) return;
    this.busyWith.set(session.id);
    this.refusal.set('');
    try {
      await this.callables.call('commandSession', {
        sessionId: session.id,
        commandId: crypto.randomUUID(),
        expectedVersion: session.version,
        command,
      });
      this.notices.say(sayDone(command));
    } catch (error) {
      if (!(error instanceof CallRefused)) throw error;
      this.refusal.set(
        error.code === 'aborted' ? 'Somebody answered at the same moment. Please look again.' : error.message,
      );
    } finally {
      this.busyWith.set(null);
    }
  }

  private focusOn(selector: string): void {
    afterNextRender(() => this.host.nativeElement.querySelector<HTMLElement>(selector)?.focus(), {
      injector: this.injector,
    });
  }
}
