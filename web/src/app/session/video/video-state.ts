/** What the frame tells, as Jitsi's IFrame API names it, and what we know of it by ourselves. */
export type FrameEvent =
  | { readonly name: 'videoConferenceJoined'; readonly id: string }
  | { readonly name: 'participantJoined'; readonly id: string }
  | { readonly name: 'participantLeft'; readonly id: string }
  | { readonly name: 'audioMuteStatusChanged'; readonly isMuted: boolean }
  | { readonly name: 'videoConferenceLeft' }
  | { readonly name: 'readyToClose' }
  | { readonly name: 'errorOccurred'; readonly isFatal: boolean };

/**
 * One frame, from its opening to its end. An id is of one stay: who comes again has another one, so who left stays
 * gone however late their coming is told. Nothing comes after the end.
 */
export interface FrameState {
  readonly selfId: string | null;
  readonly seen: readonly string[];
  readonly gone: readonly string[];
  readonly isMuted: boolean;
  readonly isOver: boolean;
  readonly isBroken: boolean;
}

export const NEW_FRAME: FrameState = {
  selfId: null,
  seen: [],
  gone: [],
  isMuted: true,
  isOver: false,
  isBroken: false,
};

/** More than any pod has; a frame that makes people up must not fill the page. */
const MOST_PEOPLE = 100;
const withOne = (ids: readonly string[], id: string): readonly string[] =>
  ids.includes(id) || ids.length >= MOST_PEOPLE ? ids : [...ids, id];

/** The frame after one more event. Every event may come twice and in any order, and some never come. */
export function afterEvent(state: FrameState, event: FrameEvent): FrameState {
  switch (event.name) {
    case 'videoConferenceJoined':
      return { ...state, selfId: event.id };
    case 'participantJoined':
      return { ...state, seen: withOne(state.seen, event.id) };
    case 'participantLeft':
      return { ...state, gone: withOne(state.gone, event.id) };
    case 'audioMuteStatusChanged':
      return { ...state, isMuted: event.isMuted };
    case 'videoConferenceLeft':
    case 'readyToClose':
      return { ...state, isOver: true };
    case 'errorOccurred':
      return event.isFatal ? { ...state, isBroken: true } : state;
  }
}

export type FramePhase = 'opening' | 'joined' | 'left' | 'broken';

export function phaseOf({ isOver, isBroken, selfId }: FrameState): FramePhase {
  if (isOver) return 'left';
  if (isBroken) return 'broken';
  return selfId === null ? 'opening' : 'joined';
}

/** How many others are in the call; nobody while one is not in it oneself. */
export function othersIn(state: FrameState): number {
  if (phaseOf(state) !== 'joined') return 0;
  return state.seen.filter((id) => id !== state.selfId && !state.gone.includes(id)).length;
}
