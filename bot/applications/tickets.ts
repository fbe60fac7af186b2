/** Codes and links that open once: made by chance, kept as a hash, and good for a while. */

import { randomInt } from "node:crypto";
import type { Change, Stored, Ticket } from "../storage/records.ts";
import { digest } from "./digest.ts";

/** Without 0 O 1 I L, which people mistake for each other. */
const letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
const lengthOfCode = 10;
const lengthOfLink = 32;
const hour = 3_600_000;
/** A code travels by telephone or paper; a link is opened at once. */
const lifeOfCode = 7 * 24 * hour;
const lifeOfLink = 2 * hour;
/** How long the page stays open that a link has opened. */
export const lifeOfPage = 2 * hour;

const secretOf = (length: number): string => Array.from({ length }, () => letters[randomInt(letters.length)]).join("");

export const ticketId = (secret: string): string => digest(secret.toUpperCase());

const later = (at: string, milliseconds: number): string => new Date(Date.parse(at) + milliseconds).toISOString();

export interface Made {
  /** Shown once and never kept. */
  readonly secret: string;
  readonly ticket: Ticket;
}

/** For staff to hand to an officer of a unit. */
export function bindingCode(unit: string, role: string, by: string, at: string): Made {
  const secret = secretOf(lengthOfCode);
  return {
    secret,
    ticket: { id: ticketId(secret), purpose: "bind", unit, role, by, expiresAt: later(at, lifeOfCode) },
  };
}

/** For the person who is filling in: opens the web form of this one application. */
export function formLink(person: string, application: string, at: string): Made {
  const secret = secretOf(lengthOfLink);
  return {
    secret,
    ticket: { id: ticketId(secret), purpose: "form", person, application, expiresAt: later(at, lifeOfLink) },
  };
}

export const isGood = (ticket: Ticket | undefined, at: string): ticket is Ticket =>
  ticket !== undefined && ticket.usedAt === undefined && at < ticket.expiresAt;

export const minutesOfLink = lifeOfLink / 60_000;

/** What a link carries beside its hash; it is taken out of every line that is kept. */
const secretOfLink = new RegExp(`(/form/#)[${letters}]{${lengthOfLink}}`, "g");
export const withoutSecrets = (text: string): string => text.replace(secretOfLink, "$1…");

export type FormTicket = Extract<Ticket, { purpose: "form" }>;

/** The link as opened, once: from now on the ticket stands for the page. Opened twice at once is a conflict. */
export const opened = (value: FormTicket, revision: number, at: string): Change => ({
  kind: "ticket",
  id: value.id,
  person: value.person,
  value: { ...value, usedAt: at, expiresAt: later(at, lifeOfPage) },
  expected: revision,
});

/** Whether the page that this link opened may still be used. */
export const isOpen = (ticket: Ticket | undefined, at: string): ticket is FormTicket =>
  ticket?.purpose === "form" && ticket.usedAt !== undefined && at < ticket.expiresAt;

/** The ticket as used; a second use at the same time is a conflict of revisions. */
export const used = ({ value, revision }: Stored<"ticket">, at: string): Change => ({
  kind: "ticket",
  id: value.id,
  value: { ...value, usedAt: at },
  expected: revision,
});
