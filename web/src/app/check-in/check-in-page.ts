import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { Me } from '../accounts/me';
import { CallRefused, SprintData } from '../firebase';
import { sayLocalDay, sayMoment, sayWeekdayAndTime } from '../schedule/say-time';
import { Connection } from '../shell/connection';
import { ProofView } from '../proofs/proof-view';
import { Clock } from '../time/clock';
import { Empty, PageHeader, Retry } from '../ui';
import { CheckInFate } from './check-in-fate';
import { CheckInForm } from './check-in-form';
import { CheckInOutbox, type NewCheckIn } from './check-in-outbox';
import { type Said } from './form-draft';
import { isDelivered } from './outbox-entry';
import { sayStanding, slotsToCheckIn, standingOf } from './slot-standing';

/** `/check-in/:slotId`: which day, the form, and what became of what was sent. */
@Component({
  selector: 'app-check-in-page',
  templateUrl: './check-in-page.html',
  styleUrl: './check-in-page.css',
  imports: [CheckInFate, CheckInForm, Empty, PageHeader, ProofView, Retry, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CheckInPage {
  private readonly me = inject(Me);
  private readonly sprints = inject(SprintData);
  private readonly clock = inject(Clock);
  private readonly form = viewChild(CheckInForm);
  protected readonly outbox = inject(CheckInOutbox);
  protected readonly connection = inject(Connection);
  readonly slotId = input.required<string>();

  protected readonly slots = rxResource({
    params: () => this.me.id(),
    stream: ({ params: id }) => this.sprints.slotsOf(id),
  });
  private readonly known = computed(() => (this.slots.hasValue() ? this.slots.value() : []));

  /** Slots that wait for a first check-in, without those that already lie in the outbox. */
  protected readonly waiting = computed(
    () =>
      slotsToCheckIn(this.known(), this.clock.now()).filter(
        (slot) => this.outbox.newestFor(slot.id)?.fate.kind !== 'waiting',
      ),
    { equal: (a, b) => a.length === b.length && a.every((slot, place) => slot === b[place]) },
  );
  private readonly asked = computed(() => this.known().find(({ id }) => id === this.slotId()) ?? null);
  /** The day the member chose, began to write for or sent: nothing that changes meanwhile moves them off it. */
  private readonly pinnedId = linkedSignal<string, string | null>({ source: this.slotId, computation: () => null });
  /** Several days may be open after midnight: then the page asks, and the oldest is chosen until they say (behaviour 9). */
  private readonly chosenId = computed(() => {
    const isAskedOpen = this.waiting().some(({ id }) => id === this.slotId());
    return this.pinnedId() ?? (isAskedOpen ? this.waiting()[0]?.id : undefined) ?? this.slotId();
  });
  protected readonly slot = computed(() => this.known().find(({ id }) => id === this.chosenId()) ?? this.asked());
  protected readonly standing = computed(() => {
    const slot = this.slot();
    return slot && standingOf(slot, this.clock.now());
  });
  protected readonly words = computed(() => {
    const slot = this.slot();
    return slot ? sayStanding(slot, this.clock.now()) : '';
  });
  protected readonly isFormFit = computed(() =>
    ['open', 'grace', 'make-up', 'checked-in'].includes(this.standing() ?? ''),
  );
  protected readonly others = computed(() => this.waiting().filter(({ id }) => id !== this.slot()?.id));

  private readonly received = computed(() => this.outbox.newestFor(this.slot()?.id ?? '')?.fate.kind === 'received');
  /** There is a check-in to read: also of a closed day, as it may be looked at until a day after. */
  private readonly isSaid = computed(() => {
    const slot = this.slot();
    const isKept = !!slot && (['done', 'late', 'madeUp'].includes(slot.state) || slot.ruling === 'proof-overturned');
    return isKept || this.standing() === 'checked-in';
  });
  private readonly checkIn = rxResource({
    params: () => (this.isSaid() || this.received() ? this.slot()?.id : undefined),
    stream: ({ params: id }) => this.sprints.checkIn(id),
  });
  protected readonly isExistingLoading = computed(() => this.checkIn.isLoading());

  protected readonly isBusy = signal(false);
  protected readonly problem = signal('');
  /** After sending, the fate stands where the form was until the member wants to change something. */
  private readonly isChanging = linkedSignal({ source: () => this.slot()?.id, computation: () => false });
  protected readonly entry = computed(() => {
    const slot = this.slot();
    return slot ? this.outbox.newestFor(slot.id) : null;
  });
  /** All of this slot whose fate is worth telling: the newest, and earlier ones that wait or were not taken. */
  protected readonly fates = computed(() =>
    this.outbox
      .entries()
      .filter((entry) => entry.slotId === this.slot()?.id && (entry === this.entry() || !isDelivered(entry))),
  );
  /** What was said last: words that still wait here are newer than what the server has. */
  protected readonly existing = computed((): Said | null => {
    const entry = this.entry();
    const said = entry && entry.fate.kind !== 'refused' ? entry.input : null;
    if (entry?.fate.kind === 'waiting') return said;
    return (this.checkIn.hasValue() ? this.checkIn.value() : null) ?? said ?? entry?.input ?? null;
  });
  /** The name of a file that is on its way for this slot. */
  protected readonly fileOnItsWay = computed(() => {
    const waiting = this.fates().find(({ file }) => file.kind === 'waiting')?.file;
    return waiting?.kind === 'waiting' ? waiting.name : null;
  });
  /** What became of the file that was sent; null: there is none. */
  protected readonly proof = computed(() => {
    const proof = (this.checkIn.hasValue() ? this.checkIn.value() : null)?.proof;
    if (proof?.kind !== 'file') return null;
    return {
      state: proof.shown?.state ?? 'waiting',
      kind: proof.shown?.state === 'ready' ? proof.shown.kind : 'text',
    } as const;
  });
  /** A second look by people outside the pod, for its member alone. */
  protected readonly look = computed(() => {
    const review = (this.checkIn.hasValue() ? this.checkIn.value() : null)?.review;
    return review && { state: review.state, until: sayMoment(review.until, this.slot()?.timeZone ?? 'UTC') };
  });
  /** A slot that closes while somebody writes keeps its form: the server decides, and its answer is shown. */
  protected readonly showsForm = computed(() => {
    if (this.look()?.state === 'open') return false; // nothing that is looked at can be changed
    const entry = this.entry();
    if (entry && entry.fate.kind !== 'refused' && !this.isChanging()) return false;
    return this.isFormFit() || (this.standing() === 'closed' && this.pinnedId() === this.slot()?.id && !entry);
  });

  protected stayWith(id: string): void {
    this.pinnedId.set(id);
  }

  protected async send(sent: Omit<NewCheckIn, 'day'>): Promise<void> {
    const slot = this.slot();
    if (!slot) return;
    this.pinnedId.set(slot.id);
    this.isBusy.set(true);
    this.problem.set('');
    try {
      await this.outbox.add({ ...sent, day: slot.label });
      this.form()?.forget();
      this.isChanging.set(false);
    } catch (problem) {
      const why = problem instanceof CallRefused ? problem.message : 'This device could not keep the check-in.';
      this.problem.set(`${why} What you wrote is still here; please try again.`);
    } finally {
      this.isBusy.set(false);
    }
  }

  protected changeAgain(): void {
    this.isChanging.set(true);
  }

  protected readonly sayDay = sayLocalDay;
  protected readonly sayStart = sayWeekdayAndTime;
}
