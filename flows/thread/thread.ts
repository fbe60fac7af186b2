/** The thread itself: does one task and hands back what came of it; it may be ended at any moment. */
import { parentPort, workerData } from "node:worker_threads";
import { tasks } from "./tasks.ts";

interface Order {
  readonly task: keyof typeof tasks;
  readonly input: unknown;
}

const { task, input } = workerData as Order;
// The caller's types hold task and input together; here they are taken as given.
const work = tasks[task] as (input: unknown) => Promise<unknown>;

work(input).then(
  (done) => parentPort?.postMessage({ done }),
  () => parentPort?.postMessage({ ended: "failed" }),
);
