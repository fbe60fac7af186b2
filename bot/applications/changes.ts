/** Writes that several places make alike: an application kept or removed, and the note of who did what. */
import type { Application, Change } from "../storage/records.ts";

export interface ReadApplication {
  readonly application: Application;
  /** The revision that was read, 0 for a new one; another write in between is a conflict. */
  readonly revision: number;
}

export const kept = ({ application, revision }: ReadApplication): Change => ({
  kind: "application",
  id: application.id,
  person: application.owner,
  value: application,
  expected: revision,
});

/** The application with its files; nothing but them where it was never written. */
export const removed = ({ application, revision }: ReadApplication): readonly Change[] => [
  ...(revision > 0 ? [{ kind: "application", id: application.id, value: null, expected: revision } as const] : []),
  ...withoutFiles(application),
];

/** What removes the files of an application. */
export const withoutFiles = ({ files }: Pick<Application, "files">): readonly Change[] =>
  files.map(({ id }) => ({ kind: "file", id, value: null }));

/** What a person did, for the audit trail. */
export const personNote = (
  { person, at }: { readonly person: string; readonly at: string },
  action: string,
  object: string,
): Change => ({ kind: "audit", note: { at, actor: `person:${person}`, action, object } });
