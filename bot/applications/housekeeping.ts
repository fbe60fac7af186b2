/** While the service is up: what is to be told goes out within a minute, and reminders are made once a day. */
import { type NoticeParts, sendNotices } from "./notices.ts";
import { remind } from "./reminders.ts";

const minute = 60_000;

export function tellingService(parts: NoticeParts): { stop(): Promise<void> } {
  const { store, clock, log } = parts;
  let reminded = "";
  let running: Promise<void> = Promise.resolve();
  async function run(): Promise<void> {
    const today = clock.today();
    await sendNotices(parts);
    if (today === reminded) return;
    const reminders = await remind(store, today, clock.now());
    reminded = today;
    if (reminders === 0) return;
    log.info({ reminders }, "reminders");
    await sendNotices(parts);
  }
  const tried = () => {
    running = running.then(run).catch((cause: unknown) => log.error({ cause }, "telling failed"));
  };
  // Not at the start: serving comes first, and reminders look at every application.
  const timer = setInterval(tried, minute).unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
