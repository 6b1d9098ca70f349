import { type ProofStore } from '../../functions/src/providers/proof-store';

/** A bucket in memory that can be looked into. */
export class ProofsInMemory implements ProofStore {
  readonly files = new Map<string, { bytes: Buffer; contentType: string }>();

  async read(path: string, most: number): Promise<Buffer | null> {
    const found = this.files.get(path);
    return found && found.bytes.length <= most ? found.bytes : null;
  }

  async save(path: string, bytes: Buffer, contentType: string): Promise<void> {
    this.files.set(path, { bytes, contentType });
  }

  async remove(path: string): Promise<void> {
    this.files.delete(path);
  }

  async removeOlder(prefix: string): Promise<number> {
    const old = [...this.files.keys()].filter((path) => path.startsWith(prefix));
    for (const path of old) this.files.delete(path);
    return old.length;
  }
}
