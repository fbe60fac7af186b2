/** Where files wait between a channel and a turn; the storage decides what becomes of them. */

export interface FileDrop {
  /** Stores the bytes under a name of its own and returns the path. */
  keep(name: string, bytes: Uint8Array): Promise<string>;
  base64(path: string): Promise<string>;
  /** The turn is over: what it wanted of the file is in the store. */
  remove(path: string): Promise<void>;
}
