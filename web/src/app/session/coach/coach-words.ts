import { type CoachDoc, type CoachPresence, type TimeZone } from '@podmates/domain';
import { SAFETY_WORDS } from '@podmates/domain/coach';
import { sayTime } from '../../schedule/say-time';

type Progress = CoachDoc['progress'];

/** The stages of the coach's work, in their order. */
export const STAGES = [
  { progress: 'waiting', name: 'Waiting its turn' },
  { progress: 'reading', name: 'Reading your notes' },
  { progress: 'writing', name: 'Putting the summary together' },
] as const satisfies readonly { progress: Progress; name: string }[];

/** How many stages are behind; all of them when it is done. */
export const stagesDone = (progress: Progress): number =>
  progress === 'done' ? STAGES.length : STAGES.findIndex((stage) => stage.progress === progress);

/** Who worded the summary, so that nobody takes one for the other. */
export function sayMadeBy({ madeBy, fellBack }: Pick<CoachDoc, 'madeBy' | 'fellBack'>): string {
  if (fellBack)
    return 'An AI model was asked, and its answer did not come or could not be checked. The coach’s fixed rules made this instead.';
  return madeBy === 'model'
    ? 'An AI model put this together from your notes. Each sentence was checked against the notes it names.'
    : 'Made from your notes by fixed rules, without an AI model.';
}

/** Who worded a sentence, by the name that the page has for them. */
export const sayEditor = (name: string): string => (name === 'You' ? 'edited by you' : `edited by ${name}`);

/** "19:00–19:42, 19:50–20:00", in the zone. */
export function sayStays({ stays }: CoachPresence, zone: TimeZone): string {
  if (stays.length === 0) return 'was not there';
  return stays.map(({ from, to }) => `${sayTime(from, zone)}–${sayTime(to, zone)}`).join(', ');
}

/** The coach's fixed sentences about safety cite notes that nobody should find quoted under them. */
export const safetyKind = (text: string): keyof typeof SAFETY_WORDS | null => {
  if (text === SAFETY_WORDS.pause) return 'pause';
  return text === SAFETY_WORDS['call-a-human'] ? 'call-a-human' : null;
};
