/** The one thing an adapter has to do for the store: keep documents, and change several of them all or nothing. */

export const kinds = [
  "conversation",
  "page",
  "application",
  "file",
  "ruling",
  "user",
  "session",
  "consent",
  "binding",
  "ticket",
  "notice",
  "series",
  "quota",
  "audit",
  "auditPage",
] as const;
export type Kind = (typeof kinds)[number];

export interface Key {
  readonly kind: Kind;
  readonly id: string;
}

/** Each field is sealed by itself, bound to its document and its name. */
export type Body = Readonly<Record<string, unknown>>;

export interface Document {
  readonly id: string;
  readonly revision: number;
  readonly person?: string;
  readonly body: Body;
}

/** What a database can enforce by itself as well. */
export interface Constraint {
  readonly number?: string;
  readonly used?: number;
  readonly limit?: number;
}

export interface Write {
  readonly key: Key;
  /** Null removes the document. */
  readonly body: Body | null;
  /** Whose data it is; such a document is unreadable once the person's key is destroyed. */
  readonly person?: string;
  /** Replies that wait for delivery: lets a restart find them without opening every conversation. */
  readonly waiting?: number;
  readonly constraint?: Constraint;
}

export interface Transaction<T> {
  /** Writes that mean nothing by themselves and may be made before the others. */
  readonly first?: readonly Write[];
  readonly writes: readonly Write[];
  readonly result: T;
}

export interface ListFilter {
  readonly person?: string;
  /** Only conversations with replies that wait. */
  readonly waiting?: boolean;
}

/** What has to be written when applications go; sees the documents as they are while nobody else writes. */
export type Release = (
  applications: readonly Document[],
  read: (key: Key) => Promise<Document | undefined>,
) => Promise<readonly Write[]>;

export interface Documents {
  read(key: Key): Promise<Document | undefined>;
  /**
   * Nobody else changes the keys while the job looks at their documents; what it returns is written all or nothing,
   * and on the medium when the promise resolves. The job may run again, so it must be pure.
   */
  transact<T>(keys: readonly Key[], job: (documents: readonly (Document | undefined)[]) => Transaction<T>): Promise<T>;
  list(kind: Kind, filter?: ListFilter): AsyncIterable<Document>;
  /**
   * Removes every document of a person with its key, in one step with what `also` makes of the person's applications;
   * returns how many of each kind.
   */
  erase(person: string, also: Release): Promise<Readonly<Record<string, number>>>;
  close(): Promise<void>;
}

/** How many names of each kind. */
export function countKinds(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) {
    const kind = name.slice(0, name.indexOf("/"));
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}
