import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
} from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { Me } from '../accounts/me';
import { MatchData } from '../firebase';
import { MatchActs } from '../matching/match-acts';
import { PauseMatching } from '../matching/pause-matching';
import { PreferenceFields } from '../matching/preference-fields';
import { minuteOf } from '../schedule/minute';
import { sayMoment, sayZone } from '../schedule/say-time';
import { HoursEditor } from '../start/hours-editor';
import { FormProblems } from '../start/plan-field';
import { Clock } from '../time/clock';
import { BusyButton } from '../ui/busy-button';
import { Notices } from '../ui/notices';
import { Retry } from '../ui/retry';
import { MatchingForm } from './matching-form';

/** Who would suit, in which hours, and a pause from being matched. */
@Component({
  selector: 'app-matching-page',
  imports: [BusyButton, HoursEditor, PauseMatching, PreferenceFields, Retry],
  providers: [MatchActs, MatchingForm, { provide: FormProblems, useExisting: MatchingForm }],
  templateUrl: './matching-page.html',
  styleUrl: './matching-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MatchingPage {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private readonly matches = inject(MatchData);
  private readonly notices = inject(Notices);
  protected readonly acts = inject(MatchActs);
  protected readonly form = inject(MatchingForm);
  protected readonly me = inject(Me);
  protected readonly now = minuteOf(inject(Clock));

  protected readonly zone = computed(() => this.me.profile()?.timeZone ?? 'UTC');
  protected readonly hoursZone = computed(() => sayZone(this.form.sprint()?.timeZone ?? this.zone()));

  private readonly request = rxResource({
    params: () => this.me.id(),
    stream: ({ params: id }) => this.matches.request(id),
  });
  private readonly known = computed(() => (this.request.hasValue() ? this.request.value() : null));
  /** A pause is for those who are looked for. */
  protected readonly canPause = computed(() => this.known()?.status === 'waiting');
  protected readonly backOn = computed(() => {
    const request = this.known();
    if (request?.status !== 'snoozed' || !request.snoozedUntil) return '';
    return `Paused. You are back on ${sayMoment(request.snoozedUntil, this.zone())}.`;
  });

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (await this.form.save()) this.notices.say('Saved.');
    else this.focusOnProblem();
  }

  private focusOnProblem(): void {
    const focus = () => this.host.nativeElement.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    afterNextRender(focus, { injector: this.injector });
  }
}
