import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  signal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Me } from '../accounts/me';
import { BusyButton, Empty, PageHeader } from '../ui';
import { HoursStep } from './hours-step';
import { STEPS, type Step } from './plan-draft';
import { FormProblems } from './plan-field';
import { PlanForm } from './plan-form';
import { PlanStep } from './plan-step';
import { ReviewStep } from './review-step';
import { TemplateStep } from './template-step';

const STEP_WORDS: Record<Step, { readonly short: string; readonly heading: string }> = {
  template: { short: 'Sprint', heading: 'What are the next six weeks about?' },
  plan: { short: 'Plan', heading: 'If this, then that' },
  hours: { short: 'Hours', heading: 'Where, when and with whom?' },
  review: { short: 'Review', heading: 'Does this look right?' },
};

/** Onboarding: template, If-Then plan, hours and zone, review. What is typed stays until it is sent. */
@Component({
  selector: 'app-start',
  imports: [BusyButton, Empty, HoursStep, PageHeader, PlanStep, ReviewStep, RouterLink, TemplateStep],
  providers: [PlanForm, { provide: FormProblems, useExisting: PlanForm }],
  templateUrl: './start.html',
  styleUrl: './start.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Start {
  protected readonly form = inject(PlanForm);
  private readonly me = inject(Me);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  private readonly startedId = signal<string | null>(null);
  protected readonly isStarting = computed(() => this.form.isSending() || this.startedId() !== null);
  protected readonly hasRunningSprint = computed(() => this.me.sprintId() !== undefined && !this.isStarting());
  protected readonly heading = computed(() => STEP_WORDS[this.form.step()].heading);
  protected readonly steps = computed(() => {
    const current = STEPS.indexOf(this.form.step());
    return STEPS.map((step, index) => ({
      step,
      number: index + 1,
      words: STEP_WORDS[step].short,
      isCurrent: index === current,
      isDone: index < current,
    }));
  });

  constructor() {
    // The guard of `/matching` asks for a sprint, which the member's document shows a moment after the answer.
    effect(() => {
      if (this.startedId() !== null && this.me.sprintId() === this.startedId())
        void this.router.navigateByUrl('/matching');
    });
  }

  protected goOn(): void {
    if (this.form.goOn()) this.focusOn('#step-heading');
    else this.focusOn('[data-problem], .problem');
  }

  protected goTo(step: Step): void {
    this.form.goTo(step);
    this.focusOn('#step-heading');
  }

  protected goBack(): void {
    const earlier = STEPS[STEPS.indexOf(this.form.step()) - 1];
    if (earlier) this.goTo(earlier);
  }

  protected async findPod(): Promise<void> {
    const sprintId = await this.form.send();
    this.startedId.set(sprintId);
    if (sprintId === null) this.focusOn('[data-problem], .problem', '.refusal');
  }

  /** Waits for the step to be drawn; of the first selector that finds something, the first in reading order. */
  private focusOn(...selectors: readonly string[]): void {
    const focus = () => {
      const found = selectors
        .map((selector) => this.host.nativeElement.querySelector<HTMLElement>(selector))
        .find((element) => element !== null);
      if (found && !found.matches('input, select, button')) found.tabIndex = -1;
      found?.focus();
    };
    afterNextRender(focus, { injector: this.injector });
  }
}
