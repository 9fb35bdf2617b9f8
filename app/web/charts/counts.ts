// How many of each kind: bars with their numbers.
import * as Plot from "@observablehq/plot";

import { gain, ink } from "./colours.ts";
import { distinct, rowsOf, type FigureData } from "./figure_data.ts";
import { extent, short } from "./numbers.ts";
import { panelGrid } from "./panel_grid.ts";

interface Count {
  readonly panel: string;
  readonly label: string;
  readonly value: number;
}

export function drawCounts(figure: FigureData, width: number): HTMLElement {
  const rows = rowsOf(figure).map((row): Count => ({
    panel: row.text("panel"), label: row.text("label"), value: row.number("value"),
  }));
  const panels = distinct(rows.map((row) => row.panel));
  const most = extent([0, ...rows.map((row) => row.value)]);
  const grid = panelGrid(Math.min(width, panels.length * 620), panels.length, 400, 2);
  for (const panel of panels) {
    grid.add(panel, chart(figure, rows.filter((row) => row.panel === panel), most, grid.each));
  }
  return grid.whole;
}

function chart(figure: FigureData, rows: readonly Count[], domain: [number, number], width: number): Element {
  const longest = Math.max(...rows.map((row) => row.label.length));
  return Plot.plot({
    width,
    height: rows.length * 26 + 46,
    marginLeft: Math.min(width * 0.45, 14 + longest * 6.8),
    marginRight: 56,
    marginTop: 4,
    marginBottom: 36,
    style: { fontFamily: "inherit", fontSize: "12px", color: ink },
    x: { domain, label: figure.axis, labelAnchor: "center", labelArrow: "none", grid: true, ticks: 4, tickFormat: short, labelOffset: 32 },
    y: { domain: rows.map((row) => row.label), label: null, tickSize: 0 },
    marks: [
      Plot.barX(rows, { y: "label", x: "value", fill: gain, insetTop: 3, insetBottom: 3 }),
      Plot.text(rows, { y: "label", x: "value", text: (row: Count) => countText(row.value), textAnchor: "start", dx: 5 }),
      Plot.ruleX([0], { stroke: ink }),
    ],
  });
}

/** A mean of counts; people and schools are told apart by no more than a tenth. */
function countText(value: number): string {
  if (value >= 10) return Math.round(value).toLocaleString("en-US");
  return Number(value.toFixed(1)).toString();
}
