// The log of what the room tried, each of which comes back at a press.
import { button, element, hand } from "./dom.ts";
import { briefly, kToday } from "./described.ts";
import { fragmentOf } from "./link.ts";
import { askedIn } from "./asked.ts";
import { labelOf } from "./catalogue.ts";
import { figure, placeOf } from "./figure.ts";
import { FigurePart } from "./figure_part.ts";
import { decimalsOf, shownAs, withSign } from "./units.ts";
import type { Room } from "./room.ts";
import { firstView } from "./view.ts";
import { triesText, type Try } from "./tries.ts";

export function drawTries(room: Room): HTMLElement {
  const { all } = room.tries;
  const whole = element("div", { class: "tries" }, element("h2", {}, "What the room tried"));
  if (all.length === 0) {
    whole.append(element("p", { class: "note" }, "Nothing yet: every question that is looked at for longer than its first pair of lives is noted here, and can be brought back."));
    return whole;
  }
  const rows = all.map((one, i) => row(room, one, i + 1)).reverse();
  whole.append(
    element("div", { class: "table-tools" },
      button("Save as CSV", { class: "download", "data-file": "tries-csv" }, () => hand("homeroom_tries.csv", "text/csv", triesText(all, addressOf))),
      button("Save as JSON", { class: "download", "data-file": "tries-json" }, () => hand("homeroom_tries.json", "application/json", `${JSON.stringify(all, null, 1)}\n`)),
      button("Forget all", { class: "download" }, () => { room.tries.clear(); room.look({}); })),
    ...sideBySide(room),
    element("div", { class: "table", tabindex: 0, role: "region", "aria-label": "What the room tried" },
      element("table", {}, element("thead", {}, element("tr", {}, ...["", "City", "Policy B", "Looked at", "B less A", "Pairs", ""].map((text) =>
        element(text ? "th" : "td", text ? { scope: "col" } : {}, text)))), element("tbody", {}, ...rows))));
  return whole;
}

/** The tries of what is looked at now, as intervals: which of them did more. */
function sideBySide(room: Room): HTMLElement[] {
  const { outcome, city, model, year } = askedIn(room);
  const of = labelOf(city, model);
  const rows = room.tries.all.map((one, i) => ({ one, i: i + 1 }))
    .filter(({ one }) => one.city === city.title && one.outcome === outcome.name && one.of === of && one.year === year && one.d !== null)
    .slice(-kMost)
    .map(({ one, i }) => [`${i}  ${shortened(briefly(one.state.b, room.catalogue))}`, one.d, one.low, one.high]);
  if (rows.length < 2) return [];
  const part = new FigurePart();
  const whole = figure("tries_compared", "intervals", `${outcome.name}, ${of}, ${year}: what was tried, side by side`, "Lines: 95 % intervals of B less A.",
    `B less A, ${shownAs(outcome).ofDifferences}`, [["label", "try"], ["value", "difference"], ["low", "low"], ["high", "high"]], rows, { better: outcome.better || "neither", intervals: "to come" });
  queueMicrotask(() => part.show(whole, placeOf(room)));
  return [part.root];
}

const kMost = 10;
const kLetters = 30;

function shortened(text: string): string {
  return text.length <= kLetters ? text : `${text.slice(0, kLetters - 1).trimEnd()}\u2026`;
}

function addressOf(state: Try["state"]): string {
  return `${window.location.href.split("#")[0] ?? ""}${fragmentOf(state, firstView)}`;
}

function row(room: Room, one: Try, number: number): HTMLElement {
  const against = one.a === kToday ? "" : ` (A: ${one.a})`;
  return element("tr", {},
    element("td", { class: "number" }, `${number}`),
    element("td", {}, one.city),
    element("td", { class: "told" }, one.b + against),
    element("td", {}, `${one.outcome}, ${one.of}, ${one.year}`),
    element("td", {}, differenceText(one)),
    element("td", { class: "number" }, String(one.n)),
    element("td", {}, button("Bring back", { class: "small", "aria-label": `Bring back try ${number}` }, () => room.change(one.state))));
}

function differenceText(one: Try): string {
  if (one.d === null) return "none";
  const digits = decimalsOf(one.low ?? 0, one.high ?? 0, one.d);
  const interval = one.low === null || one.high === null ? "" : ` (${withSign(one.low, digits)} to ${withSign(one.high, digits)})`;
  return `${withSign(one.d, digits)} ${one.unit}${interval}`;
}

