/** Open pages of each person, and the stream on which a reply reaches all of them. */
import type { Request, Response } from "express";
import type { Outgoing } from "./channel.ts";

const keepAlive = 25_000;

export interface Live {
  listen(user: string, request: Request, response: Response): void;
  deliver(outgoing: Outgoing): Promise<void>;
}

export function liveLines(): Live {
  const listeners = new Map<string, Set<Response>>();
  return {
    listen(user, request, response) {
      response.set({ "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store, no-transform" });
      response.flushHeaders();
      response.write("retry: 2000\n\n");
      const mine = listeners.get(user) ?? new Set<Response>();
      listeners.set(user, mine.add(response));
      const beat = setInterval(() => response.write(": \n\n"), keepAlive);
      request.on("close", () => {
        clearInterval(beat);
        mine.delete(response);
        if (mine.size === 0) listeners.delete(user);
      });
    },
    async deliver({ id, to, text, quick = [], files = [] }) {
      const event = `id: ${id}\ndata: ${JSON.stringify({ id, text, quick, files })}\n\n`;
      for (const response of listeners.get(to) ?? []) response.write(event);
    },
  };
}
