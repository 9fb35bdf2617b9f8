// Before and after: a line from one level to the other, in two columns.
import * as Plot from "@observablehq/plot";

import { colourOfModel, ink, quiet } from "./colours.ts";
import { rowsOf, type FigureData, type Row } from "./figure_data.ts";
import { extent, padded, readable } from "./numbers.ts";

interface Slope {
  readonly label: string;
  readonly before: number;
  readonly after: number;
}

export function drawSlope(
  figure: FigureData,
  width: number,
  placeOf: (series: string) => number,
): Element {
  const slopes = rowsOf(figure).map(slopeOf)
    .filter((slope) => Number.isFinite(slope.before) && Number.isFinite(slope.after));
  const height = Math.max(260, slopes.length * 34);
  const domain = padded(extent(slopes.flatMap((slope) => [slope.before, slope.after])), 0.06);
  const from = figure.hints["before"] ?? "before";
  const to = figure.hints["after"] ?? "after";
  const colour = (slope: Slope): string => colourOfModel(placeOf(slope.label));
  const spread = domain[1] - domain[0];
  const left = apart(slopes, (slope) => slope.before, domain, height);
  const right = apart(slopes, (slope) => slope.after, domain, height);
  const used = Math.min(width, 760);
  return Plot.plot({
    width: used,
    height,
    marginLeft: used * 0.16,
    marginRight: used * 0.34,
    marginTop: 30,
    marginBottom: 12,
    style: { fontFamily: "inherit", fontSize: "12px", color: ink, overflow: "visible" },
    x: { type: "point", domain: [from, to], axis: "top", label: null, tickSize: 0, padding: 0 },
    y: { domain, axis: null },
    marks: [
      Plot.ruleX([from, to], { stroke: quiet, strokeWidth: 0.6 }),
      Plot.link(slopes, { x1: () => from, x2: () => to, y1: "before", y2: "after", stroke: colour, strokeWidth: 2 }),
      Plot.dot(slopes, { x: () => from, y: "before", r: 3.5, fill: colour }),
      Plot.dot(slopes, { x: () => to, y: "after", r: 3.5, fill: colour }),
      Plot.text(slopes, { x: () => from, y: (slope: Slope) => left.get(slope) ?? slope.before, text: (slope: Slope) => readable(slope.before, spread), textAnchor: "end", dx: -9, fill: colour }),
      Plot.text(slopes, { x: () => to, y: (slope: Slope) => right.get(slope) ?? slope.after, text: (slope: Slope) => `${readable(slope.after, spread)}  ${slope.label}`, textAnchor: "start", dx: 9, fill: colour }),
    ],
  });
}

function slopeOf(row: Row): Slope {
  return { label: row.text("label"), before: row.number("before"), after: row.number("after") };
}

/** Heights of labels that keep a line's distance from each other, in order of what they tell. */
function apart(
  slopes: readonly Slope[],
  of: (slope: Slope) => number,
  [low, high]: [number, number],
  height: number,
): Map<Slope, number> {
  const line = ((high - low) / (height - 42)) * 15;
  const ordered = [...slopes].sort((one, other) => of(one) - of(other));
  const at = ordered.map(of);
  for (let round = 0; round < 200; round += 1) {
    let moved = false;
    for (let i = 1; i < at.length; i += 1) {
      const gap = (at[i] ?? 0) - (at[i - 1] ?? 0);
      if (gap >= line * 0.999) continue;
      const push = (line - gap) / 2;
      at[i - 1] = (at[i - 1] ?? 0) - push;
      at[i] = (at[i] ?? 0) + push;
      moved = true;
    }
    if (!moved) break;
  }
  return new Map(ordered.map((slope, i) => [slope, at[i] ?? of(slope)]));
}
