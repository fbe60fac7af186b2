/** How a channel comes by the bytes of a file that the assistant hands out. */

export interface FileBytes {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Undefined when there is no such file, or not for this person (`channel:user`). */
export type FileOf = (id: string, person: string) => Promise<FileBytes | undefined>;
