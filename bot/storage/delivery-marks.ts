/**
 * Which replies reached their channel. A mark rides on the next commit of its conversation; until then it lives in
 * memory and, once a second and unsynced, in a file of hints. Losing a hint costs one repeated reply, never a lost one.
 */
export interface DeliveryMarks {
  add(conversation: string, replyIds: readonly string[]): void;
  of(conversation: string): ReadonlySet<string>;
  /** Learns what other processes on the same store have delivered meanwhile. */
  refresh(conversation: string): Promise<void>;
  /** The conversation was written without these replies. */
  clear(conversation: string, replyIds: ReadonlySet<string>): void;
  flush(): Promise<void>;
}

/** Where hints outlive the process. Names are those of the documents, not of persons. */
export interface HintFile {
  append(lines: string): Promise<void>;
  replace(lines: string): Promise<void>;
  /** Replies that any process has marked; absent where there is only one. */
  readonly marked?: (name: string) => Promise<readonly string[]>;
}

export interface HintParts {
  readonly file: HintFile;
  readonly earlier: string;
  readonly nameOf: (conversation: string) => string;
}

const flushEvery = 1000;
/** Bytes of hints after which the file is written anew with the live ones only. */
const longestFile = 1_000_000;
const none: ReadonlySet<string> = new Set();

export function forgetfulMarks(): DeliveryMarks {
  const marks = new Map<string, Set<string>>();
  return {
    add: (conversation, replyIds) => addTo(marks, conversation, replyIds),
    of: (conversation) => new Set(marks.get(conversation) ?? none),
    refresh: async () => undefined,
    clear: (conversation, replyIds) => removeFrom(marks, conversation, replyIds),
    flush: async () => undefined,
  };
}

export function hintedMarks({ file, earlier, nameOf }: HintParts): DeliveryMarks {
  const marks = new Map<string, Set<string>>();
  for (const line of earlier.split("\n").slice(0, -1)) {
    const cut = line.indexOf(" ");
    addTo(marks, line.slice(0, cut), [line.slice(cut + 1)]);
  }
  let waiting = "";
  let written = earlier.length;
  let timer: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const lines = waiting;
    waiting = "";
    if (lines === "") return;
    if (written + lines.length <= longestFile) {
      written += lines.length;
      return file.append(lines);
    }
    const live = [...marks].flatMap(([name, ids]) => [...ids].map((id) => `${name} ${id}\n`)).join("");
    written = live.length;
    await file.replace(live);
  }

  return {
    add(conversation, replyIds) {
      const name = nameOf(conversation);
      addTo(marks, name, replyIds);
      for (const id of replyIds) waiting += `${name} ${id.replaceAll("\n", " ")}\n`;
      // A hint that cannot be written is only a hint lost.
      timer ??= setTimeout(() => void flush().catch(() => undefined), flushEvery).unref();
    },
    of: (conversation) => new Set(marks.get(nameOf(conversation)) ?? none),
    async refresh(conversation) {
      const name = nameOf(conversation);
      // Not known means not sent: a reply that comes twice does less harm than one that never comes.
      if (file.marked) addTo(marks, name, await file.marked(name).catch(() => []));
    },
    clear: (conversation, replyIds) => removeFrom(marks, nameOf(conversation), replyIds),
    flush: () => flush().catch(() => undefined),
  };
}

function addTo(marks: Map<string, Set<string>>, name: string, replyIds: readonly string[]): void {
  const known = marks.get(name) ?? new Set();
  for (const id of replyIds) known.add(id);
  marks.set(name, known);
}

function removeFrom(marks: Map<string, Set<string>>, name: string, replyIds: ReadonlySet<string>): void {
  const known = marks.get(name);
  for (const id of replyIds) known?.delete(id);
  if (known?.size === 0) marks.delete(name);
}
