import * as z from 'zod';
import { Track } from '../documents';
import { carriedItems } from './carried-items';
import { OUTPUT_LIMITS } from './coach-output';
import { draftActions } from './draft-actions';
import { plainName, shortened } from './plain-text';
import { type CoachPrompt } from './prompt';
import { statementsOf } from './statements';
import { statementsToTell } from './summarise-notes';

/** What of the prompt's document is not also in its maps. */
const Frame = z.object({
  template: Track,
  openItems: z.array(z.object({ member: z.string(), text: z.string() })),
});

/**
 * The rules in a model's place: an answer to the prompt in the shape that a model is asked for, from what the prompt
 * holds alone. There are no questions in it; those of the coach without a model take their place.
 */
export function writeByRules(prompt: CoachPrompt): string {
  const { template, openItems } = Frame.parse(JSON.parse(prompt.data));
  const notes = [...prompt.notes.values()];
  const members = [...prompt.members.values()];
  const memberNames = new Map([...prompt.members].map(([alias, { id }]) => [id, alias]));
  const noteNames = new Map([...prompt.notes].map(([alias, { id }]) => [id, alias]));
  const aliases = (ids: readonly string[]): string[] => ids.flatMap((id) => noteNames.get(id) ?? []);
  const statements = statementsOf(notes);
  const items = openItems.map(({ member, text }, n) => ({
    id: `i${n}`,
    member: prompt.members.get(member)?.id ?? '',
    text,
    since: '',
  }));
  const carried = carriedItems(items, notes, new Map(members.map(({ id, name }) => [id, plainName(name)])));
  return JSON.stringify({
    summary: statementsToTell(statements, members, OUTPUT_LIMITS.summaryLines).map(
      ({ author, kind, text, noteIds }) => ({
        member: memberNames.get(author.id),
        kind,
        text: shortened(text.replace(/\n/gu, ' '), OUTPUT_LIMITS.lineText),
        cites: aliases(noteIds).slice(0, OUTPUT_LIMITS.cites),
      }),
    ),
    actions: draftActions(statements, carried, template).map(({ member, text, cites }) => ({
      member: memberNames.get(member),
      text,
      cites: aliases(cites).slice(0, OUTPUT_LIMITS.cites),
    })),
    quiz: [],
  });
}
