import type { EventEmitter } from "node:events";
import { FileBox } from "file-box";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { WechatyBuilder } from "wechaty";
import { MessageImpl } from "wechaty/impls";
import { mock, PuppetMock } from "wechaty-puppet-mock";
import type { Channel, Incoming } from "../../../bot/channels/channel.ts";
import { wechatyChannel } from "../../../bot/channels/wechaty.ts";
import { silentLog } from "../../../bot/log.ts";

/** The mock drops mentions and carries only boxes that survive JSON; real puppets do neither. */
class Puppet extends PuppetMock {
  readonly mentions: string[][] = [];
  override async messageSendText(id: string, text: string, at: string[] = []) {
    this.mentions.push(at);
    return super.messageSendText(id, text);
  }
}

interface Stage {
  readonly mocker: mock.Mocker;
  readonly puppet: Puppet;
  readonly channel: Channel;
  readonly heard: Incoming[];
  readonly people: Record<"bot" | "alice" | "bob", ReturnType<mock.Mocker["createContact"]>>;
  readonly room: ReturnType<mock.Mocker["createRoom"]>;
}

let stage: Stage;

/** The sheet of Alice; nobody else's. */
const sheet = { name: "申请表.docx", type: "application/octet-stream", bytes: Buffer.from("sheet of Alice") };
const fileOf = async (id: string, person: string) => (id === "f1" && person === "wechaty:alice" ? sheet : undefined);

beforeEach(async () => {
  const mocker = new mock.Mocker();
  const puppet = new Puppet({ mocker } as never);
  const wechaty = WechatyBuilder.build({ puppet: puppet as never });
  const people = {
    bot: mocker.createContact({ id: "bot", name: "政策助手" }),
    alice: mocker.createContact({ id: "alice", name: "Alice" }),
    bob: mocker.createContact({ id: "bob", name: "Bob" }),
  };
  const room = mocker.createRoom({ id: "room1@chatroom", topic: "职工群", memberIdList: ["bot", "alice", "bob"] });
  const channel = wechatyChannel({ wechaty, log: silentLog, fileOf });
  const heard: Incoming[] = [];
  await channel.start(async (incoming) => {
    heard.push(incoming);
    const to = { to: incoming.user, ...(incoming.room !== undefined && { room: incoming.room }) };
    return [{ id: `${incoming.id}/1`, ...to, text: `答：${incoming.text}`, outcome: "answered" }];
  });
  mocker.login(people.bot);
  stage = { mocker, puppet, channel, heard, people, room };
});

afterEach(async () => {
  await stage.channel.stop();
});

/** The next text that a person or room receives from the bot. */
const nextFromBot = (where: unknown): Promise<string> =>
  new Promise((resolve) => {
    (where as EventEmitter).on("message", (message: { talker(): { id: string }; text(): string }) => {
      if (message.talker().id === "bot") resolve(message.text());
    });
  });

test("answers a private message", async () => {
  const answer = nextFromBot(stage.people.alice);
  stage.people.alice.say("体检补多少").to(stage.people.bot);
  expect(await answer).toBe("答：体检补多少");
  expect(stage.heard).toMatchObject([{ channel: "wechaty", user: "alice", text: "体检补多少" }]);
});

test("answers in a room only when mentioned, and names the asker", async () => {
  const answer = nextFromBot(stage.room);
  stage.people.bob.say("今天吃什么").to(stage.room);
  stage.people.alice.say("@政策助手\u2005春联哪里抢", [stage.people.bot]).to(stage.room);
  expect(await answer).toContain("答：春联哪里抢");
  expect(stage.heard).toMatchObject([{ user: "alice", room: "room1@chatroom", mention: true, text: "春联哪里抢" }]);
  expect(stage.puppet.mentions.at(-1)).toEqual(["alice"]);
});

test("keeps the order of one person's messages", async () => {
  const texts = Array.from({ length: 12 }, (_, index) => `第${index + 1}句`);
  const received: string[] = [];
  const all = new Promise<void>((resolve) => {
    (stage.people.alice as unknown as EventEmitter).on(
      "message",
      (message: { talker(): { id: string }; text(): string }) => {
        if (message.talker().id === "bot" && received.push(message.text()) === texts.length) resolve();
      },
    );
  });
  for (const text of texts) stage.people.alice.say(text).to(stage.people.bot);
  await all;
  expect(received).toEqual(texts.map((text) => `答：${text}`));
});

test("takes a file with its bytes, and keeps nothing of it on the disk", async () => {
  const answer = nextFromBot(stage.people.alice);
  stage.people.alice
    .say(FileBox.fromBase64(Buffer.from("名册").toString("base64"), "../../名册.xlsx") as never)
    .to(stage.people.bot);
  await answer;
  const [incoming] = stage.heard;
  expect(Buffer.from(incoming?.file?.bytes ?? []).toString("utf8")).toBe("名册");
  expect(incoming?.file?.name).toContain("名册.xlsx");
});

test("leaves what is minutes old unanswered: after a login old messages come in a heap", async () => {
  const { people, room, heard } = stage;
  const age = vi
    .spyOn(MessageImpl.prototype, "age")
    .mockReturnValueOnce(121)
    .mockReturnValueOnce(86_400 * 7);
  people.alice.say("昨天问的").to(people.bot);
  people.bob.say("@政策助手\u2005上周问的", [people.bot]).to(room);
  const answer = nextFromBot(people.alice);
  age.mockReturnValueOnce(120);
  people.alice.say("刚问的").to(people.bot);
  expect(await answer).toBe("答：刚问的");
  expect(heard.map(({ text }) => text)).toEqual(["刚问的"]);
  age.mockRestore();
});

test("sends outside of a turn, to a person and to a room", async () => {
  const person = nextFromBot(stage.people.alice);
  await stage.channel.send({ id: "r1", to: "alice", text: "材料快到期了", outcome: "answered" });
  expect(await person).toBe("材料快到期了");
  await expect(stage.channel.send({ id: "r2", to: "nobody", text: "", outcome: "answered" })).rejects.toThrow();
});

test("hands a file to the person it belongs to, and never to a room", async () => {
  const texts: string[] = [];
  const files: string[] = [];
  for (const where of [stage.people.alice, stage.people.bob, stage.room])
    (where as unknown as EventEmitter).on(
      "message",
      (message: { talker(): { id: string }; type(): number; text(): string }) => {
        if (message.talker().id === "bot") ((message.text() ?? "").includes("表") ? texts : files).push(message.text());
      },
    );
  const file = { files: [{ id: "f1", name: "申请表.docx" }], outcome: "form" as const };
  await stage.channel.send({ id: "r1", to: "bob", text: "表好了", ...file });
  await stage.channel.send({ id: "r2", to: "alice", room: "room1@chatroom", text: "表好了", ...file });
  expect(files).toEqual([]);
  await stage.channel.send({ id: "r3", to: "alice", text: "表好了", ...file });
  expect(files).toHaveLength(1);
  expect(texts.length).toBeGreaterThanOrEqual(3);
});
