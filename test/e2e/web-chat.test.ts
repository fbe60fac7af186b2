import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "../../bot/config.ts";
import { type Running, startAssistant } from "../../bot/main.ts";
import { accessibilityFaults, chatOn, openBrowser, type screens, visitor } from "./browser.ts";

let data: string;
let browser: Browser;
let running: Running;
let url: string;

const starting = (port: string) =>
  startAssistant({ config: readConfig({ GONGHUI_PORT: port, LOG_LEVEL: "error" }), data, asOf: "2023-06-15" });

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "gonghui-web-"));
  running = await starting("0");
  url = /http:\S+/.exec(running.notices.join(" "))?.[0] ?? "";
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await running?.stop();
  await rm(data, { recursive: true, force: true });
});

/** A page with nothing remembered, and whatever went wrong on it. */
async function newPage(screen: keyof typeof screens = "desktop") {
  const context = await visitor(browser, screen);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("pageerror", ({ message }) => problems.push(message));
  const chat = chatOn(page);
  await chat.open(url);
  return { context, page, chat, problems };
}

const overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

test.each(["desktop", "phone"] as const)(
  "answers a starter question with its clause on a %s, accessibly",
  async (screen) => {
    const { context, page, chat, problems } = await newPage(screen);
    expect(await accessibilityFaults(page)).toEqual([]);
    const said = await chat.replyTo(() => page.getByRole("button", { name: "两天一晚最多花多少" }).click());
    expect(said).toContain("800元");
    expect(said).toContain("依据：附件2-1");
    expect(await page.locator("#welcome").isVisible()).toBe(false);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate(overflow)).toBe(0);
    expect(problems).toEqual([]);
    await context.close();
  },
);

test("sends on Enter, breaks the line on Shift+Enter, and sends nothing for blanks", async () => {
  const { context, page, chat } = await newPage();
  await page.fill("#text", "   ");
  await page.press("#text", "Enter");
  expect(await chat.mine.count()).toBe(0);
  await page.fill("#text", "看上海一日活动");
  await page.press("#text", "Shift+Enter");
  await page.locator("#text").pressSequentially("最多花多少");
  const said = await chat.replyTo(() => page.press("#text", "Enter"));
  expect(said).toContain("300");
  expect(await chat.mine.count()).toBe(1);
  expect(await page.inputValue("#text")).toBe("");
  await context.close();
});

test("offers numbered choices as buttons, and a press answers", async () => {
  const { context, chat } = await newPage("phone");
  const question = await chat.replyTo(() => chat.type("体检补贴"));
  expect(await chat.quick.count()).toBeGreaterThan(1);
  expect(question).not.toMatch(/1\. /);
  const label = (await chat.quick.first().textContent()) ?? "";
  expect(await chat.replyTo(() => chat.quick.first().click())).toContain("依据：");
  expect(await chat.mine.last().textContent()).toContain(label);
  await context.close();
});

test("shows the conversation again after a reload, to its own person only", async () => {
  const mine = await newPage();
  const said = await mine.chat.replyTo(() => mine.chat.type("微心愿最多多少钱"));
  await mine.page.reload();
  await mine.chat.answers.first().waitFor();
  expect(await mine.chat.answers.first().textContent()).toBe(said);
  expect(await mine.chat.mine.first().textContent()).toContain("微心愿最多多少钱");
  const other = await newPage();
  await other.chat.replyTo(() => other.chat.type("你好"));
  expect(await other.page.locator("#talk").textContent()).not.toContain("微心愿最多多少钱");
  expect(await mine.page.locator("#talk").textContent()).not.toContain("你好");
  await other.page.reload();
  await other.chat.answers.first().waitFor();
  expect(await other.chat.mine.count()).toBe(1);
  await mine.context.close();
  await other.context.close();
});

test("shows what is said in a second window of the same person", async () => {
  const { context, chat } = await newPage();
  const second = await context.newPage();
  await chatOn(second).open(url);
  await chatOn(second).replyTo(() => chatOn(second).type("微心愿最多多少钱"));
  await chat.answers.first().waitFor();
  expect(await chat.mine.first().textContent()).toContain("微心愿最多多少钱");
  await context.close();
});

test("sends a file by the button or by dropping it, and names it again after a reload", async () => {
  const { context, page, chat, problems } = await newPage();
  const file = { name: "病历 (1).pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") };
  const opened = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "发文件" }).press("Enter");
  expect(await chat.replyTo(async () => (await opened).setFiles(file))).toContain("没有在填表");
  const dropped = await page.evaluateHandle(
    "(() => { const all = new DataTransfer(); all.items.add(new File(['x'], '名册.xlsx')); return all; })()",
  );
  expect(await chat.replyTo(() => page.dispatchEvent("main", "drop", { dataTransfer: dropped }))).toContain(
    "没有在填表",
  );
  await page.reload();
  await chat.answers.nth(1).waitFor();
  expect(await chat.mine.allTextContents()).toEqual(["我：［文件］病历 (1).pdf", "我：［文件］名册.xlsx"]);
  expect(problems).toEqual([]);
  await context.close();
});

test("refuses a file above the limit before it is sent", async () => {
  const { context, page, chat } = await newPage("phone");
  const file = { name: "大.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(20 * 1024 * 1024 + 1) };
  await page.setInputFiles("#files", file);
  await page.locator(".again").waitFor();
  expect(await chat.mine.last().textContent()).toContain("超过20MB");
  expect(await page.evaluate(overflow)).toBe(0);
  await context.close();
});

test("offers a sheet as a download, now and after a reload, to its own person only", async () => {
  const { context, page, chat } = await newPage();
  await chat.replyTo(() => chat.type("我要申请看上海补贴"));
  await chat.replyTo(() => chat.type("不同意"));
  const way = page.getByRole("link", { name: /下载/ });
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.reload();
  await way.waitFor();
  const download = page.waitForEvent("download");
  await way.click();
  expect((await download).suggestedFilename()).toMatch(/（空白）\.docx$/);
  const path = await way.getAttribute("href");
  const other = await visitor(browser);
  expect((await other.request.get(`${url}${path}`)).status()).toBe(404);
  await other.close();
  await context.close();
});

test("keeps a message that could not be sent, and 重发 sends it once the server is back", async () => {
  const { context, page, chat } = await newPage();
  await chat.replyTo(() => chat.type("你好"));
  await running.stop();
  await chat.type("大病慰问要哪些材料");
  await page.getByRole("button", { name: "重发" }).waitFor();
  expect(await chat.mine.last().textContent()).toMatch(/没有发出去，请检查网络/);
  running = await starting(new URL(url).port);
  await page.waitForSelector(".link.on", { timeout: 15_000 });
  await page.waitForFunction("document.querySelectorAll('li.person').length === 2");
  const said = await chat.replyTo(() => page.getByRole("button", { name: "重发" }).click());
  expect(said).toContain("依据：附件2-5");
  expect(await chat.mine.count()).toBe(2);
  expect(await page.getByRole("button", { name: "重发" }).count()).toBe(0);
  await context.close();
});
