// What a room does with the workshop's page, in Debian's Chromium, before the program itself.
//
//   node workshop.mjs TOOLS PROGRAM SCENARIO SECONDS    TOOLS: the folder with node_modules
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import {
  accessible, browser, expect, failed, handed, lever, pairs, part, picture, program, seconds, visitor, workshop, write,
} from "./workshop_room.mjs";

const kList = "law.choice.list_length";
const { address, close } = await workshop();
const here = new URL(address).origin;
const chrome = await browser();
const room = await visitor(chrome, address);
const { page } = room;
const state = () => page.evaluate(() => JSON.parse(decodeURIComponent(/state=([^&]*)/.exec(location.hash)[1])));
const text = (selector) => page.textContent(selector);

await expect("it opens with two equal policies", async () => {
  await pairs(page, 1);
  assert.match(await text(".headline .figure"), /same/);
  assert.match(await text(".chance"), /chance alone/);
});

await expect("settings are taken", async () => {
  await part(page, "Years and dice").click();
  const most = page.locator(".setting", { hasText: "Pairs of lives" }).locator("input");
  await most.fill("32");
  await most.press("Enter");
  assert.equal((await state()).replicates, 32);
});

await expect("a lever that moves shows the difference, and its interval changes", async () => {
  await part(page, "Choice").click();
  const slider = lever(page, kList).locator("input[type=range]");
  const before = Number(await slider.inputValue());
  await page.evaluate(() => {
    globalThis.steps = [];
    new MutationObserver(() => {
      if (document.body.classList.contains("stale")) globalThis.steps.length = 0;
      else globalThis.steps.push(Number(document.querySelector(".headline").dataset.n));
    }).observe(document.body, { attributes: true, subtree: true, attributeFilter: ["data-n", "class"] });
  });
  await slider.focus();
  await slider.press("ArrowRight");
  await slider.press("ArrowRight");
  assert.equal((await state()).b.levers[kList], before + 2);
  // Every step that the page shows is noted as it comes: who asks from outside may come too late.
  await page.waitForFunction(() => globalThis.steps.includes(32), null, { timeout: 20000 }).catch(() => {});
  const seen = new Set(await page.evaluate(() => globalThis.steps));
  assert.ok(seen.has(1) || seen.has(8), `seen: ${[...seen]}`);
  assert.ok(seen.has(32), `seen: ${[...seen]}`);
  assert.match(await text(".headline .interval"), /95 % interval .* to .*, 32 pairs/);
  assert.equal(await page.locator(".rungs svg circle").count(), 3, "a line each for 1, 8 and 32 pairs");
});

await expect("the source of a lever is one click away", async () => {
  const row = lever(page, kList);
  await row.getByRole("button", { name: /^Source/ }).click();
  await row.locator(".source dd").first().waitFor();
  const told = await page.evaluate(async () => (await fetch("/api/explain?key=law.choice.list_length&city=" +
    JSON.parse(decodeURIComponent(/state=([^&]*)/.exec(location.hash)[1])).city)).json());
  const shown = await row.locator(".source").textContent();
  for (const word of [told.meaning, told.source, told.set]) assert.ok(shown.includes(word), `no word of ${word}`);
});

await expect("a value that is not allowed is told at its lever, and nothing is lived", async () => {
  const figure = await text(".headline .figure");
  await write(page, kList, "99");
  await page.waitForSelector('.status[data-phase="faults"]');
  assert.ok(await lever(page, kList).locator(".wrong").isVisible());
  assert.match(await lever(page, kList).locator(".wrong").textContent(), /99 .*out of range.*1 to 20/);
  assert.equal(await lever(page, kList).locator("input[type=text]").getAttribute("aria-invalid"), "true");
  assert.equal(await text(".headline .figure"), figure);
  await write(page, kList, "six");
  assert.match(await lever(page, kList).locator(".wrong").textContent(), /six.* no number/);
  await write(page, kList, "2");
  await pairs(page, 32);
  assert.ok(await lever(page, kList).locator(".wrong").isHidden());
});

await expect("what is being written stays while lives go on", async () => {
  const field = lever(page, kList).locator("input[type=text]");
  await write(page, kList, "3");
  await field.fill("");
  await field.pressSequentially("12", { delay: 250 });
  assert.equal(await field.inputValue(), "12");
  await field.press("Enter");
  assert.equal((await state()).b.levers[kList], 12);
  await write(page, kList, "2");
  await pairs(page, 32);
});

