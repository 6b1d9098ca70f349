/** Where Gemini is asked. */
export interface VertexSettings {
  readonly project: string;
  /** A region, as in `europe-west1`, or `global`. */
  readonly location: string;
  /** As in `gemini-2.5-flash`. */
  readonly model: string;
  /** What carries the bytes. Left out: Node's `fetch`. */
  readonly over?: typeof fetch;
  readonly firstPauseMs?: number;
}
