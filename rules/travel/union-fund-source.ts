/** K03 看/品上海: which account the money is booked to, whether savings may be used, and until when. */
import { law } from "../editions/index.ts";
import { defineRule } from "../engine/rule.ts";
import { fund, movement, shortfall } from "./facts.ts";

export const unionFundSource = defineRule({
  id: "K03",
  name: "unionFundSource",
  title: "看/品上海经费的会计科目",
  project: "2-1",
  asks: [fund],
  uses: [movement, shortfall],
  decide({ need, given, cite }) {
    const { accounts, cityTrip } = law("travel");
    if (given(shortfall) === true) {
      return {
        verdict: "eligible",
        say: `可以动用历年结余，${cite(accounts.carryover)}，并纳入预算管理。`,
        values: { carryoverLimitApplies: false },
        by: [accounts.carryover, cityTrip.fundSource],
      };
    }
    const useBy = cite(accounts.useBy);
    const spendBy = `专款专用，当年${useBy.month}月${useBy.day}日前使用完毕。`;
    const where = given(movement);
    if (where === "give" || where === "receive") {
      const account = where === "give" ? accounts.grantGiven : accounts.grantReceived;
      const who = where === "give" ? "上级工会对下补助" : "基层工会收到补助";
      const item = where === "receive" ? `，按“${cite(accounts.item)}”项目明细核算` : "";
      return {
        verdict: "eligible",
        say: `${who}，计入“${cite(account)}”${item}。`,
        lines: [spendBy],
        values: { accountSubject: cite(account), detailItem: cite(accounts.item) },
        by: [account, accounts.useBy],
      };
    }
    if (need(fund) === "own") {
      return {
        verdict: "eligible",
        say: `用自有工会经费的，计入“${cite(accounts.ownFunds)}”。`,
        values: { accountSubject: cite(accounts.ownFunds) },
        by: [accounts.ownFunds],
      };
    }
    return {
      verdict: "eligible",
      say: `用上级补助的，计入“${cite(accounts.upperFunds)}”，按“${cite(accounts.item)}”项目明细核算。`,
      lines: [spendBy],
      values: { accountSubject: cite(accounts.upperFunds), detailItem: cite(accounts.item) },
      by: [accounts.upperFunds, accounts.useBy],
    };
  },
});