await expect("a locked lever does not move, here and in the link", async () => {
  const row = lever(page, kList);
  assert.equal(await row.getByRole("button", { name: /^Lock/ }).count(), 0);
  await page.getByLabel("Facilitator").check();
  await row.getByRole("button", { name: /^Lock/ }).click();
  assert.deepEqual((await state()).locks, [kList]);
  assert.ok(await row.locator("input[type=range]").isDisabled());
  await page.getByLabel("Facilitator").uncheck();
  assert.ok(await row.getByRole("button", { name: /^Lock/ }).isDisabled());
});

await expect("a recommendation is laid, its parts with it", async () => {
  await part(page, "Recommendations").click();
  await page.locator('[data-preset="R6"]').check();
  await page.getByRole("button", { name: "parts of R6" }).click();
  assert.ok(await page.locator('[data-preset="R6b"]').isChecked());
  assert.ok(await page.locator('[data-preset="R6b"]').isDisabled());
  await pairs(page, 32);
});

await expect("the link shows the same in another browser", async () => {
  await picture(page, "who").click();
  await page.getByRole("button", { name: "Copy link" }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(link, page.url());
  const other = await visitor(chrome, link);
  await pairs(other.page, 32);
  for (const selector of [".headline .said", ".deeds", ".picture figcaption h2"]) {
    assert.equal(await other.page.textContent(selector), await text(selector), selector);
  }
  await part(other.page, "Choice").click();
  assert.ok(await lever(other.page, kList).locator("input[type=range]").isDisabled(), "the lock");
  assert.deepEqual(other.said, []);
  await other.context.close();
});

await expect("a reload shows the same, and keeps the log", async () => {
  const before = await text(".headline .said");
  const tried = await text('[data-picture="tries"]');
  await page.reload();
  await pairs(page, 32);
  assert.equal(await text(".headline .said"), before);
  assert.equal(await text('[data-picture="tries"]'), tried);
});

await expect("downloaded scenarios repeat the page's numbers to the byte", async () => {
  const open = () => page.getByRole("button", { name: "Download", exact: true }).click();
  await open();
  const files = [];
  for (const file of ["a", "b", "numbers"]) {
    files.push(await handed(page, () => page.locator(`[data-file="${file}"]`).click()));
  }
  const folder = mkdtempSync(path.join(tmpdir(), "workshop-"));
  try {
    for (const { name, text: content } of files) writeFileSync(path.join(folder, name), content);
    execFileSync(program, ["compare", files[0].name, files[1].name, "--replicates", "32", "-o", "out", "--quiet"], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
    sameNumbers(files[2].text, readFileSync(path.join(folder, "out", "differences.csv"), "utf8"));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** Every row of the page is one of the program's, and every row of the program's that the page could have. */
function sameNumbers(shown, lived) {
  const rows = (csv) => csv.trimEnd().split("\n").map((line) => line.split(","));
  const [head, ...page] = rows(shown);
  const [columns, ...program] = rows(lived);
  const wanted = head.map((column) => columns.indexOf(column));
  assert.ok(wanted.every((place) => place >= 0), `columns: ${head}`);
  const measures = new Set(page.map((row) => row[4]));
  const theirs = program.map((row) => wanted.map((place) => row[place]).join(",")).filter((line) => measures.has(line.split(",")[4]));
  const ours = page.map((row) => row.join(","));
  const missing = ours.filter((line) => !new Set(theirs).has(line));
  assert.ok(ours.length > 500, `${ours.length} rows`);
  assert.deepEqual(missing.slice(0, 3), [], "rows of the page that compare does not have");
  assert.equal(ours.length, theirs.length);
}

await expect("what the room tried is kept, saved, and comes back", async () => {
  await picture(page, "tries").click();
  const rows = await page.locator(".tries tbody tr").count();
  assert.ok(rows >= 3, `${rows} tries`);
  const csv = await handed(page, () => page.locator('[data-file="tries-csv"]').click());
  assert.equal(csv.text.trimEnd().split("\n").length, rows + 1);
  const json = await handed(page, () => page.locator('[data-file="tries-json"]').click());
  const first = JSON.parse(json.text)[0];
  await page.getByRole("button", { name: "Bring back try 1", exact: true }).click();
  assert.deepEqual((await state()).b, first.state.b);
  await pairs(page, 32);
});

await expect("a step back takes the last lever back", async () => {
  const before = await state();
  await part(page, "Choice").click();
  await page.locator('[data-side="a"]').click();
  await write(page, "law.choice.transport", "40");
  assert.equal((await state()).a.levers["law.choice.transport"], 0.4);
  await page.goBack();
  assert.deepEqual((await state()).a, before.a);
  await page.locator('[data-side="b"]').click();
  await pairs(page, 32);
});

await expect("every picture is drawn, with a title, a table and no number that is none", async () => {
  for (const key of ["difference", "years", "slope", "terms", "survival", "map", "who"]) {
    await picture(page, key).click();
    for (const figure of await page.locator(".picture figure").all()) {
      assert.ok((await figure.locator("h2").textContent()).length > 10, `${key}: title`);
      if (await figure.getAttribute("data-kind") === "table") continue;
      assert.ok(await figure.locator("svg :is(path, circle, rect, line)").count() > 0, `${key}: nothing drawn`);
      await figure.locator("summary").click();
      await figure.locator("tbody tr").first().waitFor();
    }
    assert.ok(!/NaN|undefined|Infinity/.test(await text(".results")), `${key}: a number that is none`);
    await expect(`accessible: ${key}`, () => accessible(page, key === "difference" ? undefined : ".picture"));
  }
});

await expect("the levers are accessible, all of them", async () => {
  for (const name of ["School models", "Autonomies", "Choice", "Accountability", "Governance", "Support", "Leaders", "Money", "Years and dice"]) {
    await part(page, name).click();
    const more = page.locator(".fold-body:not([hidden]) .more");
    if (name === "Autonomies" && await more.count()) await more.click();
    await page.waitForTimeout(30);
    await expect(`accessible: ${name}`, () => accessible(page, ".levers"));
  }
});

await expect("the keyboard alone reaches everything", async () => {
  await page.locator(".toolbar select").focus();
  const reached = [];
  for (let i = 0; i < 14; i += 1) {
    await page.keyboard.press("Tab");
    reached.push(await page.evaluate(() => {
      const at = document.activeElement;
      return { name: at.getAttribute("role") ?? at.tagName, line: getComputedStyle(at).outlineStyle };
    }));
  }
  assert.ok(reached.some((one) => one.name === "tab"), JSON.stringify(reached));
  assert.ok(reached.every((one) => one.line !== "none"), `no focus to be seen: ${JSON.stringify(reached)}`);
  await picture(page, "who").focus();
  await page.keyboard.press("Home");
  assert.equal(await page.locator('.tabs [aria-selected="true"]').getAttribute("data-picture"), "difference");
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.locator('.tabs [aria-selected="true"]').getAttribute("data-picture"), "years");
});

await expect("too many streams are waited for, a lost connection is told", async () => {
  let refused = 0;
  await page.route("**/api/stream**", (route) => {
    refused += 1;
    return refused === 1 ? route.fulfill({ status: 503, headers: { "Retry-After": "1" }, body: "{}" })
      : refused === 2 ? route.abort() : route.continue();
  });
  await part(page, "Recommendations").click();
  await page.locator('[data-preset="R8"]').check();
  await page.waitForSelector('.status[data-phase="waiting"]');
  await page.waitForSelector('.status[data-phase="lost"]');
  assert.match(await text(".trouble"), /No connection/);
  await pairs(page, 32);
  assert.ok(await page.locator(".trouble").isHidden());
});

await expect("a tablet and a print show it whole", async () => {
  for (const [width, height] of [[820, 1180], [1280, 720]]) {
    await page.setViewportSize({ width, height });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(wide <= 0, `${width}: ${wide} px too wide`);
  }
  await page.emulateMedia({ media: "print", reducedMotion: "reduce" });
  assert.ok(await page.locator(".headline").isVisible());
  assert.ok(await page.locator(".tabs").isHidden());
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector(".drawing svg")).transitionDuration), "0s");
  await page.emulateMedia({ media: "screen", reducedMotion: "no-preference" });
});

await expect("many pages move levers at once", async () => {
  const many = [];
  while (many.length < 20) many.push(...await Promise.all(Array.from({ length: 4 }, () => visitor(chrome, address))));
  const until = Date.now() + Number(seconds ?? 5) * 1000;
  await Promise.all(many.map(async ({ page: one }, i) => {
    await part(one, "Choice").click();
    for (let step = i; Date.now() < until; step += 1) {
      await write(one, kList, String(1 + (step * 7) % 20));
      await one.waitForTimeout(150 + (i * 37) % 300);
    }
    await pairs(one, 1);
  }));
  for (const one of many) {
    assert.deepEqual(one.said, []);
    assert.ok(one.asked.every((url) => new URL(url).origin === here || /^(data|blob):/.test(url)));
    await one.context.close();
  }
});

await expect("nothing was asked of another place, and nothing went wrong", () => {
  assert.deepEqual(room.asked.filter((url) => new URL(url).origin !== here && !/^(data|blob):/.test(url)), []);
  assert.deepEqual(room.said, []);
});

await chrome.close();
await close();
process.exit(failed() === 0 ? 0 : 1);
