/** From the chat to the web form by a one-time link, and back to the chat with a receipt number. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import JSZip from "jszip";
import mammoth from "mammoth";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "../../bot/config.ts";
import { type Running, startAssistant } from "../../bot/main.ts";
import { type Cells, heading, li, workbook, zhang } from "../flows/roster/make.ts";
import { accessibilityFaults, chatOn, openBrowser, type screens, visitor } from "./browser.ts";

let data: string;
let browser: Browser;
let running: Running;
let url: string;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "gonghui-form-"));
  const config = readConfig({ GONGHUI_PORT: "0", LOG_LEVEL: "error" });
  running = await startAssistant({ config, data, asOf: "2023-06-15" });
  url = /http:\S+/.exec(running.notices.join(" "))?.[0] ?? "";
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await running?.stop();
  await rm(data, { recursive: true, force: true });
});

const chatLink = "a[href^='form/#']";

/** A chat in which a form is open, and the page that its link opens. */
async function opened(words: readonly string[], screen: keyof typeof screens = "desktop") {
  const context = await visitor(browser, screen);
  const problems: string[] = [];
  context.on("page", (one) => {
    one.on("pageerror", ({ message }) => problems.push(message));
    one.on("console", (said) => said.type() === "error" && problems.push(said.text()));
  });
  const chatPage = await context.newPage();
  const chat = chatOn(chatPage);
  await chat.open(url);
  for (const text of [...words, "网页填"]) await chat.replyTo(() => chat.type(text));
  const coming = context.waitForEvent("page");
  await chatPage.locator(chatLink).click();
  const form = await coming;
  return { context, chat, chatPage, form, problems };
}

const saved = (form: Page) => form.getByText("已保存").waitFor();
const error = (form: Page, id: string) => form.locator(`#${id}-error`);

/** What was typed into the company's check-up form. */
const typed = {
  unitName: "上海青浦示范制造有限公司",
  contact: "陈<i>联</i>系",
  unitAddress: "青浦区公园东路1号",
  phone: "59729571",
} as const;

test("a form begun in the chat is filled in on the web, handed in once, and followed in the chat", async () => {
  const { context, chat, chatPage, form, problems } = await opened(["我要申请企业体检补贴", "1", "同意"]);
  await form.locator("#unitName").waitFor();
  expect(form.url()).toBe(`${url}form/`);
  expect(await accessibilityFaults(form)).toEqual([]);
  for (const [id, value] of Object.entries(typed)) await form.fill(`#${id}`, value);
  await form.fill("#phone", "123");
  await form.getByLabel("私营企业").check();
  await form.locator("#headcount").focus();
  await error(form, "phone").getByText("11位").waitFor();
  expect(await form.inputValue("#phone")).toBe("123");
  await form.fill("#phone", typed.phone);
  await form.getByLabel("职工健康体检计划A").check();
  await saved(form);
  expect(await error(form, "phone").textContent()).toBe("");

  const roster = await workbook([
    heading,
    [1, typed.unitName, "张三", "男", "已婚", 35, zhang],
    [2, typed.unitName, "李四", "女", "未婚", 33, li],
  ]);
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  await form.setInputFiles("#upload", { name: "名册.xlsx", mimeType, buffer: roster });
  await form.getByText("名册读好了：2人，男1人，女1人").waitFor();
  expect(await form.inputValue("#headcount")).toBe("2");

  await form.getByRole("button", { name: "核对" }).click();
  await form.getByText("要先补齐、改好").waitFor();
  expect(await form.getByRole("button", { name: "交", exact: true }).isDisabled()).toBe(true);
  expect(await accessibilityFaults(form)).toEqual([]);
  await form.getByRole("button", { name: /体检时间：还没有填/ }).click();
  await form.fill("#examTime", "2023-07-10");
  await form.getByLabel(/“体检地点”现在不清楚/).check();
  await saved(form);
  await form.getByRole("button", { name: "核对" }).press("Enter");
  await form.getByText(`体检单位名称：${typed.unitName}`).waitFor();
  expect(await form.locator("#lines i").count()).toBe(0);

  const before = await chat.answers.count();
  await form.getByRole("button", { name: "交", exact: true }).press("Enter");
  const title = form.getByRole("heading", { name: /受理编号/ });
  await title.waitFor();
  const number = /QP-2-3-2-2023-\d{6}/.exec((await title.textContent()) ?? "")?.[0] ?? "";
  expect(number).not.toBe("");
  expect(await accessibilityFaults(form)).toEqual([]);

  await chat.answers.nth(before).waitFor();
  expect(await chat.answers.last().textContent()).toContain(`已登记，受理编号${number}`);
  expect(await chat.replyTo(() => chat.type("我的申请到哪了"))).toContain(`${number}`);

  const downloaded = form.waitForEvent("download");
  await form.getByRole("link", { name: /下载 2-3-2/ }).click();
  const bytes = await readFile(await (await downloaded).path());
  const { value: text } = await mammoth.extractRawText({ buffer: bytes });
  for (const value of Object.values(typed)) expect(text).toContain(value);
  expect(text).toContain("☑私营企业");
  expect(text).toContain("2023 年 7 月 10 日");

  const inChat = chatPage.waitForEvent("download");
  await chatPage
    .getByRole("link", { name: /下载 2-3-2/ })
    .last()
    .click();
  expect(await readFile(await (await inChat).path())).toEqual(bytes);
  await form.reload();
  await form.getByRole("heading", { name: new RegExp(number) }).waitFor();
  expect(problems).toEqual([]);
  await context.close();
});

