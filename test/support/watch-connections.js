/** Preloaded into a process: says on standard error whom it connects to. */
import { Socket } from "node:net";

const { connect } = Socket.prototype;
Socket.prototype.connect = function watched(...words) {
  const [first] = words.flat();
  process.stderr.write(`CONNECT ${JSON.stringify(first)}\n`);
  return connect.apply(this, words);
};
