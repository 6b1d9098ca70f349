import { fitted } from '../sessions/agenda';
import { SPRINT_TEMPLATES } from '../sprints';
import { type CoachMember, type CoachSession, type OpenItem } from './coach-file';
import { type AgendaLine, OUTPUT_LIMITS } from './coach-output';
import { plainName, plainText, shortened } from './plain-text';
import { type Readable } from './readable-notes';
import { mentionsInjury, mentionsSelfHarm } from './safety-words';

/** From this many missed slots on, a member's next step gets time of its own. */
const MISSES_FOR_A_SMALLER_STEP = 2;
/** From this many kept slots on, a streak is told. */
const STREAK_TOLD = 3;
const MOST = { ofOpenItems: 4, ofSmallerSteps: 2, named: 4, stretch: 2, minutesEach: 60 } as const;
const MINUTES = { openItem: 2, manyOpenItems: 4, smallerStep: 4, away: 2 } as const;

interface Part extends AgendaLine {
  /** Which goes first when a session is too short for all: the highest. */
  readonly expendable: number;
}

/**
 * The session's agenda: the track's template, told by what is known of the people, and what is open from last time. The
 * minutes of all lines sum to at most the session's. Nobody who did not agree to the coach is named or counted.
 */
export function planAgenda(
  { track, minutes, openItems }: CoachSession,
  { members, withoutNames }: Readable,
): AgendaLine[] {
  const here = members.filter(({ present }) => present);
  const [arrive, wins, obstacles, ...ahead] = SPRINT_TEMPLATES[track].agenda;
  const parts: Part[] = [
    ...(arrive ? [{ ...arrive, why: told(arrive.why, hereToday(here)), expendable: 3 }] : []),
    ...(wins ? [{ ...wins, why: told(wins.why, streaks(here)), expendable: 1 }] : []),
    ...openParts(here, openItems, withoutNames),
    ...(obstacles ? [{ ...obstacles, why: told(obstacles.why, misses(here)), expendable: 1 }] : []),
    ...smallerSteps(here),
    ...ahead.map((item, n) => ({ ...item, expendable: n })),
    ...awayPart(members.filter(({ present }) => !present)),
  ];
  const kept = mostNeeded(parts, Math.min(minutes, OUTPUT_LIMITS.agendaItems));
  const lengths = fittedTo(
    kept.map((part) => part.minutes),
    minutes,
  );
  return kept.map(({ title, why }, n) => ({
    title: shortened(title, OUTPUT_LIMITS.agendaText),
    minutes: lengths[n] ?? 1,
    why: shortened(why, OUTPUT_LIMITS.agendaText),
  }));
}

function mostNeeded(parts: readonly Part[], room: number): Part[] {
  const ranked = parts
    .map((part, n) => ({ part, n }))
    .sort((a, b) => a.part.expendable - b.part.expendable || a.n - b.n);
  return ranked
    .slice(0, room)
    .sort((a, b) => a.n - b.n)
    .map(({ part }) => part);
}

/** In proportion and whole minutes; a long session leaves time free rather than stretch everything beyond measure. */
function fittedTo(lengths: readonly number[], most: number): number[] {
  const total = lengths.reduce((sum, length) => sum + length, 0);
  if (total >= most) return fitted(lengths, most);
  const factor = Math.min(MOST.stretch, most / total);
  return lengths.map((length) => Math.min(MOST.minutesEach, Math.floor(length * factor)));
}

const told = (why: string, more: string): string => (more === '' ? why : `${why} ${more}`);

const hereToday = (here: readonly CoachMember[]): string => (here.length === 0 ? '' : `Here today: ${listed(here)}.`);

function streaks(here: readonly CoachMember[]): string {
  const longest = [...here].sort((a, b) => b.streak - a.streak)[0];
  if (!longest || longest.streak < STREAK_TOLD) return '';
  return `${plainName(longest.name)} has kept ${longest.streak} in a row.`;
}

function misses(here: readonly CoachMember[]): string {
  const missed = here.reduce((sum, member) => sum + member.missed, 0);
  if (missed === 0) return '';
  return `Planned slots that did not happen since last time: ${missed}.`;
}

function openParts(
  here: readonly CoachMember[],
  items: readonly OpenItem[],
  withoutNames: (text: string) => string,
): Part[] {
  const open = here.flatMap((member) => {
    const own = items
      .filter((item) => item.member === member.id)
      .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
    const texts = own
      .map(({ text }) => withoutNames(plainText(text).replace(/\n/gu, ' ')))
      .filter((text) => text !== '' && !mentionsSelfHarm(text));
    return texts.length === 0 ? [] : [{ member, texts, since: own[0]?.since ?? '' }];
  });
  const shown = open.slice(0, MOST.ofOpenItems - (open.length > MOST.ofOpenItems ? 1 : 0));
  const parts = shown.map(({ member, texts, since }): Part => {
    const [first = '', ...more] = texts;
    const only = more.length === 0;
    return {
      title: shortened(`${plainName(member.name)}: ${first}`, 120) + (only ? '' : ` and ${more.length} more`),
      minutes: only ? MINUTES.openItem : MINUTES.manyOpenItems,
      why: `${only ? 'Open' : `${texts.length} things, the first open`} since ${since}. Done, still wanted, or no longer needed: all three are fine.`,
      expendable: texts.some(mentionsInjury) ? 1 : 2,
    };
  });
  if (shown.length === open.length) return parts;
  const rest = open.slice(shown.length).map(({ member }) => member);
  return [
    ...parts,
    {
      title: `Open from last time: ${listed(rest)}`,
      minutes: MINUTES.manyOpenItems,
      why: 'Things taken on earlier that are still open.',
      expendable: 2,
    },
  ];
}

function smallerSteps(here: readonly CoachMember[]): Part[] {
  return here
    .filter(({ missed }) => missed >= MISSES_FOR_A_SMALLER_STEP)
    .sort((a, b) => b.missed - a.missed)
    .slice(0, MOST.ofSmallerSteps)
    .map(({ name, missed }) => ({
      title: `A smaller next step for ${plainName(name)}`,
      minutes: MINUTES.smallerStep,
      why: `${missed} planned slots did not work out; a smaller step is easier to begin with.`,
      expendable: 2,
    }));
}

function awayPart(away: readonly CoachMember[]): Part[] {
  if (away.length === 0) return [];
  return [
    {
      title: `A word to ${listed(away)}`,
      minutes: MINUTES.away,
      why: 'Away today. What the others think of for them reaches them as a suggestion, not as a task.',
      expendable: 4,
    },
  ];
}

/** "Ana, Ben and 3 more" */
function listed(members: readonly CoachMember[]): string {
  const names = members.slice(0, MOST.named).map(({ name }) => plainName(name));
  const more = members.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}
