/** Builds the Wechaty account for the puppet that the operator named. */
import { WechatyBuilder } from "wechaty";
import type { Channel } from "./channel.ts";
import { type WechatyParts, wechatyChannel } from "./wechaty.ts";

export class PuppetMisconfigured extends Error {
  override readonly name = "PuppetMisconfigured";
}

interface PuppetParts extends Omit<WechatyParts, "wechaty"> {
  readonly puppet: string;
  /** File name, without ending, that keeps the login. */
  readonly memory: string;
}

export async function wechatyFor({ puppet, memory, ...parts }: PuppetParts): Promise<Channel> {
  if (puppet === "wechaty-puppet-service" && !process.env["WECHATY_PUPPET_SERVICE_TOKEN"]) {
    throw new PuppetMisconfigured("WECHATY_PUPPET=wechaty-puppet-service 还需要环境变量 WECHATY_PUPPET_SERVICE_TOKEN");
  }
  return wechatyChannel({ ...parts, wechaty: WechatyBuilder.build({ name: memory, puppet: puppet as never }) });
}
