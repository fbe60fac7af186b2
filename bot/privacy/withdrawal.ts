/** 「撤回同意」: consents end at once, drafts go, and what was handed in is named to the person. */
import { personNote, removed } from "../applications/changes.ts";
import type { Change } from "../storage/records.ts";
import type { Store } from "../storage/store.ts";
import { type ConsentMoment, withdrawConsent } from "./consent.ts";

export interface Withdrawal {
  readonly say: string;
  readonly changes: readonly Change[];
}

export async function withdrawal(store: Store, moment: ConsentMoment): Promise<Withdrawal> {
  const { person, at } = moment;
  const consent = await store.record("consent", person);
  if (!consent?.value.given.some(({ withdrawnAt }) => withdrawnAt === undefined))
    return { say: "您目前没有给过收集个人信息的同意，不用撤回。查询政策不需要同意。", changes: [] };
  const changes: Change[] = [withdrawConsent(consent.value, moment, consent.revision)];
  const handedIn: string[] = [];
  for await (const { value, revision } of store.records("application", { person })) {
    // Whatever came in between is seen by the next try.
    if (value.status === "draft") changes.push(...removed({ application: value, revision }));
    else handedIn.push(value.number ?? value.form);
  }
  changes.push(personNote({ person, at }, "withdrawConsent", `consent/${person}`));
  const kept = handedIn.length > 0 ? `已交的申请（${handedIn.join("、")}）要撤回请说「撤回申请」。` : "";
  return { say: `已撤回同意，没交的草稿已删除，之后不再收集您的个人信息。${kept}查询政策照常可用。`, changes };
}
