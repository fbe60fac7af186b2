import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { openKnowledge } from "../../../knowledge/index.ts";
import { all } from "../../contracts/store.ts";
import { type Page, webForm } from "../../support/web-form.ts";

const knowledge = await openKnowledge();
afterAll(() => knowledge.close());

let form: Awaited<ReturnType<typeof webForm>>;
beforeEach(async () => {
  form = await webForm(knowledge);
});
afterEach(() => form.stop());

const begin = ["我要申请企业体检补贴", "1"] as const;
const filled = {
  unitName: "上海青浦示范制造有限公司",
  contact: "陈联系",
  unitAddress: "青浦区公园东路1号",
  phone: "59729571",
  ownership: "私营企业",
  headcount: "40",
  examTime: "2023-07-10",
  examPlace: { unsure: true },
  plan: ["职工健康体检计划A"],
};

async function started(words: readonly string[] = [...begin, "同意"], user = "u1") {
  for (const text of words) await form.say(text, user);
  const browser = form.browser();
  expect((await browser.open(await form.link(user))).status).toBe(200);
  return browser;
}
const shownIn = ({ sections }: Page, id: string): unknown =>
  sections.flatMap(({ fields }) => fields).find((field) => field.id === id)?.value;

test("a link opens once, also when it is opened twice at the same moment", async () => {
  for (const text of [...begin, "同意"]) await form.say(text);
  const secret = await form.link();
  const both = await Promise.all([form.browser().open(secret), form.browser().open(secret)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
  const cookie = both.map(({ headers }) => headers.get("set-cookie")).find((one) => one !== null);
  expect(cookie).toMatch(
    /^gonghui-form=[0-9a-f]{64}\.[\w-]{43}; Max-Age=7200; Path=\/form; .*HttpOnly; SameSite=Strict$/,
  );
});

test("a used, an expired, an unknown and a wrong link get the very same answer", async () => {
  for (const text of [...begin, "同意"]) await form.say(text);
  const [used, expired] = [await form.link(), await form.link()];
  await form.browser().open(used);
  form.later(2);
  const answers = [];
  for (const secret of [used, expired, "A".repeat(32), "", "__proto__"])
    answers.push(await form.browser().open(secret));
  expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1);
  expect(answers[0]?.status).toBe(410);
  expect(answers[0]?.body.problem).toContain("请回到聊天里说「网页填」");
});

test("a page ends two hours after it was opened, and when its person takes the consent back", async () => {
  const [one, other] = [await started(), await started([...begin, "同意"], "u2")];
  form.later(1);
  expect((await one.get("description")).status).toBe(200);
  form.later(1);
  expect((await one.get("description")).status).toBe(410);
  await form.say("撤回同意", "u2");
  expect((await other.get("description")).status).toBe(410);
});

test("takes no cookie that was altered, made up, or signed for the chat", async () => {
  const browser = await started();
  const [id] = browser.cookie().split(".");
  const chat = await fetch(`${form.url()}chat/history`);
  const signedForChat = (chat.headers.get("set-cookie") ?? "").split(";")[0]?.replace("gonghui=", "gonghui-form=");
  for (const cookie of [`${browser.cookie().slice(0, -2)}xx`, `${id}.`, `${id}`, "", signedForChat ?? ""]) {
    const stranger = form.browser();
    stranger.use(cookie);
    expect((await stranger.get("description")).status, cookie).toBe(410);
  }
});

test("changes nothing for a request that is not from its own page", async () => {
  const browser = await started();
  const order = await browser.order();
  const body = { ...order, answers: { unitName: "别人" }, purposes: [], insists: true, secret: "A".repeat(32) };
  const foreign: readonly Record<string, string>[] = [
    { origin: "" },
    { origin: "null" },
    { origin: "https://evil.example" },
    { "content-type": "text/plain" },
    { "content-type": "application/x-www-form-urlencoded" },
  ];
  for (const path of ["open", "consent", "answers", "hand-in", "files"])
    for (const headers of foreign) {
      if (path === "files" && headers["content-type"]) continue;
      expect((await browser.post(path, body, headers)).status, `${path} ${JSON.stringify(headers)}`).toBe(403);
    }
  for (const path of ["open", "consent", "answers", "hand-in"])
    expect((await browser.get(`${path}?_method=POST`)).status).toBe(404);
  expect(await browser.order()).toEqual(order);
});

test("answers what does not fit with one Chinese line and keeps nothing of it", async () => {
  const browser = await started();
  const order = await browser.order();
  const own = JSON.stringify(order).slice(1, -1);
  const bodies = [
    "{",
    "[]",
    "null",
    "{}",
    JSON.stringify({ ...order, answers: [] }),
    JSON.stringify({ ...order, answers: {}, status: "handedIn" }),
    `{${own},"answers":{"unit Name":"x"}}`,
    `{${own},"__proto__":{"insists":true},"answers":{}}`,
    `{"application":"${order.application}","revision":-1,"answers":{}}`,
    `{${own},"answers":{"unitName":${"[".repeat(100_000)}${"]".repeat(100_000)}}}`,
    `{${own},"answers":{"unitName":{"from":"x","to":"y","more":{}}}}`,
  ];
  for (const body of bodies) {
    const answer = await browser.post("answers", body);
    expect(answer.status, body).toBe(400);
    expect(answer.body.problem).toMatch(/[\u4e00-\u9fff]/);
  }
  const odd = await browser.post(
    "answers",
    `{${own},"answers":{"constructor":"x","toString":"x","hasOwnProperty":{"unsure":true}}}`,
  );
  expect(Object.keys(odd.body["wrong"] as object)).toEqual(["constructor", "toString", "hasOwnProperty"]);
  const wrong = {
    unitName: { from: "x", to: "y" },
    headcount: "很多",
    rows: ["x"],
    plan: ["D"],
    examTime: "2023-02-30",
  };
  const answer = await browser.post("answers", { ...(await browser.order()), answers: wrong });
  expect(Object.keys(answer.body["wrong"] as object)).toEqual(["unitName", "headcount", "rows", "plan", "examTime"]);
  expect(({} as Record<string, unknown>)["insists"]).toBeUndefined();
  const page = await browser.page();
  for (const id of Object.keys(wrong)) expect(shownIn(page, id) ?? null, id).toBeNull();
});

test("nothing personal is shown or kept before its own consent, and refusing one asks again", async () => {
  const browser = await started(["我要申请大病慰问"]);
  const page = await browser.page();
  expect(page.consents.map(({ purpose }) => purpose)).toEqual(["application", "medical"]);
  expect(page.sections).toEqual([]);
  const early = await browser.post("answers", { ...(await browser.order()), answers: { name: "王五" } });
  expect(early.status).toBe(422);
  const half = await browser.post("consent", { ...(await browser.order()), purposes: ["application", "__proto__"] });
  expect((half.body["page"] as Page).consents.map(({ purpose }) => purpose)).toEqual(["medical"]);
  expect((await browser.post("answers", { ...(await browser.order()), answers: { name: "王五" } })).status).toBe(422);
  await browser.post("consent", { ...(await browser.order()), purposes: ["medical"] });
  const good = await browser.post("answers", { ...(await browser.order()), answers: { name: "王五" } });
  expect(good.status).toBe(200);
  const consent = await form.store.record("consent", "chat:u1");
  expect(consent?.value.given.map(({ purpose, channel }) => [purpose, channel])).toEqual([
    ["application", "web"],
    ["medical", "web"],
  ]);
  expect(await form.say("预览")).toContain("王五");
});

test("a draft that a link began before consent is not resumed without it, and goes when it is refused", async () => {
  await started(["我要申请看上海补贴"]);
  await form.say("不同意");
  expect(await all(form.store.records("application"))).toEqual([]);
  await started(["我要申请看上海补贴"], "u2");
  await form.say("我要申请疗休养补贴", "u2");
  await form.say("取消", "u2");
  expect(await form.say("继续填", "u2")).toContain("同意请回「同意」");
});

test("a draft that a link began takes the consent in the chat, and what follows it", async () => {
  const browser = await started(["我要申请看上海补贴"]);
  await form.say("同意，单位名称是上海青浦示范制造有限公司");
  const page = await browser.page();
  expect(page.consents).toEqual([]);
  expect(shownIn(page, "unitName")).toBe("上海青浦示范制造有限公司");
  expect(await all(form.store.records("application"))).toHaveLength(1);
});

test("of two windows the later one is told, and what the first saved stands", async () => {
  const one = await started();
  const other = form.browser();
  other.use(one.cookie());
  const [first, second] = [await one.order(), await other.order()];
  expect((await one.post("answers", { ...first, answers: { contact: "陈一" } })).status).toBe(200);
  const late = await other.post("answers", { ...second, answers: { contact: "陈二" } });
  expect(late.status).toBe(409);
  expect(shownIn(late.body["page"] as Page, "contact")).toBe("陈一");
  const third = await one.order();
  const both = await Promise.all(
    ["陈三", "陈四"].map((contact) => one.post("answers", { ...third, answers: { contact } })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test("an address that opens links without end is told to wait", async () => {
  const browser = form.browser();
  const answers = [];
  for (let number = 0; number < 31; number += 1) answers.push(await browser.open("A".repeat(32)));
  expect(answers.map(({ status }) => status).filter((status) => status === 429)).toHaveLength(1);
  expect(answers.at(-1)?.body.problem).toContain("请过一分钟再试");
});

test("a form that is handed in is not changed by whoever still has it open in the chat", async () => {
  const browser = await started();
  await browser.post("answers", { ...(await browser.order()), answers: filled });
  const { application } = await browser.order();
  const before = await form.store.conversation("chat:u1");
  await browser.post("hand-in", { ...(await browser.order()), insists: false });
  const now = await form.store.conversation("chat:u1");
  if (!before || !now) throw new Error("There is no conversation.");
  const stale = { conversation: { ...now, form: before.form }, messageId: "stale", entries: [], replies: [] };
  await form.store.commit(stale);
  await form.say("联系人是别人");
  expect((await form.store.record("application", application))?.value.fields["contact"]).toBe("陈联系");
});

test("a second form opened in the same browser ends the page of the first", async () => {
  const browser = await started();
  const first = await browser.order();
  for (const text of ["我要申请看上海补贴", "同意"]) await form.say(text);
  await browser.open(await form.link());
  expect((await browser.post("answers", { ...first, answers: { contact: "陈一" } })).status).toBe(410);
});

test("hands out files of its own form only, and takes none above the limit", async () => {
  const browser = await started();
  const stranger = await started([...begin, "同意"], "u2");
  const bytes = Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n0\n%%EOF\n");
  const headers = { "content-type": "application/octet-stream", "x-file-name": encodeURIComponent("../../病历.pdf") };
  const send = async (body: Uint8Array) => {
    const { application, revision } = await browser.order();
    return browser.post(`files?application=${application}&revision=${revision}`, body, headers);
  };
  expect((await send(new Uint8Array(21 * 1024 * 1024))).status).toBe(413);
  const refused = await send(Buffer.from("MZ program"));
  expect([refused.status, refused.body.problem]).toEqual([422, expect.stringContaining("程序")]);
  const kept = await send(bytes);
  expect(kept.status).toBe(200);
  const [file] = (kept.body["page"] as Page).files;
  expect(file?.name).toBe("病历.pdf");
  const mine = await browser.get(`files/${file?.id}`);
  expect(mine.headers.get("content-disposition")).toMatch(/^attachment; /);
  const nothing = await Promise.all([
    stranger.get(`files/${file?.id}`),
    browser.get("files/unknown"),
    form.browser().get(`files/${file?.id}`),
  ]);
  expect(new Set(nothing.map(({ status, body }) => `${status} ${body.problem}`)).size).toBe(1);
  expect(nothing[0]?.status).toBe(404);
});

test("hands in once, whatever is pressed how often, and the chat hears of it once", async () => {
  const browser = await started();
  const early = await browser.post("hand-in", { ...(await browser.order()), insists: false });
  expect([early.status, early.body.problem]).toEqual([422, expect.stringContaining("补齐")]);
  await browser.post("answers", { ...(await browser.order()), answers: filled });
  await form.say("预览");
  const order = { ...(await browser.order()), insists: false };
  const pressed = await Promise.all([
    browser.post("hand-in", order),
    browser.post("hand-in", order),
    form.say("交"),
    browser.post("hand-in", order),
  ]);
  const number = "QP-2-3-2-2023-000001";
  expect((await browser.page()).handedIn?.number).toBe(number);
  expect(await form.store.nextNumber("QP-2-3-2-2023")).toBe("QP-2-3-2-2023-000002");
  const inChat = [...form.sent.map(({ text }) => text), String(pressed[2])].filter((text) => text.includes(number));
  expect(inChat).toHaveLength(1);
  expect(await form.say("我的申请到哪了")).toContain(number);
  const after = await browser.post("answers", { ...(await browser.order()), answers: { contact: "改" } });
  expect((after.body["page"] as Page).handedIn?.number).toBe(number);
  const stored = await form.store.record("application", order.application);
  expect(stored?.value.fields["contact"]).toBe("陈联系");
});

test("the very same application again is recognised on the page too", async () => {
  for (const expected of ["page", "known"]) {
    const browser = await started();
    await browser.post("answers", { ...(await browser.order()), answers: filled });
    const answer = await browser.post("hand-in", { ...(await browser.order()), insists: false });
    expect(answer.body["kind"]).toBe(expected);
    expect(JSON.stringify(answer.body["said"])).toContain("QP-2-3-2-2023-000001");
  }
});

test("another form that is open in the chat meanwhile stays open", async () => {
  const browser = await started();
  await browser.post("answers", { ...(await browser.order()), answers: filled });
  const question = await form.say("我要申请看上海补贴");
  expect(question).toContain("看上海");
  await browser.post("hand-in", { ...(await browser.order()), insists: false });
  expect(form.sent.at(-1)?.text).toContain("已登记");
  expect(await form.say("预览")).toContain("看上海");
});

test("the secret of a link is kept nowhere but in the reply that carries it", async () => {
  for (const text of [...begin, "同意"]) await form.say(text);
  const secret = await form.link();
  expect(secret).toHaveLength(32);
  expect(JSON.stringify(await all(form.store.log({})))).not.toContain(secret);
  expect(JSON.stringify(await all(form.store.records("ticket")))).not.toContain(secret);
});

test("a channel without an address goes on in the chat", async () => {
  for (const text of [...begin, "同意"]) await form.say(text, "u1", "wechaty");
  expect(await form.say("发链接", "u1", "wechaty")).toContain("没有开通网页填表");
});

test("behind HTTPS the link, the cookie and the headers say so, and only that origin may post", async () => {
  await form.stop();
  form = await webForm(knowledge, "https://policy.example.cn/union/");
  for (const text of [...begin, "同意"]) await form.say(text, "u1", "wechaty");
  const said = await form.say("给我链接", "u1", "wechaty");
  const secret = /https:\/\/policy\.example\.cn\/union\/form\/#(\w{32})/.exec(said)?.[1] ?? "";
  const opened = await form.browser().post("open", { secret }, { origin: "https://policy.example.cn" });
  expect(opened.headers.get("set-cookie")).toMatch(/Path=\/union\/form; .*Secure; SameSite=Strict$/);
  expect(opened.headers.get("strict-transport-security")).toContain("max-age=31536000");
});

test("every answer of the form carries strict headers and stays in no cache", async () => {
  for (const path of ["", "form.js", "description", "files/x", "open", "nothing"]) {
    const { headers } = await form.request("GET", path);
    expect(headers.get("cache-control"), path).toBe("no-store");
    expect(headers.get("content-security-policy"), path).toContain("frame-ancestors 'none'");
    expect(headers.get("referrer-policy"), path).toBe("no-referrer");
    expect(headers.get("x-content-type-options"), path).toBe("nosniff");
  }
});
