import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import { type AvailabilityWindow, type FieldProblem } from '@podmates/domain';
import { problemsOfPreferences } from '@podmates/domain/accounts';
import { problemsOfAvailability } from '@podmates/domain/sprints';
import { Me } from '../accounts/me';
import { Callables, CallRefused } from '../firebase';
import { SaveWishes } from '../matching/save-wishes';
import { liveOverlap, NO_HOURS_YET, NOT_CLEAR_YET } from '../start/live-overlap';
import { type Wishes } from '../start/plan-draft';
import { FormProblems } from '../start/plan-field';

/** Wishes and hours as they are being changed; what is stored meanwhile elsewhere replaces what was not touched. */
@Injectable()
export class MatchingForm extends FormProblems {
  private readonly callables = inject(Callables);
  private readonly me = inject(Me);
  private readonly saving = inject(SaveWishes);

  readonly sprint = computed(() => (this.me.sprint.hasValue() ? this.me.sprint.value() : null));
  private readonly stored = computed((): Wishes | null => {
    const profile = this.me.profile();
    return profile ? { preferences: profile.preferences, isAdult: profile.isAdult } : null;
  });
  readonly wishes = linkedSignal(() => this.stored());
  /** Null without a running sprint: the hours are part of its plan. */
  readonly hours = linkedSignal((): AvailabilityWindow[] | null => this.sprint()?.availability ?? null);

  readonly isSaving = signal(false);
  readonly refusal = signal('');
  private readonly hasTried = signal(false);
  private readonly refusedFields = signal<readonly FieldProblem[]>([]);
  private readonly found = computed((): readonly FieldProblem[] => {
    const [wishes, hours] = [this.wishes(), this.hours()];
    return [
      ...(wishes ? problemsOfPreferences(wishes.preferences) : []),
      ...(hours ? problemsOfAvailability(hours) : []),
    ];
  });
  override readonly problems = computed(() => [...this.refusedFields(), ...(this.hasTried() ? this.found() : [])]);

  readonly overlapWords = liveOverlap(() => {
    const [sprint, wishes, availability] = [this.sprint(), this.wishes(), this.hours()];
    if (!sprint || !wishes || !availability?.length) return NO_HOURS_YET;
    if (this.found().length > 0) return NOT_CLEAR_YET;
    return { track: sprint.track, availability: [...availability], timeZone: sprint.timeZone, ...wishes };
  });

  changeWishes(changes: Partial<Wishes>): void {
    this.refusedFields.set([]);
    this.wishes.update((wishes) => wishes && { ...wishes, ...changes });
  }

  changeHours(hours: AvailabilityWindow[]): void {
    this.refusedFields.set([]);
    this.hours.set(hours);
  }

  /** False: something has to be mended first, and the problems say what. */
  async save(): Promise<boolean> {
    this.hasTried.set(true);
    const [wishes, hours, sprint] = [this.wishes(), this.hours(), this.sprint()];
    if (!wishes || this.found().length > 0 || this.isSaving()) return false;
    this.isSaving.set(true);
    this.refusal.set('');
    try {
      await this.saving.save(wishes);
      if (sprint && hours && JSON.stringify(hours) !== JSON.stringify(sprint.availability))
        await this.callables.call('saveAvailability', { availability: [...hours] });
      return true;
    } catch (error) {
      if (!(error instanceof CallRefused)) throw error;
      this.refusal.set(error.message);
      this.refusedFields.set(error.fields);
      return false;
    } finally {
      this.isSaving.set(false);
    }
  }
}
