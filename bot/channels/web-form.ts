/** The web form over HTTP: the link is opened by a post, so that neither a log nor a preview ever holds or uses it up. */
import express, { type Request, type RequestHandler, type Response, Router } from "express";
import { z } from "zod";
import type { FormDesk, FormResult } from "./form-desk.ts";
import { fileBody, fileOfRequest, handOver } from "./web-files.ts";
import { atMost } from "./web-limits.ts";
import { cookieOf, fromOwnPage, isSecure, type Site, signed, verified } from "./web-session.ts";

const cookieName = "gonghui-form";
const life = 2 * 3600 * 1000;

/** A minute, from one address; a link is opened once. */
const mostPosts: Readonly<Record<string, number>> = { "/open": 30 };

const problems = {
  elsewhere: "请在填表的网页里操作。",
  shape: "内容格式不对，请刷新页面再试。",
  link: "这个链接打不开：已经打开过、过期了，或者不完整。请回到聊天里说「网页填」，要一个新的。",
  closed: "这个页面已经结束。要接着填，请回到聊天里说「网页填」，要一个新的链接。",
  changed: "这张表刚在别处改过，已经换成最新的；您在这里填的还在，请核对后再点一次。",
} as const;

const order = { application: z.string().max(64), revision: z.coerce.number().int().min(0) };
/** What an input of a page can hold: nothing nested, however deep a body was made. */
const value = z.union([
  z.string(),
  z.number(),
  z.null(),
  z.array(z.string()),
  z.strictObject({ from: z.string(), to: z.string() }),
  z.strictObject({ unsure: z.literal(true) }),
]);
const bodies = {
  open: z.strictObject({ secret: z.string().max(64) }),
  consent: z.strictObject({ ...order, purposes: z.array(z.string().max(20)).max(5) }),
  answers: z.strictObject({ ...order, answers: z.record(z.string().regex(/^[A-Za-z]\w{0,60}$/), value) }),
  handIn: z.strictObject({ ...order, insists: z.boolean() }),
  file: z.object(order),
};

export function formRoutes(site: Site, forms: FormDesk): Router {
  const routes = Router();
  const secret = `${site.secret}/form`;
  const session = (request: Request): string => verified(cookieOf(request, cookieName), secret) ?? "";
  const ours: RequestHandler = (request, response, next) => {
    if (fromOwnPage(request, site)) next();
    else response.status(403).json({ problem: problems.elsewhere });
  };
  const post = <T>(
    path: string,
    shape: z.ZodType<T>,
    act: (body: T, request: Request, response: Response) => Promise<void>,
  ) => {
    routes.post(
      path,
      ours,
      isJson,
      atMost(mostPosts[path] ?? 300, 60),
      express.json({ limit: "512kb" }),
      async (request, response) => {
        const body = shape.safeParse(request.body);
        if (body.success) await act(body.data, request, response);
        else response.status(400).json({ problem: problems.shape });
      },
    );
  };

  post("/open", bodies.open, async (body, _request, response) => {
    const opened = await forms.open(body.secret);
    if (opened === undefined) return void response.status(410).json({ problem: problems.link });
    response.cookie(cookieName, signed(opened, secret), {
      httpOnly: true,
      sameSite: "strict",
      secure: isSecure(site),
      maxAge: life,
      path: new URL("form", site.address ?? "http://localhost/").pathname,
    });
    response.json({});
  });
  routes.get("/description", async (request, response) => answer(response, await forms.describe(session(request))));
  post("/consent", bodies.consent, async ({ purposes, ...of }, request, response) =>
    answer(response, await forms.agree(session(request), of, purposes)),
  );
  post("/answers", bodies.answers, async ({ answers, ...of }, request, response) =>
    answer(response, await forms.answer(session(request), of, answers)),
  );
  post("/hand-in", bodies.handIn, async ({ insists, ...of }, request, response) =>
    answer(response, await forms.handIn(session(request), of, insists)),
  );
  routes.post("/files", ours, atMost(60, 60), fileBody, async (request, response) => {
    const file = fileOfRequest(request);
    const of = bodies.file.safeParse(request.query);
    if (!file || !of.success) return void response.status(400).json({ problem: problems.shape });
    answer(response, await forms.attach(session(request), of.data, file));
  });
  routes.get("/files/:id", async (request, response) =>
    handOver(response, await forms.file(session(request), request.params.id)),
  );
  return routes;
}

/** A page of another site can post plain text without asking; JSON it cannot. */
const isJson: RequestHandler = (request, response, next) => {
  if (request.is("application/json")) next();
  else response.status(403).json({ problem: problems.elsewhere });
};

function answer(response: Response, result: FormResult): void {
  switch (result.kind) {
    case "page":
    case "known":
      return void response.json(result);
    case "changed":
      return void response.status(409).json({ problem: problems.changed, page: result.page });
    case "refused":
      return void response.status(422).json({ problem: result.problem });
    case "closed":
      return void response.status(410).json({ problem: problems.closed });
  }
}
