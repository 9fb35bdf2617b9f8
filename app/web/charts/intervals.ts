// Differences with their intervals, one line each: who gains, who loses, and what cannot be told.
import * as Plot from "@observablehq/plot";

import { faint, gain, ink, loss, quiet, total } from "./colours.ts";
import { distinct, rowsOf, type FigureData, type Row } from "./figure_data.ts";
import { extent, padded, readable, short, signed } from "./numbers.ts";
import { panelGrid } from "./panel_grid.ts";
import { roundTicks } from "./ticks.ts";

interface Difference {
  readonly label: string;
  readonly panel: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly beside: number;
}

const kLine = 24;

export function drawIntervals(figure: FigureData, width: number): HTMLElement {
  const rows = rowsOf(figure).map(differenceOf).filter((row) => Number.isFinite(row.value));
  const domain = padded(extent([0, ...rows.flatMap((row) => [row.low, row.high, row.value, row.beside])]));
  const panels = distinct(rows.map((row) => row.panel));
  const grid = panelGrid(Math.min(width, panels.length * 760), panels.length, 400, 2);
  for (const panel of panels) {
    grid.add(panel, chart(figure, rows.filter((row) => row.panel === panel), domain, grid.each));
  }
  return grid.whole;
}

function differenceOf(row: Row): Difference {
  return {
    label: row.text("label"),
    panel: row.text("panel"),
    value: row.number("value"),
    low: row.number("low"),
    high: row.number("high"),
    beside: row.number("beside"),
  };
}

/** Beyond 0 with its whole interval. What has none is no estimate, unless its interval is yet to come. */
function told(row: Difference, hints: FigureData["hints"]): boolean {
  if (!Number.isFinite(row.low)) return hints["intervals"] !== "to come";
  return row.low > 0 || row.high < 0;
}

/** The hint `better`: "lower" where less is better, as of a gap; "neither" where neither is. */
function colourOf(row: Difference, hints: FigureData["hints"]): string {
  if (!told(row, hints)) return quiet;
  if (!Number.isFinite(row.low)) return gain;
  if (hints["better"] === "neither") return total;
  return row.value > 0 === (hints["better"] !== "lower") ? gain : loss;
}

function tipText(row: Difference, spread: number): string {
  const own = `${row.label}\n${signed(row.value, spread)}`;
  const within = Number.isFinite(row.low)
    ? ` (${signed(row.low, spread)} to ${signed(row.high, spread)})` : "";
  return own + within + (Number.isFinite(row.beside) ? `\nbeside it ${signed(row.beside, spread)}` : "");
}

function chart(
  figure: FigureData,
  rows: readonly Difference[],
  domain: [number, number],
  width: number,
): Element {
  const spread = domain[1] - domain[0];
  const colour = (row: Difference): string => colourOf(row, figure.hints);
  const longest = Math.max(...rows.map((row) => row.label.length));
  const margin = Math.min(Math.floor(width * 0.42), 16 + longest * 6.6);
  return Plot.plot({
    width,
    height: rows.length * kLine + 56,
    marginLeft: margin,
    marginRight: 62,
    marginTop: 6,
    marginBottom: 36,
    style: { fontFamily: "inherit", fontSize: "12px", color: ink, overflow: "visible" },
    x: { domain, ticks: roundTicks(domain, width - margin - 62, short), tickFormat: short, label: figure.axis, labelAnchor: "center", labelArrow: "none", grid: true, labelOffset: 32 },
    y: { domain: rows.map((row) => row.label), label: null, tickSize: 0 },
    marks: [
      Plot.ruleX([0], { stroke: ink, strokeWidth: 1 }),
      Plot.ruleY(rows, { y: "label", x1: "low", x2: "high", stroke: colour, strokeWidth: 2.5 }),
      Plot.ruleY(rows.filter((row) => !Number.isFinite(row.low)), { y: "label", x1: "value", x2: "beside", stroke: faint, strokeWidth: 2.5 }),
      Plot.dot(rows, { y: "label", x: "value", r: 4.5, fill: (row: Difference) => (told(row, figure.hints) ? colour(row) : "white"), stroke: colour, strokeWidth: 2 }),
      Plot.dot(rows.filter((row) => Number.isFinite(row.beside)), { y: "label", x: "beside", r: 4.5, symbol: "diamond", fill: ink }),
      Plot.text(rows, {
        y: "label", frameAnchor: "right", textAnchor: "start", dx: 8, fill: colour,
        text: (row: Difference) => (figure.hints["signed"] === "no" ? readable : signed)(row.value, spread),
        fontVariant: "tabular-nums",
      }),
      Plot.tip(rows, Plot.pointerY({
        y: "label", x: "value",
        title: (row: Difference) => tipText(row, spread),
      })),
    ],
  });
}
