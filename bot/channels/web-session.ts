/** Who is behind a request: cookies that this server signed, and posts that come from its own pages. */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Request, Response } from "express";

export interface Site {
  /** Signs the cookies; kept in the data folder so that a restart keeps sessions. */
  readonly secret: string;
  /** Where people reach the pages from outside, when the operator named it. */
  readonly address?: string;
}

const signature = (text: string, secret: string): string =>
  createHmac("sha256", secret).update(text).digest("base64url");

export const signed = (id: string, secret: string): string => `${id}.${signature(id, secret)}`;

export function verified(cookie: string | undefined, secret: string): string | undefined {
  const [id = "", given = ""] = (cookie ?? "").split(".");
  const expected = Buffer.from(signature(id, secret));
  const actual = Buffer.from(given);
  return id !== "" && expected.length === actual.length && timingSafeEqual(expected, actual) ? id : undefined;
}

export const cookieOf = (request: Request, name: string): string | undefined =>
  (request.get("cookie") ?? "")
    .split(/;\s*/)
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);

/** Sent over HTTPS only, where the operator has named an HTTPS address. */
export const isSecure = ({ address }: Site): boolean => address?.startsWith("https:") === true;

const chatCookie = "gonghui";
const chatLife = 180 * 24 * 3600 * 1000;

/** The person of the chat: whoever holds a cookie that this server signed. */
export function sessionOf(request: Request, response: Response, site: Site): string {
  const known = verified(cookieOf(request, chatCookie), site.secret);
  if (known !== undefined) return known;
  const id = randomBytes(16).toString("base64url");
  response.cookie(chatCookie, signed(id, site.secret), {
    httpOnly: true,
    sameSite: "strict",
    secure: isSecure(site),
    maxAge: chatLife,
    path: "/",
  });
  return id;
}

/** A browser names the page a post comes from; another site may not speak for the person. */
export function sameOrigin(request: Request, site: Site): boolean {
  const origin = request.get("origin");
  if (origin === undefined)
    return request.get("sec-fetch-site") === undefined || request.get("sec-fetch-site") === "same-origin";
  return isOwn(origin, request, site);
}

/** Stricter, for pages that hold personal data: every browser that they support names the origin of a post. */
export const fromOwnPage = (request: Request, site: Site): boolean => isOwn(request.get("origin"), request, site);

function isOwn(origin: string | undefined, request: Request, { address }: Site): boolean {
  if (origin === undefined || !URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return host === request.get("host") || (address !== undefined && host === new URL(address).host);
}
