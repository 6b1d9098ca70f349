import { ChangeDetectionStrategy, Component, computed, inject, output } from '@angular/core';
import { SPRINT_TEMPLATES } from '@podmates/domain/sprints';
import { FOCUS_NAMES, sayPreferences } from '../matching/preference-words';
import { sayWeekday, sayZone } from '../schedule/say-time';
import { cadenceChoice, sayCadence, type Step } from './plan-draft';
import { PlanForm } from './plan-form';

/** Step four: everything once more, each part with a way back to it. */
@Component({
  selector: 'app-review-step',
  templateUrl: './review-step.html',
  styleUrl: './review-step.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReviewStep {
  private readonly form = inject(PlanForm);
  readonly stepAsked = output<Step>();

  protected readonly review = computed(() => {
    const plan = this.form.plan();
    if (!plan) return null;
    const template = SPRINT_TEMPLATES[plan.track];
    const { preferences, isAdult } = this.form.wishes();
    const cadence = sayCadence(cadenceChoice(plan.goal.cadence)).toLowerCase();
    const focus = plan.goal.focus ? FOCUS_NAMES[plan.goal.focus].toLowerCase() : 'focus kept open';
    return {
      title: plan.goal.title,
      facts: `${template.title} · ${template.weeks} weeks · ${cadence} · ${focus}`,
      slots: [...plan.slots, plan.backup].map((slot, index) => ({
        when: `${sayWeekday(slot.weekday)} ${slot.time}, ${slot.minutes} minutes`,
        isBackup: index === plan.slots.length,
        ifPart: slot.ifPart,
        thenPart: slot.thenPart,
      })),
      zone: `In ${sayZone(plan.timeZone)}`,
      wishes: [...sayPreferences(preferences), isAdult ? 'With adults' : 'With people under 18'].join(' · '),
      hours: plan.availability.map(({ weekday, start, end }) => `${sayWeekday(weekday)} ${start}–${end}`),
    };
  });
}
