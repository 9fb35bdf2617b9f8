// How many are lower, higher, or cannot be told: one bar for each kind, with its three numbers.
import * as Plot from "@observablehq/plot";

import { gain, ink, loss } from "./colours.ts";
import { distinct, rowsOf, type FigureData } from "./figure_data.ts";
import { mark, panelGrid } from "./panel_grid.ts";

const kParts = [
  { key: "lower", name: "lower", colour: loss },
  { key: "unclear", name: "cannot be told", colour: "#c9c9c9" },
  { key: "higher", name: "higher", colour: gain },
] as const;

interface Part {
  readonly panel: string;
  readonly label: string;
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly share: number;
  readonly count: number;
}

export function drawSplit(figure: FigureData, width: number): HTMLElement {
  const parts = rowsOf(figure).flatMap((row): Part[] => {
    const all = kParts.reduce((sum, part) => sum + (row.number(part.key) || 0), 0);
    let reached = 0;
    return kParts.map((part) => {
      const count = row.number(part.key) || 0;
      const from = reached;
      reached += all > 0 ? count / all : 0;
      return {
        panel: row.text("panel"), label: row.text("label"), name: part.name, from, to: reached,
        share: reached - from, count,
      };
    });
  });
  const panels = distinct(parts.map((part) => part.panel));
  const grid = panelGrid(width, panels.length, 420, 2);
  for (const panel of panels) {
    grid.add(panel, chart(parts.filter((part) => part.panel === panel), grid.each));
  }
  const whole = document.createElement("div");
  whole.append(legend(), grid.whole);
  return whole;
}

function legend(): HTMLElement {
  const list = document.createElement("ul");
  list.className = "legend";
  for (const part of kParts) {
    const item = document.createElement("li");
    item.append(mark(part.colour), part.name);
    list.append(item);
  }
  return list;
}

function chart(parts: readonly Part[], width: number): Element {
  const labels = distinct(parts.map((part) => part.label));
  const longest = Math.max(...labels.map((label) => label.length));
  const colourOf = (part: Part): string =>
    kParts.find((one) => one.name === part.name)?.colour ?? ink;
  return Plot.plot({
    width,
    height: labels.length * 26 + 44,
    marginLeft: Math.min(Math.floor(width * 0.42), 14 + longest * 6.6),
    marginRight: 18,
    marginTop: 4,
    marginBottom: 36,
    style: { fontFamily: "inherit", fontSize: "12px", color: ink },
    x: { domain: [0, 1], ticks: 5, tickFormat: "%", label: "share of schools; numbers: schools", labelAnchor: "center", labelArrow: "none", labelOffset: 32 },
    y: { domain: labels, label: null, tickSize: 0 },
    marks: [
      Plot.barX(parts, { y: "label", x1: "from", x2: "to", fill: colourOf, insetTop: 3, insetBottom: 3 }),
      Plot.text(parts.filter((part) => part.share * (width - 200) > 16 && part.count > 0), {
        y: "label", x: (part: Part) => (part.from + part.to) / 2, text: (part: Part) => String(part.count),
        fill: (part: Part) => (part.name === "cannot be told" ? ink : "white"), fontWeight: 600,
      }),
    ],
  });
}
