import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  Injector,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { filter, map, pairwise } from 'rxjs';
import { Departure } from '../accounts/departure';
import { Me } from '../accounts/me';
import { Visits } from '../accounts/visits';
import { ZoneQuestion } from '../accounts/zone-question';
import { Identity } from '../firebase';
import { Avatar } from '../ui/avatar';
import { Brand } from '../ui/brand';
import { StreakBadge } from '../ui/streak-badge';
import { NavMark, type NavMarkName } from './nav-mark';

interface Place {
  readonly path: string;
  readonly name: string;
  readonly mark: NavMarkName;
}
const TODAY: Place = { path: '/today', name: 'Today', mark: 'today' };
const STREAK: Place = { path: '/streak', name: 'Streak', mark: 'streak' };
const SCHEDULE: Place = { path: '/schedule', name: 'Schedule', mark: 'schedule' };
const POD: Place = { path: '/pod', name: 'Pod', mark: 'pod' };
const MATCHING: Place = { path: '/matching', name: 'Matching', mark: 'matching' };
const START: Place = { path: '/start', name: 'Start', mark: 'start' };

/** Navigation, top bar and the page between them; also notices when the member may no longer be here. */
@Component({
  selector: 'app-shell',
  templateUrl: './shell.html',
  styleUrl: './shell.css',
  imports: [Avatar, Brand, NavMark, RouterLink, RouterLinkActive, RouterOutlet, StreakBadge, ZoneQuestion],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Shell {
  private readonly identity = inject(Identity);
  private readonly departure = inject(Departure);
  private readonly injector = inject(Injector);
  private readonly content = viewChild.required<ElementRef<HTMLElement>>('content');
  protected readonly me = inject(Me);

  /** Only places where something is. Pod and streak go on when a sprint ends, and the next one can begin. */
  protected readonly places = computed((): readonly Place[] => {
    const hasPod = !!this.me.podId();
    const hasSprint = !!this.me.sprintId();
    return [
      ...(hasPod || hasSprint ? [TODAY] : []),
      ...(!hasPod && this.me.profile()?.wayBack ? [POD] : []),
      ...(hasPod ? [POD, SCHEDULE] : hasSprint || this.me.isLookedFor() ? [MATCHING] : []),
      ...(this.hasStreak() ? [STREAK] : []),
      ...(hasSprint ? [] : [START]),
    ];
  });
  protected readonly hasStreak = computed(
    () => !!this.me.sprintId() || (this.me.streak.hasValue() && this.me.streak.value() !== null),
  );
  protected readonly name = computed(() => this.me.profile()?.displayName ?? '');
  protected readonly streak = computed(() => (this.me.streak.hasValue() ? (this.me.streak.value()?.current ?? 0) : 0));

  constructor() {
    // What somebody said by leaving a session safely is sent from whichever page they come back to.
    void import('../session/leaving/safe-leaving')
      .then(({ SafeLeaving }) => this.injector.get(SafeLeaving))
      .catch(() => undefined);
    inject(Router)
      .events.pipe(
        filter((event) => event instanceof NavigationEnd),
        map(({ urlAfterRedirects }) => urlAfterRedirects.split(/[?#]/)[0]),
        pairwise(),
        filter(([before, after]) => before !== after),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.content().nativeElement.focus({ preventScroll: true })); // a screen reader begins at the new page
    void this.sendWhatWaits();
    inject(Visits); // kept as long as the frame stands
    effect(() => {
      const standing = this.me.standing();
      if (standing === 'suspended' || standing === 'deleted') void this.departure.leave(standing);
      else if (this.identity.user() === null) void this.departure.leave(); // signed out in another tab
    });
  }

  /** Check-ins captured offline go out from whichever page is opened first, not only from their own. */
  private async sendWhatWaits(): Promise<void> {
    const { CheckInOutbox } = await import('../check-in/check-in-outbox');
    this.injector.get(CheckInOutbox);
  }
}
