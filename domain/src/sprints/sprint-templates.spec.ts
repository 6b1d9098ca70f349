import { PlanSlot, TemplateCopy, Track } from '../documents';
import { problemsOfPlan, SPRINT_TEMPLATES, templateCopy } from './index';
import { aPlan } from './plan-examples';

describe.each(Track.options)('the template of %s', (track) => {
  const template = SPRINT_TEMPLATES[track];

  it('has three slots and a backup that can be stored', () => {
    for (const slot of [...template.slots, template.backup]) expect(PlanSlot.parse(slot)).toEqual(slot);
    expect(template.slots).toHaveLength(3);
  });

  it('is a plan without problems as it stands', () => {
    const goal = { title: template.goalTitle, cadence: template.cadence, focus: null };
    const plan = aPlan({ track, goal, slots: [...template.slots], backup: template.backup });
    expect(problemsOfPlan(plan)).toEqual([]);
  });

  it('fills at most an hour with its agenda, and no more than its own length', () => {
    const minutes = template.agenda.reduce((sum, item) => sum + item.minutes, 0);
    expect(minutes).toBeLessThanOrEqual(Math.min(60, template.minutes));
    for (const item of template.agenda) expect(item.why).not.toBe('');
  });

  it('runs for six weeks and is copied with its version', () => {
    expect(TemplateCopy.parse(templateCopy(track))).toEqual({
      id: track,
      version: template.version,
      title: template.title,
      weeks: 6,
      minutes: template.minutes,
    });
  });

  it('says things calmly', () => {
    expect(JSON.stringify(template)).not.toContain('!');
  });
});
