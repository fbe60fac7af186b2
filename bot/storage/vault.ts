/** Seals documents: every field by itself, bound to its document, revision and name, under the key of its person. */
import { createHmac } from "node:crypto";
import type { Body, Key } from "./documents.ts";
import { decrypt, encrypt } from "./key-file.ts";
import { type KeyRing, storeOwner } from "./key-ring.ts";

export type SealedFields = Readonly<Record<string, string>>;

/** A document that was changed by somebody else than the store, or put in another one's place. */
export class NotGenuine extends Error {
  override readonly name = "NotGenuine";
  readonly code = "NOT_GENUINE";
}

export interface Vault {
  /** Stands for a person in files: says nothing without the key. */
  ownerOf(person: string): string;
  /** File or row name of a document: says nothing without the key. */
  nameOf(key: Key): string;
  seal(owner: string | undefined, about: string, body: Body): Promise<SealedFields>;
  /** Undefined when the person's key was destroyed. */
  open(owner: string | undefined, about: string, fields: SealedFields): Promise<Body | undefined>;
  destroy(owner: string): Promise<void>;
}

const shown = 40;

export async function vaultOver(ring: KeyRing): Promise<Vault> {
  const indexKey = createHmac("sha256", await ring.keyFor(storeOwner))
    .update("names")
    .digest();
  const hidden = (text: string): string => createHmac("sha256", indexKey).update(text).digest("hex").slice(0, shown);
  return {
    ownerOf: (person) => hidden(`person/${person}`),
    nameOf: ({ kind, id }) => hidden(`${kind}/${id}`),
    async seal(owner, about, body) {
      const key = await ring.keyFor(owner ?? storeOwner);
      return Object.fromEntries(
        Object.entries(body).map(([field, value]) => [field, encrypt(key, `${about}#${field}`, JSON.stringify(value))]),
      );
    },
    async open(owner, about, fields) {
      const key = await ring.key(owner ?? storeOwner);
      if (!key) return undefined;
      try {
        return Object.fromEntries(
          Object.entries(fields).map(([field, sealed]) => [
            field,
            JSON.parse(decrypt(key, `${about}#${field}`, sealed).toString("utf8")),
          ]),
        );
      } catch (cause) {
        throw new NotGenuine(`The document ${about} was not sealed by this store.`, { cause });
      }
    },
    destroy: (owner) => ring.destroy(owner),
  };
}
