/** What is kept beside conversations: applications, files, rulings, the console's users, consent, the audit trail. */

/** Places of a quota that an application holds; the store keeps the counter in step with the applications. */
export interface Places {
  readonly quota: string;
  readonly count: number;
  readonly limit: number;
}

export interface ApplicationStep {
  readonly at: string;
  /** `person:…`, `staff:…` or `system`. */
  readonly by: string;
  readonly did: string;
  readonly reason?: string;
}

/** Where an application stands, in the order of the seals. */
export type ApplicationStatus =
  | "draft"
  | "handedIn"
  | "unitSealed"
  | "townReviewed"
  | "districtApproved"
  | "delivered"
  | "returned"
  | "withdrawn";

export interface FileReference {
  readonly id: string;
  readonly name: string;
  /** `attachment`: sent along by the person; `roster`: the lines that were read from one; `printed`: the sheet that we made. */
  readonly purpose: "attachment" | "roster" | "printed";
  readonly sha256: string;
  readonly size: number;
}

export interface Application {
  /** Made by whoever starts the application, so that writing it twice is harmless. */
  readonly id: string;
  readonly form: string;
  readonly project: string;
  /** Set on hand-in to what `nextNumber` of the series gave; unique. */
  readonly number?: string;
  /** The person who fills it in, `channel:user`. */
  readonly owner: string;
  readonly unit?: string;
  readonly status: ApplicationStatus;
  /** Answers by field, without the lines of a roster: those are a file. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly files: readonly FileReference[];
  /** People on the roster that is attached. */
  readonly roster?: { readonly male: number; readonly female: number; readonly total: number };
  readonly history: readonly ApplicationStep[];
  readonly places?: Places;
  /** Handed in after the window of the document: staff decide. */
  readonly late?: boolean;
  /** Told once that its window is about to close. */
  readonly remindedAt?: string;
  /** Handed in when the quota was full: staff decide. */
  readonly overQuota?: boolean;
  /** The owner was bound to the unit with a code from staff when it was handed in. */
  readonly unitProven?: boolean;
  /** Equal for applications that say the same. */
  readonly fingerprint?: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly base64: string;
  readonly at: string;
}

/** A dated, signed decision by staff on a point that the document leaves open. */
export interface Ruling {
  readonly id: string;
  readonly point: string;
  readonly text: string;
  readonly from: string;
  readonly signedBy: string;
  readonly at: string;
  readonly withdrawnAt?: string;
  readonly values?: Readonly<Record<string, unknown>>;
}

export interface ConsoleUser {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly passwordHash: string;
  readonly unit?: string;
  readonly mfa?: string;
  readonly failures?: number;
  readonly disabled?: boolean;
  readonly changedAt: string;
}

export interface ConsoleSession {
  readonly id: string;
  readonly user: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly expiresAt: string;
}

/** One person's consents; the newest of a purpose counts. */
export interface ConsentRecord {
  /** The person, `channel:user`. */
  readonly id: string;
  readonly given: readonly Consent[];
}

export interface Consent {
  readonly purpose: "application" | "medical";
  readonly version: string;
  readonly at: string;
  readonly channel: string;
  readonly withdrawnAt?: string;
}

/** Whom an officer's chat account acts for, bound with a code from staff. */
export interface Binding {
  /** The person, `channel:user`. */
  readonly id: string;
  readonly unit: string;
  readonly role: string;
  readonly by: string;
  readonly at: string;
}

/** A secret that was handed out: only its hash is kept, and it opens once and for a while. */
export type Ticket = {
  /** SHA-256 of the secret, hex. */
  readonly id: string;
  readonly expiresAt: string;
  readonly usedAt?: string;
} & (
  | { readonly purpose: "bind"; readonly unit: string; readonly role: string; readonly by: string }
  | { readonly purpose: "form"; readonly person: string; readonly application: string }
);

/** Something to tell a person outside of a turn; gone once it is in the person's conversation. */
export interface Notice {
  readonly id: string;
  /** `channel:user`. */
  readonly person: string;
  readonly text: string;
  readonly at: string;
}

export interface Records {
  readonly application: Application;
  readonly file: StoredFile;
  readonly ruling: Ruling;
  readonly user: ConsoleUser;
  readonly session: ConsoleSession;
  readonly consent: ConsentRecord;
  readonly binding: Binding;
  readonly ticket: Ticket;
  readonly notice: Notice;
}
export type RecordKind = keyof Records;

export interface Stored<K extends RecordKind> {
  readonly value: Records[K];
  /** Grows by one with each write. */
  readonly revision: number;
  /** Whose data it is, `channel:user`. */
  readonly person?: string;
}

/** Who did what to which record and why; never what the record says. */
export interface AuditNote {
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  readonly reason?: string;
}

export interface AuditEntry extends AuditNote {
  readonly number: number;
  /** Hash over this entry and the hash before it. */
  readonly hash: string;
}

type RecordChange = {
  readonly [K in RecordKind]: {
    readonly kind: K;
    readonly id: string;
    /** Whose data it is, `channel:user`: sealed under that person's key and erased with the person. */
    readonly person?: string;
    /** Null removes the record. */
    readonly value: Records[K] | null;
    /** The revision that was read, 0 for a new record; another one in the store is a `Conflict`. */
    readonly expected?: number;
  };
}[RecordKind];

export type Change = RecordChange | { readonly kind: "audit"; readonly note: AuditNote };
