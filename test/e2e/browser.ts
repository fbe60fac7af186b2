/** A real Chromium for the page tests; `tools/prepare-tests.sh` installs it where it is missing. */
import { existsSync } from "node:fs";
import axe from "axe-core";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export function openBrowser(): Promise<Browser> {
  const executablePath = process.env["CHROMIUM"] ?? places.find((place) => existsSync(place));
  if (executablePath === undefined) throw new Error("No Chromium found. Run tools/prepare-tests.sh, or set CHROMIUM.");
  const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"];
  return chromium.launch({ executablePath, headless: true, args });
}

export const screens = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } } as const;

/** A person's own browser: nothing shared with another. */
export const visitor = (browser: Browser, screen: keyof typeof screens = "desktop"): Promise<BrowserContext> =>
  browser.newContext({ viewport: screens[screen], locale: "zh-CN" });

/** The chat page with the few things a person does on it. */
export function chatOn(page: Page) {
  const answers = page.locator("li.bot:not(.waiting) .bubble");
  return {
    answers,
    mine: page.locator("li.person"),
    quick: page.locator(".quick button"),
    async open(url: string): Promise<void> {
      await page.goto(url);
      await page.waitForSelector(".link.on");
    },
    /** What is said after the action. */
    async replyTo(action: () => Promise<unknown>): Promise<string> {
      const before = await answers.count();
      await action();
      await answers.nth(before).waitFor();
      return (await answers.nth(before).textContent()) ?? "";
    },
    async type(text: string): Promise<void> {
      await page.fill("#text", text);
      await page.press("#text", "Enter");
    },
  };
}

export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate("axe.run()");
  const { violations } = found as { violations: readonly { id: string; nodes: readonly { html: string }[] }[] };
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
