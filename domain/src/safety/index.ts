export { afterOneMore, isChatOpen, readersOf } from './chat-rules';
export { filterText, type TextVerdict, type Verdict } from './filter-text';
export { type WordKind } from './word-lists';
