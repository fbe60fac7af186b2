// On Node 20 a thread starts without the TypeScript reader of the main program, so it is registered here first.
import { register } from "tsx/esm/api";

register();
await import("./thread.ts");
