import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { type Focus, FOCUSES, type PlanInput, type Track } from '@podmates/domain';
import { SPRINT_TEMPLATES } from '@podmates/domain/sprints';
import { FOCUS_NAMES } from '../matching/preference-words';
import { sayWeekday } from '../schedule/say-time';
import { cadenceChoice, sayCadence } from './plan-draft';
import { FieldProblem } from '../ui';
import { PlanForm } from './plan-form';

/** Step one: what the next six weeks are about, and what within it. */
@Component({
  selector: 'app-template-step',
  imports: [FieldProblem],
  templateUrl: './template-step.html',
  styleUrl: './template-step.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TemplateStep {
  protected readonly form = inject(PlanForm);

  protected readonly templates = Object.values(SPRINT_TEMPLATES).map((template) => ({
    id: template.id,
    title: template.title,
    summary: template.summary,
    facts: `${template.weeks} weeks · ${sayCadence(cadenceChoice(template.cadence)).toLowerCase()} · ${template.minutes} minutes`,
    days: template.slots.map(({ weekday, time }) => `${sayWeekday(weekday)} ${time}`).join(', '),
  }));

  protected choose(track: Track): void {
    if (this.form.plan()?.track !== track) this.form.choose(track);
  }

  protected readonly focuses = computed(() => {
    const track = this.form.plan()?.track;
    const offered: readonly Focus[] = track ? FOCUSES[track] : [];
    return [
      { value: null, name: 'Keep it open' },
      ...offered.map((focus) => ({ value: focus, name: FOCUS_NAMES[focus] })),
    ];
  });

  protected focusOn(plan: PlanInput, focus: Focus | null): void {
    this.form.change({ goal: { ...plan.goal, focus } });
  }
}
