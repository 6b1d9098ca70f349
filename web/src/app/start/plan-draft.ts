import {
  type AvailabilityWindow,
  type Cadence,
  type MatchPreferences,
  type PlanInput,
  type PlanSlot,
  type TimeZone,
  type Track,
  type Weekday,
} from '@podmates/domain';
import { SPRINT_TEMPLATES } from '@podmates/domain/sprints';

export const STEPS = ['template', 'plan', 'hours', 'review'] as const;
export type Step = (typeof STEPS)[number];

/** Who would suit: beside the plan, because it is the member's and outlives the sprint. */
export interface Wishes {
  readonly preferences: MatchPreferences;
  readonly isAdult: boolean;
}

/** What the form keeps across reloads and updates of the app. */
export interface PlanDraft {
  readonly step: Step;
  readonly plan: PlanInput | null;
  /** Absent until something of it was changed: then what the profile says holds. */
  readonly wishes?: Wishes;
}

/** Only what the page would stumble over is looked at: a half-filled plan is a draft too. */
export function isPlanDraft(value: unknown): value is PlanDraft {
  if (!isObject(value) || !STEPS.some((step) => step === value['step'])) return false;
  if (value['wishes'] !== undefined && !isWishes(value['wishes'])) return false;
  const plan = value['plan'];
  if (plan === null) return true;
  if (!isObject(plan) || !isObject(plan['goal']) || !isObject(plan['backup'])) return false;
  const hasTexts = ['clientMutationId', 'timeZone', 'dayStart'].every((field) => typeof plan[field] === 'string');
  const hasLists = ['slots', 'availability'].every((field) => Array.isArray(plan[field]));
  return hasTexts && hasLists && String(plan['track']) in SPRINT_TEMPLATES && isObject(plan['goal']['cadence']);
}

function isWishes(value: unknown): value is Wishes {
  if (!isObject(value) || typeof value['isAdult'] !== 'boolean') return false;
  const preferences = value['preferences'];
  return isObject(preferences) && Array.isArray(preferences['styles']) && Array.isArray(preferences['sizes']);
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

export const EMPTY_DRAFT: PlanDraft = { step: 'template', plan: null };

/** A night owl's 00:30 still belongs to the evening before; hardly anybody trains at four. */
const DAY_START = '04:00';

/** A fresh plan from a template; hours and zone that were already given stay. */
export function planFromTemplate(
  track: Track,
  kept: { readonly clientMutationId: string; readonly timeZone: TimeZone; readonly availability: AvailabilityWindow[] },
): PlanInput {
  const template = SPRINT_TEMPLATES[track];
  return {
    ...kept,
    track,
    goal: { title: template.goalTitle, cadence: template.cadence, focus: null },
    slots: template.slots.map((slot) => ({ ...slot })),
    backup: { ...template.backup },
    dayStart: DAY_START,
  };
}

const STEP_OF_FIELD: Record<string, Step> = {
  track: 'template',
  'goal.focus': 'template',
  goal: 'plan',
  slots: 'plan',
  backup: 'plan',
  availability: 'hours',
  preferences: 'hours',
  timeZone: 'hours',
  dayStart: 'hours',
};

/** The step on which a field stands, from its path, or the first word of that (`slots.1.time`). */
export const stepOf = (path: string): Step =>
  STEP_OF_FIELD[path] ?? STEP_OF_FIELD[path.split('.')[0] ?? ''] ?? 'review';

export const isNotAfter = (step: Step, other: Step): boolean => STEPS.indexOf(step) <= STEPS.indexOf(other);

export const CADENCE_CHOICES = ['times-1', 'times-2', 'times-3', 'times-4', 'times-5', 'times-6', 'daily'] as const;
export type CadenceChoice = (typeof CADENCE_CHOICES)[number];

export const cadenceChoice = (cadence: Cadence): CadenceChoice => {
  if (cadence.kind === 'daily') return 'daily';
  const times = cadence.kind === 'weekdays' ? cadence.days.length : cadence.times;
  return CADENCE_CHOICES.find((choice) => choice === `times-${times}`) ?? 'daily';
};

export const sayCadence = (choice: CadenceChoice): string => {
  if (choice === 'daily') return 'Every day';
  if (choice === 'times-1') return 'Once a week';
  return `${choice.slice('times-'.length)} times a week`;
};

/** Another cadence needs another number of slots: spare ones go from the end, new ones copy the last onto free days. */
export function withCadence(plan: PlanInput, choice: CadenceChoice): PlanInput {
  const times = choice === 'daily' ? 7 : Number(choice.slice('times-'.length));
  const cadence: Cadence = choice === 'daily' ? { kind: 'daily' } : { kind: 'times-per-week', times };
  const slots = plan.slots.slice(0, times);
  while (slots.length < times) {
    const pattern = slots.at(-1) ?? plan.backup;
    slots.push({ ...pattern, weekday: freeWeekday(slots, pattern.weekday) });
  }
  return { ...plan, goal: { ...plan.goal, cadence }, slots };
}

function freeWeekday(slots: readonly PlanSlot[], after: Weekday): Weekday {
  const taken = new Set(slots.map(({ weekday }) => weekday));
  for (let step = 1; step <= 7; step += 1) {
    const weekday = ((after - 1 + step) % 7) + 1;
    if (!taken.has(weekday)) return weekday;
  }
  return after;
}
