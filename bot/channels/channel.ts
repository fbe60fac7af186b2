/** The channel port: how a message reaches the assistant and how its replies travel back. */
import type { OutcomeName, OutgoingFile } from "../answer.ts";

/** A file as it arrived; it is held in memory until the turn has kept or refused it. */
export interface IncomingFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Incoming {
  /** Unique per message and channel; a message delivered twice carries the same id and is answered once. */
  readonly id: string;
  readonly channel: string;
  readonly user: string;
  /** Set in a group; without `mention` the message is not for the assistant. */
  readonly room?: string;
  readonly mention?: boolean;
  readonly text: string;
  readonly file?: IncomingFile;
}

export interface Outgoing {
  /** Unique per reply; a channel that can, passes it on so that a repeated delivery shows once. */
  readonly id: string;
  readonly to: string;
  readonly room?: string;
  readonly text: string;
  readonly quick?: readonly string[];
  readonly files?: readonly OutgoingFile[];
  readonly cites?: readonly string[];
  readonly outcome: OutcomeName;
}

/** Answers one message. Replies are committed before they are returned. Never rejects for a person's mistake. */
export interface Handle {
  (incoming: Incoming): Promise<readonly Outgoing[]>;
  /** Told by the channel once the replies are out: what is not is sent after a restart. */
  readonly sent?: (incoming: Incoming, replies: readonly Outgoing[]) => void;
}

export interface Channel {
  readonly name: string;
  /** Where a person of this channel already is with a browser: our pages can be reached there without being published. */
  readonly url?: () => string;
  /** Begins to receive; resolves with addresses or notices to print. */
  start(handle: Handle): Promise<readonly string[]>;
  /** Sends a reply outside of a turn: a reminder, a decision by staff, a reply left over from a crash. */
  send(outgoing: Outgoing): Promise<void>;
  /** Stops receiving, lets turns under way finish. */
  stop(): Promise<void>;
}

/** A person's own conversation: in a room each member has one. */
export const conversationId = ({ channel, user, room }: Pick<Incoming, "channel" | "user" | "room">): string =>
  room === undefined ? `${channel}:${user}` : `${channel}:${room}:${user}`;