test("asks for consent on the page first, also on a phone, and the chat goes on from there", async () => {
  const { context, chat, form, problems } = await opened(["我要申请大病慰问"], "phone");
  await form.getByRole("button", { name: "同意并开始填" }).waitFor();
  expect(await form.locator("#sections input").count()).toBe(0);
  expect(await accessibilityFaults(form)).toEqual([]);
  for (const box of await form.getByLabel("我同意").all()) await box.check();
  await form.getByRole("button", { name: "同意并开始填" }).click();
  await form.fill("#name", "王五");
  await form.locator("#unitName").focus();
  await form.locator("#upload").focus();
  await saved(form);
  expect(await form.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).toBe(0);
  const said = await chat.replyTo(() => chat.type("预览"));
  expect(said).toContain("王五");
  expect(problems).toEqual([]);
  await context.close();
});

test("keeps what was typed when the chat changes the form at the same time", async () => {
  const { context, chat, form } = await opened(["我要申请企业体检补贴", "1", "同意"]);
  await form.fill("#contact", "陈联系");
  await chat.replyTo(() => chat.type("单位名称是上海青浦示范制造有限公司"));
  await form.locator("#upload").focus();
  await form.getByText("这张表刚在别处改过").waitFor();
  expect(await form.inputValue("#contact")).toBe("陈联系");
  expect(await form.inputValue("#unitName")).toBe("上海青浦示范制造有限公司");
  await form.getByRole("button", { name: "核对" }).click();
  await form.getByText("联系人：陈联系").waitFor();
  expect(await chat.replyTo(() => chat.type("预览"))).toContain("陈联系");
  await context.close();
});

test("takes a roster in the chat, and hands one with faults back with its faults marked", async () => {
  const context = await visitor(browser);
  const page = await context.newPage();
  const chat = chatOn(page);
  await chat.open(url);
  for (const text of ["我要申请企业体检补贴", "1", "同意"]) await chat.replyTo(() => chat.type(text));
  const send = async (...lines: readonly Cells[]) => {
    const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    const buffer = await workbook([heading, ...lines]);
    return chat.replyTo(() => page.setInputFiles("#files", { name: "名册.xlsx", mimeType, buffer }));
  };
  const wrong = zhang.replace(/.$/, zhang.endsWith("1") ? "2" : "1");
  expect(await send([1, typed.unitName, "张三", "男", "已婚", 35, wrong])).toContain("名册有1行");
  const downloaded = page.waitForEvent("download");
  await page.getByRole("link", { name: "下载 名册（标了问题）.xlsx" }).click();
  const book = await JSZip.loadAsync(await readFile(await (await downloaded).path()));
  expect(await book.file("xl/sharedStrings.xml")?.async("string")).toContain("问题");
  expect(await send([1, typed.unitName, "张三", "男", "已婚", 35, zhang])).toContain("名册读好了：1人，男1人");
  await context.close();
});

test("opens a link once; after that, and for a made-up one, the page says how to get a new one", async () => {
  const { context, chatPage, form } = await opened(["我要申请看上海补贴", "同意"]);
  await form.locator("#sections input").first().waitFor();
  const way = await chatPage.locator(chatLink).getAttribute("href");
  const other = await visitor(browser);
  for (const hash of [String(way), `form/#${"A".repeat(32)}`]) {
    const late = await other.newPage();
    await late.goto(`${url}${hash}`);
    await late.getByText("请回到聊天里说「网页填」").waitFor();
    expect(await accessibilityFaults(late)).toEqual([]);
  }
  await form.reload();
  await form.locator("#sections input").first().waitFor();
  await other.close();
  await context.close();
});
