import { type Firestore } from 'firebase-admin/firestore';

type Fields = Readonly<Record<string, unknown>>;

/** Entries of an index that a count looks at for the price of one read. */
const COUNTED_FOR_ONE_READ = 1000;

interface Snapshot {
  readonly id: string;
  readonly exists: boolean;
  readonly ref: Reference;
  data(): unknown;
}

/** As `FirestoreDataConverter`, as far as it is called here. */
interface Converter {
  toFirestore(document: unknown): unknown;
  fromFirestore(snapshot: Snapshot): unknown;
}

interface Write {
  readonly ref: Reference;
  readonly fields: Fields;
  readonly isNew: boolean;
}

/**
 * Firestore in memory for one process, as far as matching uses it: it counts what would be billed (a read for each
 * document read or found missing, for an empty answer, and for each thousand entries counted; a write for each document
 * written), and its process can end before a commit, which then is never answered.
 */
export class CountedFirestore {
  reads = 0;
  writes = 0;
  commits = 0;
  /** Commits after which the process ends. */
  endAfter = Infinity;
  /** Resolves at the end of the process. */
  readonly ended: Promise<void>;
  private end: () => void = () => undefined;
  private readonly collections = new Map<string, Map<string, Fields>>();

  constructor() {
    this.ended = new Promise((resolve) => {
      this.end = resolve;
    });
  }

  documents(path: string): Map<string, Fields> {
    const known = this.collections.get(path);
    if (known) return known;
    const made = new Map<string, Fields>();
    this.collections.set(path, made);
    return made;
  }

  /** The same as the class of the Admin SDK to those who use no more than this of it. */
  asFirestore(): Firestore {
    const runTransaction = async <T>(work: (transaction: Transaction) => Promise<T>): Promise<T> => {
      const transaction = new Transaction(this);
      const answer = await work(transaction);
      await this.commit(transaction.writes);
      return answer;
    };
    return { collection: (path: string) => new Collection(this, path), runTransaction } as unknown as Firestore;
  }

  commit(writes: readonly Write[]): Promise<void> {
    if (writes.length === 0) return Promise.resolve();
    if (this.commits >= this.endAfter) {
      this.end();
      return new Promise(() => undefined);
    }
    for (const { ref, isNew } of writes)
      if (isNew && this.documents(ref.parent.path).has(ref.id)) throw new Error(`${ref.path} exists.`);
    for (const { ref, fields } of writes) this.documents(ref.parent.path).set(ref.id, fields);
    this.commits += 1;
    this.writes += writes.length;
    return Promise.resolve();
  }
}

class Reference {
  constructor(
    readonly parent: Collection,
    readonly id: string,
  ) {}

  get path(): string {
    return `${this.parent.path}/${this.id}`;
  }

  get(): Promise<Snapshot> {
    this.parent.store.reads += 1;
    return Promise.resolve(this.snapshot());
  }

  set(document: unknown): Promise<void> {
    return this.parent.store.commit([{ ref: this, fields: this.parent.fieldsOf(document), isNew: false }]);
  }

  snapshot(): Snapshot {
    const fields = this.parent.store.documents(this.parent.path).get(this.id);
    const plain = { id: this.id, exists: fields !== undefined, ref: this, data: () => fields };
    return { ...plain, data: () => (fields === undefined ? undefined : this.parent.read(plain)) };
  }
}

class Transaction {
  readonly writes: Write[] = [];

  constructor(private readonly store: CountedFirestore) {}

  get(from: Reference | Query): Promise<unknown> {
    return from.get();
  }

  getAll(...refs: readonly Reference[]): Promise<Snapshot[]> {
    this.store.reads += refs.length;
    return Promise.resolve(refs.map((ref) => ref.snapshot()));
  }

  set(ref: Reference, document: unknown): void {
    this.writes.push({ ref, fields: ref.parent.fieldsOf(document), isNew: false });
  }

  create(ref: Reference, document: unknown): void {
    this.writes.push({ ref, fields: ref.parent.fieldsOf(document), isNew: true });
  }
}

type Operator = '==' | '<' | '<=' | '>=';
type Test = (fields: Fields) => boolean;

const COMPARED: Readonly<Record<Operator, (a: unknown, b: unknown) => boolean>> = {
  '==': (a, b) => order(a, b) === 0,
  '<': (a, b) => order(a, b) < 0,
  '<=': (a, b) => order(a, b) <= 0,
  '>=': (a, b) => order(a, b) >= 0,
};

interface Asked {
  readonly tests: readonly Test[];
  readonly orderedBy: string | null;
  readonly isDescending: boolean;
  readonly most: number;
}

class Query {
  constructor(
    protected readonly collection: () => Collection,
    private readonly asked: Asked,
  ) {}

  where(field: string, operator: Operator, value: unknown): Query {
    const compare = COMPARED[operator];
    return this.with({ tests: [...this.asked.tests, (fields) => compare(fields[field], value)] });
  }

  orderBy(field: string, direction: 'asc' | 'desc' = 'asc'): Query {
    return this.with({ orderedBy: field, isDescending: direction === 'desc' });
  }

  startAfter(value: unknown): Query {
    const { orderedBy, tests } = this.asked;
    if (orderedBy === null) throw new Error('A query starts after a value of the field it is ordered by.');
    return this.with({ tests: [...tests, (fields) => order(fields[orderedBy], value) > 0] });
  }

  limit(most: number): Query {
    return this.with({ most });
  }

  select(): Query {
    return this;
  }

  get(): Promise<{ docs: Snapshot[]; size: number }> {
    const found = this.found().slice(0, this.asked.most);
    const { store } = this.collection();
    store.reads += Math.max(1, found.length);
    return Promise.resolve({ docs: found.map((id) => this.collection().doc(id).snapshot()), size: found.length });
  }

  count(): { get(): Promise<{ data(): { count: number } }> } {
    return {
      get: () => {
        const count = this.found().length;
        this.collection().store.reads += Math.max(1, Math.ceil(count / COUNTED_FOR_ONE_READ));
        return Promise.resolve({ data: () => ({ count }) });
      },
    };
  }

  private found(): string[] {
    const { tests, orderedBy, isDescending } = this.asked;
    const found: [string, Fields][] = [];
    for (const entry of this.collection().store.documents(this.collection().path))
      if (tests.every((test) => test(entry[1]))) found.push(entry);
    if (orderedBy !== null) found.sort(([, a], [, b]) => order(a[orderedBy], b[orderedBy]) * (isDescending ? -1 : 1));
    return found.map(([id]) => id);
  }

  private with(more: Partial<Asked>): Query {
    return new Query(this.collection, { ...this.asked, ...more });
  }
}

class Collection extends Query {
  constructor(
    readonly store: CountedFirestore,
    readonly path: string,
    private readonly converter: Converter | null = null,
  ) {
    super(() => this, { tests: [], orderedBy: null, isDescending: false, most: Infinity });
  }

  withConverter(converter: Converter): Collection {
    return new Collection(this.store, this.path, converter);
  }

  doc(id: string): Reference {
    return new Reference(this, id);
  }

  read(snapshot: Snapshot): unknown {
    return this.converter ? this.converter.fromFirestore(snapshot) : snapshot.data();
  }

  fieldsOf(document: unknown): Fields {
    return (this.converter ? this.converter.toFirestore(document) : document) as Fields;
  }
}

/** Of two values of one kind. */
function order(a: unknown, b: unknown): number {
  const [x, y] = [a, b].map((value) =>
    value instanceof Date ? value.getTime() : (value as string | number | boolean),
  );
  return x === y ? 0 : x! < y! ? -1 : 1;
}
