/** Every command, one line each; loaded when it is called. */
type Command = (argv: readonly string[]) => Promise<void>;

export const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ["start", async (argv) => (await import("./start.ts")).start(argv)],
  ["chat", async (argv) => (await import("./chat.ts")).chat(argv)],
  ["ask", async (argv) => (await import("./ask.ts")).ask(argv)],
  ["talk", async (argv) => (await import("./talk.ts")).talk(argv)],
  ["calc", async (argv) => (await import("./calc.ts")).calc(argv)],
  ["form", async (argv) => (await import("./form.ts")).form(argv)],
  ["search", async (argv) => (await import("./search.ts")).search(argv)],
  ["log", async (argv) => (await import("./log.ts")).log(argv)],
  ["eval", async (argv) => (await import("./eval.ts")).evaluateFile(argv)],
  ["model", async (argv) => (await import("./model.ts")).model(argv)],
  ["store", async (argv) => (await import("./store.ts")).store(argv)],
  ["backup", async (argv) => (await import("./backup.ts")).backupTo(argv)],
  ["restore", async (argv) => (await import("./backup.ts")).restoreFrom(argv)],
  ["person", async (argv) => (await import("./person.ts")).person(argv)],
  ["applications", async (argv) => (await import("./applications.ts")).applications(argv)],
  ["bind", async (argv) => (await import("./bind.ts")).bind(argv)],
  ["audit", async (argv) => (await import("./audit.ts")).audit(argv)],
  ["help", async () => (await import("./help.ts")).help()],
]);
