/** A database on another machine is talked to encrypted, and its certificate is checked; nothing turns that off. */
import { StoreRefused } from "../store.ts";

const checked = "verify-full";
const isLocal = (host: string): boolean =>
  host === "" || /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|%2f.*|\/.*)$/i.test(host);
/** Ways of the address to ask for less than is asked for here. */
const weakening = ["ssl", "uselibpqcompat"];

export function withTls(url: string, environment: NodeJS.ProcessEnv = process.env): string {
  if (!URL.canParse(url)) throw new StoreRefused("数据库的地址写得不对，应当像 postgres://用户:密码@主机/库名");
  const address = new URL(url);
  const asked = address.searchParams;
  const host = asked.get("host") ?? address.hostname;
  if (isLocal(host)) return url;
  const mode = asked.get("sslmode");
  const weaker = weakening.filter((name) => asked.has(name));
  if (environment["NODE_TLS_REJECT_UNAUTHORIZED"] === "0") weaker.push("NODE_TLS_REJECT_UNAUTHORIZED=0");
  if (mode !== null && mode !== checked) weaker.push(`sslmode=${mode}`);
  if (weaker.length > 0)
    throw new StoreRefused(
      `数据库在另一台机器「${host}」上，连接必须加密并核对证书：请去掉 ${weaker.join("、")}；自签的证书用 sslrootcert=证书文件`,
    );
  asked.set("sslmode", checked);
  return address.href;
}
