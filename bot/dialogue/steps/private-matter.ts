/** Personal data in a room is neither answered nor repeated: the person is asked to come to a private chat. */
import { holdsPersonal } from "../../privacy/mask.ts";
import { replies } from "../replies.ts";
import type { Step } from "../turn.ts";

export const privateMatter: Step = async ({ conversation, heard, inRoom }) =>
  inRoom && holdsPersonal(heard.text)
    ? { answer: { outcome: "refused", say: replies.personalInRoom }, next: conversation }
    : undefined;
