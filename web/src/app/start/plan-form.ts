import { computed, inject, Injectable, signal } from '@angular/core';
import { type FieldProblem, NO_PREFERENCES, type PlanInput, type PlanSlot, type Track } from '@podmates/domain';
import { problemsOfPreferences } from '@podmates/domain/accounts';
import { problemsOfPlan } from '@podmates/domain/sprints';
import { deviceZone } from '../accounts/entrance';
import { Me } from '../accounts/me';
import { SaveWishes } from '../matching/save-wishes';
import { Drafts } from '../drafts/drafts';
import { Callables, CallRefused } from '../firebase';
import { liveOverlap, NO_HOURS_YET, NOT_CLEAR_YET } from './live-overlap';
import {
  EMPTY_DRAFT,
  isNotAfter,
  isPlanDraft,
  planFromTemplate,
  type PlanDraft,
  type Step,
  stepOf,
  STEPS,
  type Wishes,
} from './plan-draft';

/** The onboarding form: its draft, its step and its problems. One per page; the steps share it. */
@Injectable()
export class PlanForm {
  private readonly callables = inject(Callables);
  private readonly me = inject(Me);
  private readonly saving = inject(SaveWishes);
  private readonly kept = inject(Drafts).draft<PlanDraft>('start', isPlanDraft);
  private readonly draft = signal(this.kept.read() ?? EMPTY_DRAFT);

  /** Problems are shown from the first try to leave a step on, not while it is being filled in. */
  private readonly triedSteps = signal<readonly Step[]>([]);
  /** Shown until the field changes or the server is asked again; only it knows whether they still hold. */
  private readonly refusedFields = signal<readonly FieldProblem[]>([]);

  readonly step = computed(() => this.draft().step);
  readonly plan = computed(() => this.draft().plan);
  readonly wishes = computed((): Wishes => this.draft().wishes ?? this.me.profile() ?? NO_WISHES);
  readonly isSending = signal(false);
  /** The server's words when it refused; fields have theirs beside them. */
  readonly refusal = signal('');

  private readonly found = computed(() => {
    const plan = this.plan();
    if (!plan) return [{ path: 'track', message: 'is not chosen yet' }];
    return [...problemsOfPlan(plan), ...problemsOfPreferences(this.wishes().preferences)];
  });
  readonly problems = computed<readonly FieldProblem[]>(() => [
    ...this.refusedFields(),
    ...this.found().filter(({ path }) => this.triedSteps().includes(stepOf(path))),
  ]);

  readonly overlapWords = liveOverlap(() => {
    const plan = this.plan();
    if (!plan || this.step() !== 'hours' || plan.availability.length === 0) return NO_HOURS_YET;
    const areUnclear = ['availability.', 'timeZone', 'preferences.'];
    if (this.found().some(({ path }) => areUnclear.some((start) => path.startsWith(start)))) return NOT_CLEAR_YET;
    const { preferences, isAdult } = this.wishes();
    return { track: plan.track, availability: plan.availability, timeZone: plan.timeZone, preferences, isAdult };
  });

  choose(track: Track): void {
    const earlier = this.plan();
    const plan = planFromTemplate(track, {
      clientMutationId: earlier?.clientMutationId ?? crypto.randomUUID(),
      timeZone: earlier?.timeZone ?? this.me.profile()?.timeZone ?? deviceZone(),
      availability: earlier?.availability ?? [],
    });
    this.refusedFields.set([]);
    this.keep({ ...this.draft(), plan });
  }

  change(changes: Partial<PlanInput>): void {
    const plan = this.plan();
    if (!plan) return;
    const changed = Object.keys(changes);
    this.refusedFields.update((fields) => fields.filter(({ path }) => !changed.includes(path.split('.')[0] ?? '')));
    this.keep({ ...this.draft(), plan: { ...plan, ...changes } });
  }

  changeSlot(index: number, changes: Partial<PlanSlot>): void {
    const slots = this.plan()?.slots ?? [];
    this.change({ slots: slots.map((slot, other) => (other === index ? { ...slot, ...changes } : slot)) });
  }

  changeBackup(changes: Partial<PlanSlot>): void {
    const plan = this.plan();
    if (plan) this.change({ backup: { ...plan.backup, ...changes } });
  }

  changeWishes(changes: Partial<Wishes>): void {
    const { preferences, isAdult } = { ...this.wishes(), ...changes };
    this.refusedFields.update((fields) => fields.filter(({ path }) => !path.startsWith('preferences')));
    this.keep({ ...this.draft(), wishes: { preferences, isAdult } });
  }

  goTo(step: Step): void {
    this.keep({ ...this.draft(), step });
  }

  /** One step on; where something is missing up to here, that step is shown instead. False: there is a problem. */
  goOn(): boolean {
    const step = this.step();
    const passed = STEPS.filter((other) => isNotAfter(other, step));
    this.triedSteps.set(passed);
    const troubled = passed.find((other) => this.found().some(({ path }) => stepOf(path) === other));
    this.goTo(troubled ?? STEPS[STEPS.indexOf(step) + 1] ?? step);
    return troubled === undefined;
  }

  /** Starts the sprint. Null: refused, with the problems at their fields and the first of their steps shown. */
  async send(): Promise<string | null> {
    const plan = this.plan();
    if (!this.goOn() || !plan || this.isSending()) return null;
    this.isSending.set(true);
    this.refusal.set('');
    this.refusedFields.set([]);
    try {
      await this.saving.save(this.wishes()); // first, so that the first search knows them
      const { sprintId } = await this.callables.call('startSprint', plan);
      this.kept.clear();
      return sprintId;
    } catch (error) {
      if (!(error instanceof CallRefused)) throw error;
      this.refusal.set(error.message);
      this.refusedFields.set(error.fields);
      const troubled = STEPS.find((step) => error.fields.some(({ path }) => stepOf(path) === step));
      if (troubled) this.goTo(troubled);
      return null;
    } finally {
      this.isSending.set(false);
    }
  }

  private keep(draft: PlanDraft): void {
    this.draft.set(draft);
    this.kept.write(draft);
  }
}

const NO_WISHES: Wishes = { preferences: NO_PREFERENCES, isAdult: false };
