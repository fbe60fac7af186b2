/** Files over the web: what a person sends in, and what the assistant hands out. */
import express, { type Request, type Response } from "express";
import type { IncomingFile } from "./channel.ts";
import type { FileBytes } from "./files.ts";

const largest = "20mb";
const longestName = 255;

/** The bytes of a posted file; a larger one is refused before it has been read. */
export const fileBody = express.raw({ limit: largest, type: "application/octet-stream" });

/** Undefined when the request carries no file, or its name is none. The name may say whom it is about: no address holds it. */
export function fileOfRequest(request: Request): IncomingFile | undefined {
  const name = decoded(request.get("x-file-name"));
  const body: unknown = request.body;
  if (name === undefined || name.length > longestName || !Buffer.isBuffer(body)) return undefined;
  return { name: name.trim() === "" ? "文件" : name, bytes: body };
}

function decoded(header: string | undefined): string | undefined {
  try {
    return header === undefined ? undefined : decodeURIComponent(header);
  } catch {
    return undefined;
  }
}

/** The same answer for a file of somebody else, one that never was, and one that is deleted. */
export function handOver(response: Response, file: FileBytes | undefined): void {
  if (!file) return void response.status(404).json({ problem: "没有这个文件。可能已经删除，或者不是发给您的。" });
  response.attachment(downloadName(file.name)).type(file.type).send(Buffer.from(file.bytes));
}

/** Folders, what a shell or Windows reads, and characters that are invisible or turn the writing round. */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\\/:*?"<>|]/gu;

const downloadName = (name: string): string =>
  name
    .normalize("NFC")
    .replace(unsafe, "_")
    .replace(/^[.\s]+/, "_");
