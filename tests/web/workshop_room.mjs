// A workshop that is open, a browser before it, and one line for every expectation.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { createInterface } from "node:readline";

export const [tools, program, scenario, seconds] = process.argv.slice(2);
const require = createRequire(path.join(path.resolve(tools), "package.json"));
const { chromium } = require("playwright-core");
const axe = require("axe-core");

let failures = 0;
export const failed = () => failures;

export async function expect(what, test) {
  try {
    await test();
  } catch (error) {
    failures += 1;
    console.error(`FAILED: ${what}: ${error.message}`);
  }
}

/** The program, and the address that it printed. */
export async function workshop() {
  const child = spawn(program, ["workshop", scenario, "--port", "0", "--quiet"], { stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout });
  const address = await new Promise((resolve, reject) => {
    lines.once("line", resolve);
    child.once("exit", (code) => reject(new Error(`the workshop ended with ${code} before it opened`)));
  });
  return { address, close: () => new Promise((resolve) => { child.once("exit", resolve); child.kill("SIGINT"); }) };
}

export const browser = () => chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});

/** A page of its own browser profile; every request and every error is noted. */
export async function visitor(of, address, options = {}) {
  const context = await of.newContext({
    viewport: { width: 1280, height: 720 }, acceptDownloads: true, permissions: ["clipboard-read", "clipboard-write"], ...options,
  });
  const page = await context.newPage();
  const asked = [];
  const said = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => { if (message.type() === "error" && !/ 503 | 400 |ERR_/.test(message.text())) said.push(message.text()); });
  page.on("pageerror", (error) => said.push(String(error)));
  page.setDefaultTimeout(45_000);
  await page.goto(address);
  await page.waitForSelector(".toolbar");
  return { context, page, asked, said };
}

/** Waits until the question that is asked has been lived so many times, or more. */
export async function pairs(page, n) {
  await page.waitForFunction((least) => !document.body.classList.contains("stale") &&
    Number(document.querySelector(".headline")?.dataset.n) >= least, n);
}

/** Within a part of the page, or all of it. */
export async function accessible(page, within) {
  if (!await page.evaluate(() => "axe" in globalThis)) await page.evaluate(axe.source);
  const found = await page.evaluate((selector) => globalThis.axe.run(selector ?? document), within);
  assert.deepEqual(found.violations.map((one) => `${one.id}: ${one.nodes[0]?.html.slice(0, 160)}`), []);
}

export const lever = (page, key) => page.locator(`[data-lever="${key}"]`);
export const part = (page, name) => page.locator(".fold-opener", { hasText: name });
export const picture = (page, key) => page.locator(`[data-picture="${key}"]`);

export async function write(page, key, text) {
  const field = lever(page, key).locator("input[type=text]");
  await field.fill(text);
  await field.press("Enter");
}

/** The text of a file that a press hands over. */
export async function handed(page, press) {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  const stream = await download.createReadStream();
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return { name: download.suggestedFilename(), text: Buffer.concat(chunks).toString("utf8") };
}
