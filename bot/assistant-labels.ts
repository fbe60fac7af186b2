/** How clauses and contacts are named to a person. */
import type { Knowledge } from "../knowledge/index.ts";
import type { Labels } from "./channels/render.ts";

export function labelsOf({ document }: Knowledge): Labels {
  return {
    citation: (clause) => document.citationLabel(clause),
    contact: (project) => {
      const contact = document.contact(project);
      return contact && `${contact.department ?? ""}${contact.name} ${contact.phone}`;
    },
  };
}
