/** `gonghui applications`: what was handed in, what staff do with it, and how far the quotas are used. */
import { formById, forms } from "../../flows/index.ts";
import { kept } from "../applications/changes.ts";
import { StepRefused, statusName, statusNames, stepped } from "../applications/life.ts";
import { stepNotice } from "../applications/notices.ts";
import { type Clock, systemClock } from "../clock.ts";
import { openStore } from "../storage/open.ts";
import type { Application, ApplicationStatus, Stored } from "../storage/records.ts";
import { applyChanges, noteDown } from "../storage/service.ts";
import type { Store } from "../storage/store.ts";
import { print, type Usage, UsageError, usage } from "./usage.ts";

const how =
  "用法：gonghui applications [list] [--jsonl]、show 编号 [--reveal]、move 编号 状态 --by 姓名 [--reason 原因]、quota";

export async function applications(argv: readonly string[]): Promise<void> {
  const used = usage(argv, ["jsonl", "reveal", "by", "reason"]);
  const [action = "list", number, to] = used.words;
  if (action === "list") return reading(used, (store) => list(store, used));
  if (action === "quota") return reading(used, quota);
  if (action === "show" && number !== undefined) return reading(used, (store) => show(store, number, used));
  if (action === "move" && number !== undefined) return move(used, number, to);
  throw new UsageError(how);
}

async function reading(used: Usage, act: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore(used.data, { readOnly: true });
  try {
    await act(store);
  } finally {
    await store.close();
  }
}

/** Without what was filled in: unit, state and marks only. */
const summary = ({ number, form, unit, status, late, overQuota, unitProven, files, updatedAt }: Application) => ({
  number: number ?? "",
  form,
  title: formById(form)?.short ?? form,
  unit: unit ?? "",
  status,
  ...(late && { late }),
  ...(overQuota && { overQuota }),
  unitProven: unitProven === true,
  files: files.length,
  updatedAt,
});

async function list(store: Store, { flags }: Usage): Promise<void> {
  const found: Application[] = [];
  for await (const { value } of store.records("application")) if (value.number !== undefined) found.push(value);
  found.sort((one, other) => (one.updatedAt < other.updatedAt ? -1 : 1));
  for (const one of found) {
    const { number, title, unit } = summary(one);
    const marks = [
      ...(one.late ? ["迟交"] : []),
      ...(one.overQuota ? ["候补"] : []),
      ...(one.unitProven ? [] : ["单位未绑定"]),
    ];
    print(
      flags.has("jsonl")
        ? summary(one)
        : `${number}  ${title}  ${unit}  ${statusName(one)}${marks.length > 0 ? `（${marks.join("、")}）` : ""}`,
    );
  }
}

async function byNumber(store: Store, number: string): Promise<Stored<"application">> {
  for await (const stored of store.records("application")) if (stored.value.number === number) return stored;
  throw new UsageError(`没有编号为「${number}」的申请，gonghui applications 看全部`);
}

async function show(store: Store, number: string, used: Usage): Promise<void> {
  const { value } = await byNumber(store, number);
  const reveal = used.flags.has("reveal");
  if (reveal) {
    const note = { actor: operator(used), action: "reveal", object: `application/${number}` };
    await noteDown(used.data, { at: systemClock(used.asOf).now(), ...note });
  }
  print({ ...summary(value), history: value.history, ...(reveal && { fields: value.fields }) });
}

const operator = (used: Usage): string => `operator:${used.value("by") ?? "unnamed"}`;

/** What the owner is told of a step. */
const told: Readonly<Partial<Record<ApplicationStatus, (number: string, reason: string) => string>>> = {
  unitSealed: (number) => `您的申请${number}：单位工会已盖章，接下来由街镇（委局、公司）工会审核。`,
  townReviewed: (number) => `您的申请${number}：街镇（委局、公司）工会已审核，接下来由区总工会审核。`,
  districtApproved: (number) => `您的申请${number}：区总工会已审核，接下来交承办单位。`,
  delivered: (number) => `您的申请${number}已办结。`,
  returned: (number, reason) => `您的申请${number}退回，原因：${reason}。说「修改申请」就可以改了再交，编号不变。`,
  withdrawn: (number) => `您的申请${number}已由区总工会撤回。`,
};

async function move(used: Usage, number: string, to: string | undefined): Promise<void> {
  const by = used.value("by");
  if (by === undefined || to === undefined || !(to in statusNames))
    throw new UsageError(`${how}。状态：${Object.keys(told).join("、")}`);
  const clock: Clock = systemClock(used.asOf);
  const store = await openStore(used.data, { readOnly: true });
  const stored = await byNumber(store, number).finally(() => store.close());
  const reason = used.value("reason");
  const value = staffStep(stored.value, to as ApplicationStatus, { by, at: clock.now(), reason });
  const say = told[value.status]?.(number, reason ?? "");
  await applyChanges(used.data, [
    kept({ application: value, revision: stored.revision }),
    ...(say === undefined ? [] : [stepNotice(value, say, clock.now())]),
    {
      kind: "audit",
      note: {
        at: clock.now(),
        actor: `operator:${by}`,
        action: `move ${value.status}`,
        object: `application/${number}`,
      },
    },
  ]);
  print(summary(value));
}

function staffStep(
  application: Application,
  to: ApplicationStatus,
  { by, at, reason }: { by: string; at: string; reason: string | undefined },
): Application {
  try {
    return stepped(application, { to, actor: "staff", by: `staff:${by}`, at, ...(reason !== undefined && { reason }) });
  } catch (cause) {
    if (cause instanceof StepRefused) throw new UsageError(cause.message);
    throw cause;
  }
}

/** Every quota of which an application of ours holds a place; places that are held elsewhere are not known here. */
async function quota(store: Store): Promise<void> {
  const limits = new Map<string, number>();
  for await (const { value } of store.records("application"))
    if (value.places) limits.set(value.places.quota, value.places.limit);
  for (const [name, limit] of [...limits].sort()) print({ quota: name, used: await store.quotaUsed(name), limit });
  if (limits.size === 0)
    process.stderr.write(
      `还没有申请占用名额；有名额的表：${forms
        .filter(({ places }) => places)
        .map(({ short }) => short)
        .join("、")}\n`,
    );
}
