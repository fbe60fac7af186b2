/** How often one address may post: enough for an office behind one router, too little to wear the server out. */
import type { RequestHandler } from "express";
import { RateLimiterMemory } from "rate-limiter-flexible";

export function atMost(times: number, seconds: number): RequestHandler {
  const limiter = new RateLimiterMemory({ points: times, duration: seconds });
  return (request, response, next) => {
    limiter.consume(request.ip ?? "").then(
      () => next(),
      () => void response.status(429).json({ problem: "操作太频繁，请过一分钟再试。" }),
    );
  };
}
