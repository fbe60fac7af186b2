/** `gonghui model`: the state of the sentence model; `pull` fetches another one from a hub or mirror that the operator names. */
import { pullModel } from "../../knowledge/model/pull.ts";
import { knowledgeFor } from "./open.ts";
import { print, UsageError, usage } from "./usage.ts";

export async function model(argv: readonly string[]): Promise<void> {
  const used = usage(argv, ["from", "out"]);
  const [action = "status", name] = used.words;
  if (action === "status") {
    const knowledge = await knowledgeFor();
    await knowledge.search("体检");
    print(knowledge.status());
    await knowledge.close();
    return;
  }
  const host = used.value("from");
  if (action !== "pull" || name === undefined || host === undefined) {
    throw new UsageError("用法：gonghui model，或 gonghui model pull 模型名 --from https://镜像地址/ [--out 目录]");
  }
  const folder = used.value("out") ?? `${used.data}/models/${name.replaceAll("/", "--")}`;
  await pullModel({ model: name, host, folder });
  print(`模型已放在 ${folder}。启动时设 GONGHUI_MODEL=${folder} 即可使用。`);
}
