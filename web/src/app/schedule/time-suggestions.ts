import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output, resource } from '@angular/core';
import { type CallableInput, type TimeZone } from '@podmates/domain';
import { Callables } from '../firebase';
import { Connection } from '../shell/connection';
import { saySuited, sayWhy } from './say-suited';
import { sayMoment } from './say-time';

/** Times that the server ranks for the pod, with what each means for whom; choosing one fills the form around it. */
@Component({
  selector: 'app-time-suggestions',
  templateUrl: './time-suggestions.html',
  styleUrl: './time-suggestions.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TimeSuggestions {
  private readonly callables = inject(Callables);
  protected readonly isOnline = inject(Connection).isOnline;
  readonly asked = input.required<CallableInput<'suggestTimes'>>();
  readonly zone = input.required<TimeZone>();
  readonly selfId = input.required<string>();
  readonly names = input.required<Readonly<Record<string, string>>>();
  /** The instant that the form has now. */
  readonly chosenAt = input<Date | null>(null);
  /** Whether the fairest is chosen as soon as it is known, so that one more press proposes it. */
  readonly choosesFirst = input(false);
  readonly chosen = output<Date>();

  protected readonly found = resource({
    params: () => this.asked(),
    loader: ({ params }) => this.callables.call('suggestTimes', params),
  });

  constructor() {
    const first = effect(() => {
      const [fairest] = this.rows();
      if (!this.choosesFirst() || !fairest) return;
      first.destroy();
      this.chosen.emit(fairest.startsAt);
    });
  }

  private readonly people = computed(() => ({ selfId: this.selfId(), names: this.names() }));
  protected readonly current = computed(() => {
    const current = this.found.hasValue() ? this.found.value().current : null;
    return current ? this.suitedWords(current.members) : '';
  });
  protected readonly rows = computed(() =>
    (this.found.hasValue() ? this.found.value().times : []).map((time) => {
      const startsAt = new Date(time.startsAt);
      return {
        startsAt,
        isChosen: this.chosenAt()?.getTime() === startsAt.getTime(),
        moment: sayMoment(startsAt, this.zone()),
        suited: this.suitedWords(time.members),
        why: sayWhy(time, this.people()),
      };
    }),
  );

  /** Everybody else first: the reader's own time stands above them. */
  private suitedWords(members: Parameters<typeof saySuited>[0][]): string {
    const self = this.selfId();
    const sorted = [...members].sort((a, b) => Number(a.id === self) - Number(b.id === self));
    return sorted.map((member) => saySuited(member, this.people())).join(' · ');
  }
}
