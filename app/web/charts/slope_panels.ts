// Before and after in several panels with one scale, a line for each series: who rose, who fell, under what.
import * as Plot from "@observablehq/plot";

import { colourOfModel, ink, quiet } from "./colours.ts";
import { distinct, rowsOf, type FigureData } from "./figure_data.ts";
import { extent, padded, readable } from "./numbers.ts";

interface Slope {
  readonly panel: string;
  readonly label: string;
  readonly before: number;
  readonly after: number;
}

const kHeight = 262;

export function drawSlopePanels(figure: FigureData, width: number, placeOf: (series: string) => number): HTMLElement {
  const slopes = rowsOf(figure).map((row): Slope => ({
    panel: row.text("panel"), label: row.text("label"), before: row.number("before"), after: row.number("after"),
  })).filter((slope) => Number.isFinite(slope.before) && Number.isFinite(slope.after));
  const domain = padded(extent(slopes.flatMap((slope) => [slope.before, slope.after])), 0.06);
  const panels = distinct(slopes.map((slope) => slope.panel));
  const columns = Math.max(1, Math.min(panels.length, Math.floor(width / 300)));
  const grid = document.createElement("div");
  grid.className = "panels";
  grid.style.gridTemplateColumns = `repeat(${columns}, minmax(0, 1fr))`;
  const each = Math.floor((width - (columns - 1) * 24) / columns);
  for (const panel of panels) {
    const whole = document.createElement("div");
    whole.className = "panel";
    const name = document.createElement("p");
    name.className = "panel-name";
    name.textContent = panel;
    whole.append(name, chart(figure, slopes.filter((slope) => slope.panel === panel), domain, each, placeOf));
    grid.append(whole);
  }
  return grid;
}

function chart(
  figure: FigureData,
  slopes: readonly Slope[],
  domain: [number, number],
  width: number,
  placeOf: (series: string) => number,
): Element {
  const from = figure.hints["before"] ?? "before";
  const to = figure.hints["after"] ?? "after";
  const spread = domain[1] - domain[0];
  const longest = Math.max(...slopes.map((slope) => slope.label.length));
  const colour = (slope: Slope): string => colourOfModel(placeOf(slope.label));
  const right = apart(slopes, (slope) => slope.after, domain);
  const left = apart(slopes, (slope) => slope.before, domain);
  return Plot.plot({
    width,
    height: kHeight,
    marginLeft: 52,
    marginRight: Math.min(24 + (longest + 8) * 6, width * 0.56),
    marginTop: 26,
    marginBottom: 10,
    style: { fontFamily: "inherit", fontSize: "11.5px", color: ink, overflow: "visible" },
    x: { type: "point", domain: [from, to], axis: "top", label: null, tickSize: 0, padding: 0 },
    y: { domain, axis: null },
    marks: [
      Plot.ruleX([from, to], { stroke: quiet, strokeWidth: 0.6 }),
      Plot.link(slopes, { x1: () => from, x2: () => to, y1: "before", y2: "after", stroke: colour, strokeWidth: 2 }),
      Plot.dot(slopes, { x: () => from, y: "before", r: 3, fill: colour }),
      Plot.dot(slopes, { x: () => to, y: "after", r: 3, fill: colour }),
      Plot.text(slopes, { x: () => from, y: (slope: Slope) => left.get(slope) ?? slope.before, text: (slope: Slope) => readable(slope.before, spread), textAnchor: "end", dx: -8, fill: colour }),
      Plot.text(slopes, { x: () => to, y: (slope: Slope) => right.get(slope) ?? slope.after, text: (slope: Slope) => `${readable(slope.after, spread)}  ${slope.label}`, textAnchor: "start", dx: 8, fill: colour }),
    ],
  });
}

/** Heights of labels in order of what they tell, a line apart and within the picture. */
function apart(slopes: readonly Slope[], of: (slope: Slope) => number, [low, high]: [number, number]): Map<Slope, number> {
  const line = ((high - low) / (kHeight - 36)) * 14;
  const ordered = [...slopes].sort((one, other) => of(one) - of(other));
  const at = ordered.map(of);
  for (let i = 1; i < at.length; i += 1) at[i] = Math.max(at[i] ?? 0, (at[i - 1] ?? 0) + line);
  let most = high;
  for (let i = at.length - 1; i >= 0; i -= 1) {
    at[i] = Math.min(at[i] ?? 0, most);
    most = (at[i] ?? 0) - line;
  }
  return new Map(ordered.map((slope, i) => [slope, at[i] ?? of(slope)]));
}
