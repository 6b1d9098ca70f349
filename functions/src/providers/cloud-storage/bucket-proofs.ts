import { type getStorage } from 'firebase-admin/storage';
import { type ProofStore } from '../proof-store';

type Bucket = ReturnType<ReturnType<typeof getStorage>['bucket']>;

const GONE = 404;
/** Nobody but the server reads it; a cache on the way would keep what was removed. */
const METADATA = { cacheControl: 'private, no-store', contentDisposition: 'attachment' } as const;

/** The default bucket of the project. Opened at the first use: most functions never need it. */
export class BucketProofs implements ProofStore {
  private opened: Promise<Bucket> | null = null;

  async read(path: string, most: number): Promise<Buffer | null> {
    const file = (await this.bucket()).file(path);
    try {
      const [{ size }] = await file.getMetadata();
      if (Number(size) > most) return null;
      const [bytes] = await file.download();
      return bytes;
    } catch (error) {
      if (isGone(error)) return null;
      throw error;
    }
  }

  async save(path: string, bytes: Buffer, contentType: string): Promise<void> {
    await (await this.bucket()).file(path).save(bytes, { contentType, resumable: false, metadata: METADATA });
  }

  async remove(path: string): Promise<void> {
    await (await this.bucket()).file(path).delete({ ignoreNotFound: true });
  }

  async removeOlder(prefix: string, before: Date, most: number): Promise<number> {
    const [files] = await (await this.bucket()).getFiles({ prefix, maxResults: most, autoPaginate: false });
    const old = files.filter(({ metadata }) => new Date(metadata.timeCreated ?? before) < before);
    for (const file of old) await file.delete({ ignoreNotFound: true });
    return old.length;
  }

  private bucket(): Promise<Bucket> {
    this.opened ??= import('firebase-admin/storage').then(({ getStorage: open }) => open().bucket());
    return this.opened;
  }
}

const isGone = (error: unknown): boolean => (error as { code?: unknown }).code === GONE;
