import { type Track } from '../documents';
import { checklistFor } from './checklists';
import { type OpenItem } from './coach-file';
import { type ActionDraft, OUTPUT_LIMITS } from './coach-output';
import { isUnwilling, isVague } from './cues';
import { shortened } from './plain-text';
import { mentionsInjury } from './safety-words';
import { type Statement } from './statements';
import { folded, shareIn, stemsOf } from './words';

/** From this share of an open item's words on, a step may only say the open item again. */
const SAME_AS_ITEM = 0.6;
/** From this share of its own words on, the step says nothing more than the item. */
const NOTHING_MORE = 0.5;
const HEALING =
  /(?<![a-z])(?:rest|physio|doctor|gp\b|see (?:a|the|my)|check(?:ed)? out|deload|lighter|easy|easier|light|recover|stretch|mobility|arzt|medico|medecin|fisio|kine|descans|repos|pause|skip|off\b)/u;

/**
 * At most two next steps of each member who is here, the weightiest first, in the words of the member. Nothing for those
 * who are away; nothing that an open item says already, since that is carried over; no step into an injury.
 */
export function draftActions(
  statements: readonly Statement[],
  carried: readonly OpenItem[],
  track: Track,
): ActionDraft[] {
  const taken = new Map<string, number>();
  const drafts = statements
    .filter((statement) => statement.kind === 'next' && statement.author.present && mayBeStep(statement.text))
    .filter((statement) => !carried.some((item) => item.member === statement.author.id && saysAgain(statement, item)))
    .sort((a, b) => b.weight - a.weight || b.place - a.place)
    .filter(({ author, text }) => {
      const count = (taken.get(author.id) ?? 0) + 1;
      // "Maybe swim some day" is a step only where there is no other.
      if (count > 1 && isVague(text)) return false;
      taken.set(author.id, count);
      return count <= OUTPUT_LIMITS.actionsPerMember;
    });
  return drafts
    .sort((a, b) => a.place - b.place)
    .flatMap((statement) => {
      const text = stepOf(statement.text);
      if (text === '') return [];
      return { member: statement.author.id, text, cites: [...statement.noteIds], checklist: checklistFor(text, track) };
    });
}

/** Whether a text is something to do: no refusal, no question, and no going on into an injury. */
export function mayBeStep(text: string): boolean {
  if (isUnwilling(text) || /\?\s*$/u.test(text)) return false;
  return !mentionsInjury(text) || HEALING.test(folded(text));
}

const saysAgain = (statement: Statement, item: OpenItem): boolean => {
  const wanted = stemsOf(item.text);
  // "Book spin and research dumbbells" says more than the item "Research dumbbells".
  return shareIn(wanted, statement.stems) >= SAME_AS_ITEM && shareIn(statement.stems, wanted) >= NOTHING_MORE;
};

const OPENING =
  /^(?:(?:and|so|then) )?(?:i(?:['’]ll| will| am going to|['’]m going to| want to| plan to| need to| have to| aim to)|(?:i['’]m )?(?:going to|gonna)|plan(?:ning)? to|want to|need to|to-?do:?|will)\s+/iu;

const TAKEN_BACK =
  /^(?:scratch that|correction|changed my mind|change of plans?|actually|sorry|edit|wait|no wait)[\s,.:;–—-]+/iu;

/** The step without "I will": every word of it is its author's. */
const stepOf = (text: string): string =>
  shortened(text.replace(TAKEN_BACK, '').replace(OPENING, '').replace(/\n/gu, ' ').trim(), OUTPUT_LIMITS.actionText);
