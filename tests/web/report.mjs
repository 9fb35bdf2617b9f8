// Opens pages of `homeroom report` from disk in Debian's Chromium, with no network, and looks at
// what a person would: figures, tables, downloads, keyboard, print, a narrow window, no scripts.
//
//   node report.mjs TOOLS PAGE...    TOOLS: the folder with node_modules (scripts/npm_tools browser)
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [tools, ...pages] = process.argv.slice(2);
const require = createRequire(path.join(path.resolve(tools), "package.json"));
const { chromium } = require("playwright-core");
const axe = require("axe-core");

let failures = 0;
async function expect(what, test) {
  try {
    await test();
  } catch (error) {
    failures += 1;
    console.error(`FAILED: ${what}: ${error.message}`);
  }
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});

/** A page of its own context: offline, every request noted. */
async function opened(file, options = {}) {
  const context = await browser.newContext({ offline: true, acceptDownloads: true, ...options });
  const page = await context.newPage();
  const asked = [];
  const said = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => { if (message.type() === "error") said.push(message.text()); });
  page.on("pageerror", (error) => said.push(String(error)));
  await page.goto(pathToFileURL(path.resolve(file)).href);
  return { context, page, asked, said };
}

const cells = (text) => text.trimEnd().split("\n");

async function look(file) {
  const name = path.basename(path.dirname(file));
  const { context, page, asked, said } = await opened(file, { viewport: { width: 1280, height: 720 } });
  const data = JSON.parse(await page.textContent("#report-data"));

  await expect(`${name}: nothing is asked of anybody`, () => {
    const elsewhere = asked.filter((url) => !/^(file|data|blob):/.test(url));
    assert.deepEqual(elsewhere, []);
    assert.equal(asked.filter((url) => url.startsWith("file:")).length, 1);
  });
  await expect(`${name}: no errors`, () => assert.deepEqual(said, []));
  await expect(`${name}: every figure is drawn`, async () => {
    const drawn = data.figures.filter((figure) => figure.kind !== "");
    assert.ok(drawn.length > 0, "no figure at all");
    for (const figure of drawn) {
      const marks = await page.locator(`#${figure.id} .drawing svg :is(path, circle, rect, line)`).count();
      assert.ok(marks > 0, `${figure.id} has no mark`);
      const box = await page.locator(`#${figure.id} .drawing`).boundingBox();
      assert.ok(box && box.height > 40 && box.width > 100, `${figure.id} has no room`);
    }
  });
  await expect(`${name}: every figure has its table, whole`, async () => {
    for (const figure of data.figures) {
      assert.equal(await page.locator(`#${figure.id} tbody tr:not(.below)`).count(), figure.rows.length, figure.id);
      assert.ok(figure.title.length > 10, `${figure.id} has no title`);
    }
  });
  await expect(`${name}: no text of a drawing is a number that is none`, async () => {
    const text = await page.locator(".drawing").allTextContents();
    assert.ok(!/NaN|undefined|null|Infinity/.test(text.join(" ")), "NaN, undefined, null or Infinity");
  });
  await expect(`${name}: accessible by axe-core`, async () => {
    await page.evaluate(axe.source);
    const found = await page.evaluate(() => globalThis.axe.run(document));
    assert.deepEqual(found.violations.map((one) => `${one.id}: ${one.nodes[0]?.html.slice(0, 120)}`), []);
  });
  await expect(`${name}: a table opens by the keyboard`, async () => {
    const details = page.locator("details").first();
    if (await details.count() === 0) return;
    await details.locator("summary").focus();
    await page.keyboard.press("Enter");
    assert.equal(await details.evaluate((one) => one.open), true);
    assert.ok(await details.locator("table").isVisible());
  });
  await expect(`${name}: the download is the table`, async () => {
    const figure = data.figures[0];
    await page.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
    const waiting = page.waitForEvent("download");
    await page.locator(`#${figure.id} button.download`).click();
    const download = await waiting;
    assert.equal(download.suggestedFilename(), `${figure.id}.csv`);
    const lines = cells(await readFile(await download.path(), "utf8"));
    assert.equal(lines[0], figure.columns.map((column) => column.key).join(","));
    assert.equal(lines.length, figure.rows.length + 1);
    const last = figure.rows.at(-1).at(-1);
    if (typeof last === "number") assert.equal(Number(lines.at(-1).split(",").at(-1)), last);
  });
  await expect(`${name}: prints`, async () => {
    const pdf = await page.pdf({ format: "A4" });
    assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
    assert.ok(pdf.length > 20_000, `${pdf.length} bytes`);
  });
  await expect(`${name}: fits a tablet and a telephone`, async () => {
    for (const width of [820, 390]) {
      await page.setViewportSize({ width, height: 1180 });
      await page.waitForTimeout(200);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(over <= 0, `${over} px too wide at ${width}`);
    }
  });
  await context.close();

  const plain = await opened(file, { javaScriptEnabled: false });
  await expect(`${name}: readable without scripts`, async () => {
    assert.ok(await plain.page.locator("noscript p").isVisible(), "no word that scripts are off");
    const first = plain.page.locator("details").first();
    if (await first.count() === 0) return;
    await first.locator("summary").click();
    assert.ok(await first.locator("table").isVisible(), "no table");
  });
  await plain.context.close();
}

await Promise.all(pages.map(look));
await browser.close();
if (failures > 0) {
  console.error(`${failures} failures`);
  process.exit(1);
}
console.log(`${pages.length} pages as expected`);
