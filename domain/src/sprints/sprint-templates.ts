import { type Cadence, type PlanSlot, type TemplateCopy, type Track } from '../documents';

export interface AgendaTemplateItem {
  readonly title: string;
  /** Why it is worth the pod's minutes. */
  readonly why: string;
  readonly minutes: number;
}

export interface SprintTemplate {
  readonly id: Track;
  /** Grows with each change of the template; a running sprint keeps the copy it began with. */
  readonly version: number;
  readonly title: string;
  readonly summary: string;
  /** What the goal's title is filled with. */
  readonly goalTitle: string;
  readonly weeks: number;
  /** Planned length of one slot. */
  readonly minutes: number;
  readonly cadence: Cadence;
  readonly slots: readonly [PlanSlot, PlanSlot, PlanSlot];
  readonly backup: PlanSlot;
  /** A pod session in order; the minutes sum to at most 60. */
  readonly agenda: readonly AgendaTemplateItem[];
}

const gym: SprintTemplate = {
  id: 'gym',
  version: 1,
  title: 'Gym 3×/week',
  summary: 'Three training sessions a week for six weeks, with one day in reserve.',
  goalTitle: 'Train three times a week',
  weeks: 6,
  minutes: 60,
  cadence: { kind: 'times-per-week', times: 3 },
  slots: [
    {
      weekday: 1,
      time: '18:00',
      minutes: 60,
      ifPart: 'I shut down my computer on Monday',
      thenPart: 'I take the packed bag and go straight to the gym',
    },
    {
      weekday: 3,
      time: '18:00',
      minutes: 60,
      ifPart: 'I shut down my computer on Wednesday',
      thenPart: 'I take the packed bag and go straight to the gym',
    },
    {
      weekday: 5,
      time: '18:00',
      minutes: 60,
      ifPart: 'I shut down my computer on Friday',
      thenPart: 'I take the packed bag and go straight to the gym',
    },
  ],
  backup: {
    weekday: 6,
    time: '10:00',
    minutes: 60,
    ifPart: 'one of the three did not work out',
    thenPart: 'I train on Saturday morning instead',
  },
  agenda: [
    { title: 'Arrive and say hello', why: 'A minute to settle makes the rest easier to follow.', minutes: 5 },
    { title: 'Wins since last time', why: 'What went well is easily forgotten and worth repeating.', minutes: 10 },
    { title: 'What got in the way', why: 'Said aloud, an obstacle often turns out to be solvable.', minutes: 15 },
    { title: 'Next week’s three sessions', why: 'A day, a time and a trigger beat a good intention.', minutes: 10 },
    { title: 'One tweak each', why: 'One small change is more likely to happen than five.', minutes: 5 },
  ],
};

const dotnetPrompting: SprintTemplate = {
  id: 'dotnet-prompting',
  version: 1,
  title: '.NET Prompting',
  summary: 'Three focused sessions a week for six weeks of writing better prompts for .NET code.',
  goalTitle: 'Practise prompting for .NET three times a week',
  weeks: 6,
  minutes: 45,
  cadence: { kind: 'times-per-week', times: 3 },
  slots: [
    {
      weekday: 2,
      time: '07:30',
      minutes: 45,
      ifPart: 'my Tuesday coffee is poured',
      thenPart: 'I open the kata repository and prompt one small feature',
    },
    {
      weekday: 4,
      time: '07:30',
      minutes: 45,
      ifPart: 'my Thursday coffee is poured',
      thenPart: 'I prompt for tests first, then for the code that passes them',
    },
    {
      weekday: 6,
      time: '10:00',
      minutes: 45,
      ifPart: 'breakfast is cleared on Saturday',
      thenPart: 'I review the week’s prompts and rewrite the weakest one',
    },
  ],
  backup: {
    weekday: 7,
    time: '17:00',
    minutes: 45,
    ifPart: 'one of the three did not work out',
    thenPart: 'I do it on Sunday afternoon instead',
  },
  agenda: [
    { title: 'Arrive and say hello', why: 'A minute to settle makes the rest easier to follow.', minutes: 5 },
    { title: 'Show one prompt that worked', why: 'A real example teaches more than advice.', minutes: 10 },
    { title: 'Repair one that did not', why: 'Four people see what the author no longer can.', minutes: 15 },
    { title: 'Next week’s exercises', why: 'A day, a time and a trigger beat a good intention.', minutes: 10 },
    { title: 'One tweak each', why: 'One small change is more likely to happen than five.', minutes: 5 },
  ],
};

export const SPRINT_TEMPLATES: Record<Track, SprintTemplate> = { gym, 'dotnet-prompting': dotnetPrompting };

/** The part of the track's newest template that a sprint keeps. */
export function templateCopy(track: Track): TemplateCopy {
  const { id, version, title, weeks, minutes } = SPRINT_TEMPLATES[track];
  return { id, version, title, weeks, minutes };
}
