import { type FieldPolicy } from './field-mutations';
import { anAgendaItem } from './sample-documents';

/** The title of the sample item. */
export const WORDS = String(anAgendaItem('ana')['title']);

/** What an agenda item keeps of who worded its title, who edited it, and which titles lie beside it. */
export const AGENDA_CASES = {
  worded: {
    kind: 'cases',
    mayBeMissing: true,
    denied: {
      'by another': { by: 'ben', was: WORDS },
      'over words that do not lie there': { by: 'ana', was: 'Never seen' },
      'of the wrong type': 7,
    },
    allowed: {},
  },
  edits: {
    kind: 'cases',
    mayBeMissing: true,
    denied: {
      "in another's name": { ana: 'edit-2', ben: 'edit-9' },
      'under what is no id': { ana: 'edit two' },
      'of the wrong type': 7,
    },
    allowed: {},
  },
  alternatives: {
    kind: 'cases',
    mayBeMissing: true,
    denied: {
      'under the id of another edit': { 'edit-8': { by: 'ana', text: 'Blocks' } },
      "in another's name": { 'edit-2': { by: 'ben', text: 'Blocks' } },
      'without words': { 'edit-2': { by: 'ana', text: '' } },
      'with more than words': { 'edit-2': { by: 'ana', text: 'Blocks', isBest: true } },
      'with other words than theirs': { 'older-edit': { by: 'ben', text: 'Blocks' } },
      'past eight': Object.fromEntries([...'123456789'].map((n) => [`edit-${n}`, { by: 'ana', text: n }])),
      'of the wrong type': 7,
    },
    allowed: {},
  },
} as const satisfies Record<string, FieldPolicy>;

/** The item that a beat names. */
export const EDITING: FieldPolicy = {
  kind: 'cases',
  mayBeMissing: false,
  denied: { 'of what is no id': 'item one', 'of the wrong type': 7 },
  allowed: { 'of nothing': null, 'of an item': 'item-1' },
};
