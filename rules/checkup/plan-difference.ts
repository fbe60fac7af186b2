/** How the difference between two plans is put into words. */
import type { Sex } from "./provisions.ts";

export interface Figures {
  readonly price: number;
  readonly employer: number;
}

export const more = (amount: number) => (amount < 0 ? `少${-amount}` : `多${amount}`);

/** The plans of 2023 differ by the same sum for both sexes; another year may not. */
export function perHead(men: Figures, women: Figures, subsidy: number, only: Sex | undefined): string {
  const both = (key: keyof Figures) =>
    men[key] === women[key] ? `${more(men[key])}元` : `男${more(men[key])}元、女${more(women[key])}元`;
  const one = only && (only === "male" ? men : women);
  const said = (key: keyof Figures) => (one ? `${more(one[key])}元` : both(key));
  return `价格${said("price")}，区总补贴${more(subsidy)}元，企业付${said("employer")}`;
}
