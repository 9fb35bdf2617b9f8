// How many of each kind: bars with their numbers.
import * as Plot from "@observablehq/plot";

import { gain, ink } from "./colours.ts";
import { rowsOf, type FigureData } from "./figure_data.ts";
import { short } from "./numbers.ts";

export function drawCounts(figure: FigureData, width: number): Element {
  const rows = rowsOf(figure).map((row) => ({ label: row.text("label"), value: row.number("value") }));
  const longest = Math.max(...rows.map((row) => row.label.length));
  return Plot.plot({
    width: Math.min(width, 760),
    height: rows.length * 26 + 46,
    marginLeft: Math.min(width * 0.45, 14 + longest * 6.6),
    marginRight: 48,
    marginTop: 4,
    marginBottom: 36,
    style: { fontFamily: "inherit", fontSize: "12px", color: ink },
    x: { label: figure.axis, labelAnchor: "center", labelArrow: "none", grid: true, ticks: 5, tickFormat: short, labelOffset: 32 },
    y: { domain: rows.map((row) => row.label), label: null, tickSize: 0 },
    marks: [
      Plot.barX(rows, { y: "label", x: "value", fill: gain, insetTop: 3, insetBottom: 3 }),
      Plot.text(rows, { y: "label", x: "value", text: (row: { value: number }) => short(row.value), textAnchor: "start", dx: 5 }),
      Plot.ruleX([0], { stroke: ink }),
    ],
  });
}
