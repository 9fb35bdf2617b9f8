// Small multiples: a panel for each series, all on one scale, with the others in grey behind it. No
// legend is needed and no two labels can meet.
import * as Plot from "@observablehq/plot";

import { colourOfModel, faint, ink, quiet } from "./colours.ts";
import { distinct, rowsOf, type FigureData, type Row } from "./figure_data.ts";
import { decimalsFor, extent, padded, readable, short } from "./numbers.ts";
import { panelGrid } from "./panel_grid.ts";

interface Point {
  readonly series: string;
  readonly line: string;
  readonly x: number;
  readonly y: number;
  readonly low: number;
  readonly high: number;
}

const kHeight = 150;
const kNarrowest = 160;
// Of a bold figure at 11 px, and what stands between a line's end and its label.
const kFigure = 6.9;
const kBeside = 6;

/** `placeOf` tells which colour a series has. */
export function drawPanels(
  figure: FigureData,
  width: number,
  placeOf: (series: string) => number,
): HTMLElement {
  const points = rowsOf(figure).map(pointOf);
  const named = distinct(points.map((point) => point.series));
  const drawn = named.filter((series) =>
    points.some((point) => point.series === series && Number.isFinite(point.y)));
  const grid = panelGrid(Math.min(width, drawn.length * 420), drawn.length, kNarrowest, 4);
  for (const series of drawn) {
    const colour = colourOfModel(placeOf(series));
    const own = points.filter((point) => point.series === series);
    grid.add(series, chart(figure, points, own, grid.each, colour), colour);
  }
  return grid.whole;
}

function pointOf(row: Row): Point {
  return {
    series: row.text("series"),
    line: row.text("line"),
    x: row.number("x"),
    y: row.number("y"),
    low: row.number("low"),
    high: row.number("high"),
  };
}

function extentOf(points: readonly Point[]): [number, number] {
  return extent(points.flatMap((point) => [point.y, point.low, point.high]));
}

function chart(
  figure: FigureData,
  points: readonly Point[],
  own: readonly Point[],
  width: number,
  colour: string,
): Element {
  const spread = extentOf(points);
  const lines = distinct(own.map((point) => point.line));
  // The line that came last is what the figure is about.
  const main = lines[lines.length - 1] ?? "";
  const ownScale = figure.hints["x"] === "own";
  const curve = figure.hints["curve"] === "step" ? "step-after" : "linear";
  const others = ownScale ? [] : points.filter((point) => point.line === main && !own.includes(point));
  const mains = own.filter((point) => point.line === main);
  const besides = own.filter((point) => point.line !== main);
  const tip = (point: Point): string =>
    `${point.x}: ${readable(point.y, spread[1] - spread[0])}` +
    (Number.isFinite(point.low) ? ` (${readable(point.low, spread[1] - spread[0])} to ${readable(point.high, spread[1] - spread[0])})` : "") +
    (point.line ? `\n${point.line}` : "");
  const within = spread[0] < 0 && spread[1] > 0;
  return Plot.plot({
    width,
    height: kHeight,
    marginLeft: 44 + 6 * Math.max(0, decimalsFor(spread[1] - spread[0]) - 3),
    marginRight: roomForEnds(spread),
    marginTop: 10,
    marginBottom: 22,
    style: { fontFamily: "inherit", fontSize: "11px", color: ink, overflow: "visible" },
    x: { domain: extent((ownScale ? own : points).map((point) => point.x)), ticks: ticksOf(own, points, ownScale), tickFormat: (x: number) => (ownScale ? short(x) : String(x)), tickSize: 3, label: null },
    y: { domain: domainOf(figure, spread), ticks: 4, tickSize: 0, tickFormat: short, label: null, grid: true, nice: false },
    marks: [
      ...(within ? [Plot.ruleY([0], { stroke: quiet, strokeWidth: 0.8 })] : []),
      Plot.lineY(others, { x: "x", y: "y", z: "series", stroke: faint, strokeWidth: 1, curve }),
      Plot.areaY(mains.filter(hasBand), { x: "x", y1: "low", y2: "high", fill: colour, fillOpacity: 0.2, curve }),
      Plot.lineY(besides, { x: "x", y: "y", z: "line", stroke: colour, strokeWidth: 1.2, strokeDasharray: "4 3", curve }),
      Plot.lineY(mains, { x: "x", y: "y", stroke: colour, strokeWidth: 2, curve }),
      Plot.text(mains.filter(isLastOf(mains)), {
        x: "x", y: "y", text: (point: Point) => readable(point.y, spread[1] - spread[0]),
        textAnchor: "start", dx: 4, fill: ink, fontWeight: 600, stroke: "white", strokeWidth: 3,
      }),
      Plot.tip(own, Plot.pointerX({ x: "x", y: "y", title: tip })),
    ],
  });
}

/** Labels at the ends of lines are as long as the longest number may be; paper cuts what stands beyond. */
function roomForEnds([low, high]: [number, number]): number {
  const longest = Math.max(...[low, high].map((value) => readable(value, high - low).length));
  return Math.max(44, Math.ceil(longest * kFigure + kBeside));
}

function domainOf(figure: FigureData, spread: [number, number]): [number, number] {
  const [low, high] = padded(spread);
  return figure.hints["from"] === "zero" ? [0, Math.max(high, 0)] : [low, high];
}

/** The ends and the middle of years; every level of a factor that has few. */
function ticksOf(own: readonly Point[], points: readonly Point[], ownScale: boolean): number[] {
  const all = (ownScale ? own : points).map((point) => point.x);
  const known = [...new Set(all)].sort((one, other) => one - other);
  if (known.length <= (ownScale ? 4 : 3)) return known;
  const [first, last] = extent(known);
  const middle = (first + last) / 2;
  return ownScale || Number.isInteger(middle) || last - first > 6
    ? [first, ownScale ? middle : Math.round(middle), last] : [first, last];
}

function hasBand(point: Point): boolean {
  return Number.isFinite(point.low) && Number.isFinite(point.high);
}

function isLastOf(points: readonly Point[]): (point: Point) => boolean {
  const known = points.filter((point) => Number.isFinite(point.y));
  const last = known[known.length - 1];
  return (point) => point === last;
}
