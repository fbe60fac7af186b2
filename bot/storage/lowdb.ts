/**
 * The embedded documents: one small lowdb document each. A change of one document is one durable write; a change of
 * several is one durable write of all of them, acknowledged, and then each in its place.
 */
import { join } from "node:path";
import { applyCommit, type CommitFile, commitPath, forgetCommit, type Image, writeCommit } from "./commit-files.ts";
import { type DocumentFile, nameOfKey, openedFile, readFile, sealedFile, writeFile } from "./document-file.ts";
import {
  countKinds,
  type Document,
  type Documents,
  type Key,
  type Kind,
  kinds,
  type ListFilter,
  type Release,
  type Transaction,
  type Write,
} from "./documents.ts";
import { keyedLocks } from "./keyed-locks.ts";
import { leastRecent } from "./least-recent.ts";
import { type Begun, begin, headOf, type LowdbParts, listCommit } from "./lowdb-start.ts";
import { StoreUnavailable } from "./store.ts";

export const lowdbDocuments = async (parts: LowdbParts): Promise<LowdbDocuments> =>
  new LowdbDocuments(parts, await begin(parts));

/** Documents kept open; files that people hand in are too large for it. */
const keptOpen = 512;
const isKept = (name: string): boolean => !name.startsWith("file/");

export class LowdbDocuments implements Documents {
  readonly notices: readonly string[];
  private readonly parts: LowdbParts;
  private readonly begun: Begun;
  private readonly open = leastRecent<Document | undefined>(keptOpen);
  private readonly locks = keyedLocks();
  /** Committed, and not yet in their places because the disk refused. */
  private readonly pending: CommitFile[] = [];
  private sequence: number;
  private settling: Promise<void> = Promise.resolve();

  constructor(parts: LowdbParts, begun: Begun) {
    this.parts = parts;
    this.begun = begun;
    this.notices = begun.notices;
    this.sequence = begun.sequence;
  }

  read(key: Key): Promise<Document | undefined> {
    return this.readNamed(nameOfKey(this.parts.vault, key));
  }

  transact<T>(keys: readonly Key[], job: (found: readonly (Document | undefined)[]) => Transaction<T>): Promise<T> {
    const names = keys.map((key) => nameOfKey(this.parts.vault, key));
    return this.locks.run(names, async () => {
      if (this.pending.length > 0) await this.writing([], () => this.settle());
      const found = await Promise.all(names.map((name) => this.readNamed(name)));
      const { first = [], writes, result } = job(found);
      const before = (write: Write) => found[names.indexOf(nameOfKey(this.parts.vault, write.key))];
      for (const write of first) await this.writeOne(write, before(write));
      const [only] = writes;
      if (only && writes.length === 1) await this.writeOne(only, before(only));
      else if (only) await this.together(await Promise.all(writes.map((write) => this.imageOf(write, before(write)))));
      return result;
    });
  }

  async *list(kind: Kind, { person, waiting }: ListFilter = {}): AsyncGenerator<Document> {
    const owner = person === undefined ? undefined : this.parts.vault.ownerOf(person);
    for (const [name, head] of [...this.begun.heads]) {
      if (!name.startsWith(`${kind}/`)) continue;
      if (owner !== undefined && head.owner !== owner) continue;
      if (waiting === true && head.waiting === 0) continue;
      const document = await this.readNamed(name);
      if (document) yield document;
    }
  }

  erase(person: string, also: Release): Promise<Record<string, number>> {
    return this.locks.alone(async () => {
      const owner = this.parts.vault.ownerOf(person);
      const own = [...this.begun.heads].filter(([, head]) => head.owner === owner);
      const applications: Document[] = [];
      for await (const application of this.list("application", { person })) applications.push(application);
      const writes = await also(applications, (key) => this.read(key));
      const images = await Promise.all(writes.map(async (write) => this.imageOf(write, await this.read(write.key))));
      const removals = own.map(([name, { revision }]) => ({ name, removed: revision }));
      await this.together([...images, ...removals, { destroyed: owner }]);
      await this.writing([], () => this.settle());
      return countKinds(own.map(([name]) => name));
    });
  }

  /** Gives every file a second name in another folder while nothing is being written. */
  snapshot(to: string): Promise<void> {
    const { disk, folder } = this.parts;
    return this.locks.alone(async () => {
      await this.settle();
      for (const kind of kinds) await disk.makeFolder(join(to, kind));
      for (const name of this.begun.heads.keys())
        await disk.link(join(folder, `${name}.json`), join(to, `${name}.json`));
    });
  }

