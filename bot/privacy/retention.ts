/** How long each kind of data is kept, and the job that removes what is due and says how much it removed. */
import { withoutFiles } from "../applications/changes.ts";
import type { Application, Change, RecordKind, Stored } from "../storage/records.ts";
import type { Store } from "../storage/store.ts";

interface Rule {
  readonly what: string;
  readonly days: number;
  readonly why: string;
}

/** Shown as it is in docs/operations.md. */
export const retention = {
  conversation: { what: "对话记录", days: 180, why: "网络日志至少留存六个月，之后没有用处" },
  draft: { what: "没交的申请草稿", days: 90, why: "申请期过后不再需要" },
  file: { what: "没用上的附件", days: 90, why: "申请期过后不再需要；用上的随申请" },
  application: { what: "已交的申请和附件", days: 3 * 365, why: "审计和复核期" },
  consent: { what: "已撤回的同意记录", days: 3 * 365, why: "证明处理有依据" },
  ticket: { what: "过期的绑定码和链接", days: 0, why: "过期即无用" },
  session: { what: "过期的控制台登录", days: 0, why: "过期即无用" },
} as const satisfies Readonly<Record<string, Rule>>;

export type RetentionReport = Readonly<Record<string, number>>;

const millisecondsADay = 86_400_000;

/** The first moment that is still kept. */
export const keptSince = (today: string, days: number): string =>
  new Date(Date.parse(`${today}T00:00:00.000Z`) - days * millisecondsADay).toISOString();

export async function retain(store: Store, today: string): Promise<RetentionReport> {
  const since = (kind: keyof typeof retention) => keptSince(today, retention[kind].days);
  const expired = await store.expireConversations(since("conversation"));
  const removed: Record<string, number> = { ...expired };
  const remove = async <K extends RecordKind>(name: string, kind: K, due: (stored: Stored<K>) => boolean) => {
    removed[name] = 0;
    for await (const stored of store.records(kind)) {
      if (!due(stored)) continue;
      const { id } = stored.value;
      const change = { kind, id, value: null, expected: stored.revision } as Change;
      await store.apply([change, ...(kind === "application" ? withoutFiles(stored.value as Application) : [])]);
      removed[name] += 1;
    }
  };
  await remove("draft", "application", ({ value }) => value.status === "draft" && value.updatedAt < since("draft"));
  await remove("application", "application", ({ value }) => value.updatedAt < since("application"));
  const attached = new Set<string>();
  for await (const { value } of store.records("application")) for (const { id } of value.files) attached.add(id);
  await remove("file", "file", ({ value }) => value.at < since("file") && !attached.has(value.id));
  await remove("consent", "consent", ({ value }) =>
    value.given.every(({ withdrawnAt }) => withdrawnAt !== undefined && withdrawnAt < since("consent")),
  );
  await remove("ticket", "ticket", ({ value }) => value.expiresAt < since("ticket"));
  await remove("notice", "notice", ({ value }) => value.at < since("conversation"));
  await remove("session", "session", ({ value }) => value.expiresAt < since("session"));
  const reason = Object.entries(removed).map(([kind, count]) => `${kind} ${count}`);
  const note = { at: today, actor: "system", action, object: "store", reason: reason.join(", ") };
  await store.apply([{ kind: "audit", note }]);
  return removed;
}

const action = "retain";

/** The day of the last run: the audit trail knows it over restarts. */
export async function lastRetained(store: Store): Promise<string | undefined> {
  let last: string | undefined;
  for await (const entry of store.audit()) if (entry.action === action) last = entry.at;
  return last;
}
