/** Settings from the environment, checked once; a wrong one is named in Chinese with what to do. */
import { z } from "zod";

const port = z.coerce.number().int().min(0).max(65_535);

/** Personal data goes over HTTPS only; a trial on one machine needs none. */
const address = z
  .url("要写成网址：https:// 后面接域名")
  .refine(
    (url) => url.startsWith("https://") || /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?(\/|$)/.test(url),
    "要用 https:// 开头的网址（本机试用可以用 http://127.0.0.1）",
  )
  .transform((url) => (url.endsWith("/") ? url : `${url}/`));

const schema = z.object({
  GONGHUI_HOST: z.string().default("127.0.0.1"),
  GONGHUI_PORT: port.default(8023),
  GONGHUI_URL: address.optional(),
  GONGHUI_MODEL: z.string().optional(),
  WECHATY_PUPPET: z.string().optional(),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
});

export type Config = z.infer<typeof schema>;

export class BadSetting extends Error {
  override readonly name = "BadSetting";
}

export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = schema.safeParse(environment);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new BadSetting(`环境变量 ${issue?.path.join(".") ?? ""} 的值不对：${issue?.message ?? ""}`);
}
