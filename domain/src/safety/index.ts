export { asksForPause, AT_THE_LIMIT, callForAPerson } from './care';
export { afterOneMore, isChatOpen, readersOf } from './chat-rules';
export { HELD_TITLE, isHeld, itemFor, notesFor } from './held-words';
export { filterText, type TextVerdict, type Verdict } from './filter-text';
export { excusedBy, MOST_KEPT_TEXTS, safetyReport, withReported } from './leave-safely';
export { type WordKind } from './word-lists';
