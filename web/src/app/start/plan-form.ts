import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { type FieldProblem, type PlanInput, type PlanSlot, type Track } from '@podmates/domain';
import { problemsOfPlan } from '@podmates/domain/sprints';
import { defer, switchMap, timer } from 'rxjs';
import { deviceZone } from '../accounts/entrance';
import { Me } from '../accounts/me';
import { Drafts } from '../drafts/drafts';
import { Callables, CallRefused } from '../firebase';
import {
  EMPTY_DRAFT,
  isNotAfter,
  isPlanDraft,
  planFromTemplate,
  type PlanDraft,
  type Step,
  stepOf,
  STEPS,
} from './plan-draft';

/** Long enough that a list of taps asks once, short enough to feel live. */
const OVERLAP_PAUSE_MS = 400;

/** The onboarding form: its draft, its step and its problems. One per page; the steps share it. */
@Injectable()
export class PlanForm {
  private readonly callables = inject(Callables);
  private readonly me = inject(Me);
  private readonly kept = inject(Drafts).draft<PlanDraft>('start', isPlanDraft);
  private readonly draft = signal(this.kept.read() ?? EMPTY_DRAFT);

  /** Problems are shown from the first try to leave a step on, not while it is being filled in. */
  private readonly triedSteps = signal<readonly Step[]>([]);
  /** Shown until the field changes or the server is asked again; only it knows whether they still hold. */
  private readonly refusedFields = signal<readonly FieldProblem[]>([]);

  readonly step = computed(() => this.draft().step);
  readonly plan = computed(() => this.draft().plan);
  readonly isSending = signal(false);
  /** The server's words when it refused; fields have theirs beside them. */
  readonly refusal = signal('');

  private readonly found = computed(() => {
    const plan = this.plan();
    return plan ? problemsOfPlan(plan) : [{ path: 'track', message: 'is not chosen yet' }];
  });
  readonly problems = computed<readonly FieldProblem[]>(() => [
    ...this.refusedFields(),
    ...this.found().filter(({ path }) => this.triedSteps().includes(stepOf(path))),
  ]);

  private readonly overlapAsked = computed(
    () => {
      const plan = this.plan();
      if (!plan || this.step() !== 'hours' || plan.availability.length === 0) return undefined;
      if (this.found().some(({ path }) => path.startsWith('availability.') || path === 'timeZone')) return undefined;
      return { track: plan.track, availability: plan.availability, timeZone: plan.timeZone };
    },
    { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  private readonly overlap = rxResource({
    params: () => this.overlapAsked(),
    stream: ({ params }) =>
      timer(OVERLAP_PAUSE_MS).pipe(switchMap(() => defer(() => this.callables.call('previewOverlap', params)))),
  });
  /** While the next count is on its way the last one stands: a line that blinks cannot be read. */
  readonly overlapWords = linkedSignal<{ isAsked: boolean; words: string | null }, string>({
    source: () => ({ isAsked: this.overlapAsked() !== undefined, words: this.overlapNews() }),
    computation: ({ isAsked, words }, earlier) => {
      if (!isAsked) return 'Add hours to see how many people share them.';
      return words ?? (earlier?.source.isAsked ? earlier.value : 'Counting how many people share them…');
    },
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

  private overlapNews(): string | null {
    if (this.overlap.error()) return 'The live count is not available just now. Your hours are kept.';
    return this.overlap.hasValue() ? sayOverlap(this.overlap.value()) : null;
  }
}

function sayOverlap({ people, hours }: { people: number; hours: number }): string {
  if (people === 0) return 'Nobody who waits shares these hours yet. Others come every day; more hours help.';
  const who = people === 1 ? '1 person who waits shares' : `${people} people who wait share`;
  return `${who} ${hours} of your hours right now.`;
}
