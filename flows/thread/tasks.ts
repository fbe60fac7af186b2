/** What is done in a thread: the work of libraries on whole workbooks, which would hold up everybody else. */
import { rosterBook } from "../engine/xlsx-book.ts";
import { checkRoster, markRoster } from "../roster/check.ts";

export const tasks = { checkRoster, markRoster, rosterBook } as const;
export type Tasks = typeof tasks;
