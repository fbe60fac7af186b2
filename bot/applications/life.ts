/** The life of an application: which step may follow which, who may take it, and what it frees. */
import { formById } from "../../flows/index.ts";
import type { Application, ApplicationStatus } from "../storage/records.ts";

export const statusNames: Readonly<Record<ApplicationStatus, string>> = {
  draft: "草稿，还没交",
  handedIn: "已登记，等单位工会盖章",
  unitSealed: "单位工会已盖章，等街镇（委局、公司）工会审核",
  townReviewed: "街镇（委局、公司）工会已审核，等区总工会审核",
  districtApproved: "区总工会已审核，等交承办单位",
  delivered: "已交承办单位，办结",
  returned: "退回，请补正后再交",
  withdrawn: "已撤回",
};

/** As it is told: what needs no seal waits for none. */
export function statusName({ status, form }: Application): string {
  const needsSeals = (formById(form)?.seals.length ?? 0) > 0;
  return status === "handedIn" && !needsSeals ? "已登记，等区总工会受理" : statusNames[status];
}

/** `owner` handed it in; `unit` is an officer bound to the same unit; `staff` is the district union. */
export type Actor = "owner" | "unit" | "staff";

interface Move {
  readonly from: readonly ApplicationStatus[];
  readonly to: ApplicationStatus;
  readonly who: readonly Actor[];
  readonly needsReason?: true;
  /** Only for forms with seals, or only for those without. */
  readonly seals?: boolean;
}

const onTheWay = ["handedIn", "unitSealed", "townReviewed", "districtApproved"] as const;

/** Every step there is. What is not listed cannot be done. */
export const moves: readonly Move[] = [
  { from: ["draft", "returned"], to: "handedIn", who: ["owner", "unit"] },
  { from: ["handedIn"], to: "unitSealed", who: ["staff"], seals: true },
  { from: ["unitSealed"], to: "townReviewed", who: ["staff"] },
  { from: ["townReviewed"], to: "districtApproved", who: ["staff"] },
  { from: ["districtApproved"], to: "delivered", who: ["staff"] },
  // What needs no seal (a survey, a roster, a dossier) is done when staff have it.
  { from: ["handedIn"], to: "delivered", who: ["staff"], seals: false },
  { from: onTheWay, to: "returned", who: ["staff"], needsReason: true },
  { from: ["handedIn", "unitSealed", "townReviewed", "returned"], to: "withdrawn", who: ["owner", "unit", "staff"] },
];

export interface Step {
  readonly to: ApplicationStatus;
  readonly actor: Actor;
  /** `person:…`, `staff:…` or `operator:…`, as the history shows it. */
  readonly by: string;
  readonly at: string;
  readonly reason?: string;
}

/** The step is not one that may follow, or not by this actor. The message is one Chinese line that says what to do. */
export class StepRefused extends Error {
  override readonly name = "StepRefused";
  readonly code = "STEP_REFUSED";
}

/** The application after the step, its history longer by one. Returned and withdrawn ones free their places. Throws `StepRefused`. */
export function stepped(application: Application, { to, actor, by, at, reason }: Step): Application {
  const sealed = (formById(application.form)?.seals.length ?? 0) > 0;
  const move = moves.find(
    (one) => one.to === to && one.from.includes(application.status) && (one.seals ?? sealed) === sealed,
  );
  if (!move)
    throw new StepRefused(`这份申请现在是「${statusNames[application.status]}」，不能改成「${statusNames[to]}」`);
  if (!move.who.includes(actor)) throw new StepRefused(`「${statusNames[to]}」要由区总工会工作人员登记`);
  if (move.needsReason && (reason ?? "").trim() === "") throw new StepRefused("退回要写明原因，申请人会看到");
  const { places, ...rest } = application;
  const freed = to === "returned" || to === "withdrawn";
  return {
    ...rest,
    ...(places && !freed && { places }),
    status: to,
    updatedAt: at,
    history: [...application.history, { at, by, did: to, ...(reason !== undefined && { reason }) }],
  };
}

/** Not yet decided: the owner can still take it back or is waited for. */
export const isUnderWay = ({ status }: Application): boolean =>
  status !== "draft" && status !== "withdrawn" && status !== "delivered";

/** Its owner may still change what it says. */
export const isOpen = ({ status }: Application): boolean => status === "draft" || status === "returned";