  async close(): Promise<void> {
    // What cannot be settled now is finished at the next start.
    await this.locks.alone(() => this.settle()).catch(() => undefined);
  }

  private pathOf(name: string): string {
    return join(this.parts.folder, `${name}.json`);
  }

  private async readNamed(name: string): Promise<Document | undefined> {
    if (this.open.has(name)) return this.open.get(name);
    const { heads, ahead } = this.begun;
    const there = heads.has(name);
    const file = ahead.has(name)
      ? ahead.get(name)
      : there
        ? await readFile(this.parts.disk, this.pathOf(name))
        : undefined;
    const document = file && (await openedFile(this.parts.vault, file));
    // A write may have come in between: only the newest revision is kept.
    if (isKept(name) && !this.parts.readOnly && heads.get(name)?.revision === file?.revision)
      this.open.set(name, document);
    return document;
  }

  /** What could not be written is read again from the disk, so memory never says more than the disk. */
  private async writing<T>(names: readonly string[], job: () => Promise<T>): Promise<T> {
    try {
      return await job();
    } catch (cause) {
      for (const name of names) this.open.delete(name);
      throw new StoreUnavailable("The data folder cannot take the write.", { cause });
    }
  }

  private async writeOne(write: Write, before: Document | undefined): Promise<void> {
    const { disk, vault } = this.parts;
    const { inventory, heads } = this.begun;
    const name = nameOfKey(vault, write.key);
    const { body } = write;
    if (body === null) return this.removeOne(name);
    await this.writing([name], async () => {
      const file = await sealedFile(vault, { ...write, body }, before);
      const unlisted = !inventory.names.has(name);
      try {
        await writeFile(disk, this.pathOf(name), file);
        if (unlisted) await inventory.add([name]);
      } catch (cause) {
        // A new document that could not be listed was not acknowledged.
        if (unlisted) await disk.remove(this.pathOf(name)).catch(() => undefined);
        throw cause;
      }
      heads.set(name, headOf(file));
      if (isKept(name)) this.open.set(name, opened(file, write, body, before));
    });
  }

  private async removeOne(name: string): Promise<void> {
    const head = this.begun.heads.get(name);
    if (head) await this.together([{ name, removed: head.revision }]);
  }

  private async imageOf(write: Write, before: Document | undefined): Promise<Image> {
    const name = nameOfKey(this.parts.vault, write.key);
    if (write.body === null) return { name, removed: this.begun.heads.get(name)?.revision ?? 0 };
    const { body } = write;
    return { name, file: await this.writing([], () => sealedFile(this.parts.vault, { ...write, body }, before)) };
  }

  private async together(images: readonly Image[]): Promise<void> {
    const { disk, folder } = this.parts;
    this.sequence += 1;
    const commit: CommitFile = { path: commitPath(folder, this.sequence), images };
    await this.writing(images.flatMap(nameOfImage), () =>
      writeCommit(disk, commit).catch(async (cause: unknown) => {
        await disk.remove(commit.path).catch(() => undefined);
        throw cause;
      }),
    );
    // From here on it has happened; the places of the documents only follow.
    this.pending.push(commit);
    for (const image of images) this.goAhead(image);
    await this.settle().catch(() => undefined);
  }

  private goAhead(image: Image): void {
    if (!("name" in image)) return;
    const { heads, ahead } = this.begun;
    this.open.delete(image.name);
    ahead.set(image.name, "file" in image ? image.file : undefined);
    if ("file" in image) heads.set(image.name, headOf(image.file));
    else heads.delete(image.name);
  }

  /** Puts committed images into their places, oldest first; what the disk refuses now is tried again later. */
  private settle(): Promise<void> {
    const { disk, folder, vault } = this.parts;
    const job = async () => {
      for (let commit = this.pending[0]; commit; commit = this.pending[0]) {
        await applyCommit(disk, folder, commit, vault.destroy);
        await listCommit(this.begun.inventory, commit);
        await forgetCommit(disk, folder, commit);
        this.pending.shift();
        for (const name of commit.images.flatMap(nameOfImage)) this.begun.ahead.delete(name);
      }
    };
    this.settling = this.settling.then(job, job);
    return this.settling;
  }
}

const nameOfImage = (image: Image): readonly string[] => ("name" in image ? [image.name] : []);

function opened(file: DocumentFile, write: Write, body: Document["body"], before: Document | undefined): Document {
  const person = write.person ?? before?.person;
  return { id: write.key.id, revision: file.revision, body, ...(person !== undefined && { person }) };
}
