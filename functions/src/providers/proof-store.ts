/** Where files that prove effort lie, by their path. */
export interface ProofStore {
  /** Null: there is no such file, or it is larger than `most` bytes, which is known before it is read. */
  read(path: string, most: number): Promise<Buffer | null>;
  /** Written over what is there. */
  save(path: string, bytes: Buffer, contentType: string): Promise<void>;
  /** Nothing happens when it is gone already. */
  remove(path: string): Promise<void>;
  /** Removes up to `most` files below `prefix` that were stored before `before`; how many. */
  removeOlder(prefix: string, before: Date, most: number): Promise<number>;
}
