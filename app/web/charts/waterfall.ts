// A difference as the sum of its terms: each begins where the one above it ended.
import * as Plot from "@observablehq/plot";

import { gain, ink, loss, quiet, total } from "./colours.ts";
import { distinct, rowsOf, type FigureData, type Row } from "./figure_data.ts";
import { extent, padded, short, signed } from "./numbers.ts";
import { roundTicks } from "./ticks.ts";
import { panelGrid } from "./panel_grid.ts";

interface Step {
  readonly label: string;
  readonly panel: string;
  readonly value: number;
  readonly isTotal: boolean;
  readonly from: number;
  readonly to: number;
}

const kLine = 20;
const kNarrowest = 330;

export function drawWaterfall(figure: FigureData, width: number): HTMLElement {
  const rows = rowsOf(figure);
  const panels = distinct(rows.map((row) => row.text("panel")));
  const steps = panels.flatMap((panel) => stepsOf(rows.filter((row) => row.text("panel") === panel)));
  const domain = padded(extent([0, ...steps.flatMap((step) => [step.from, step.to])]), 0.1);
  const grid = panelGrid(Math.min(width, panels.length * 720), panels.length, kNarrowest, 3);
  for (const panel of panels) {
    grid.add(panel, chart(figure, steps.filter((step) => step.panel === panel), domain, grid.each));
  }
  return grid.whole;
}

/** The rows of a panel in their order; a total stands on 0 and must be where the terms have come. */
function stepsOf(rows: readonly Row[]): Step[] {
  let reached = 0;
  return rows.map((row) => {
    const value = row.number("value");
    const isTotal = row.text("role") === "total";
    const from = isTotal ? 0 : reached;
    reached = isTotal ? value : reached + value;
    return { label: row.text("label"), panel: row.text("panel"), value, isTotal, from, to: reached };
  });
}

function chart(
  figure: FigureData,
  steps: readonly Step[],
  domain: [number, number],
  width: number,
): Element {
  const spread = domain[1] - domain[0];
  const longest = Math.max(...steps.map((step) => step.label.length));
  const margin = Math.min(Math.floor(width * 0.4), 14 + longest * 6.2);
  const colour = (step: Step): string => (step.isTotal ? total : step.value >= 0 ? gain : loss);
  return Plot.plot({
    width,
    height: steps.length * kLine + 48,
    marginLeft: margin,
    marginRight: 56,
    marginTop: 4,
    marginBottom: 36,
    style: { fontFamily: "inherit", fontSize: "11.5px", color: ink, overflow: "visible" },
    x: { domain, ticks: roundTicks(domain, width - margin - 56, short), tickFormat: short, label: figure.axis, labelAnchor: "center", labelArrow: "none", grid: true, labelOffset: 32 },
    y: { domain: steps.map((step) => step.label), label: null, tickSize: 0, padding: 0.25 },
    marks: [
      Plot.barX(steps, { y: "label", x1: "from", x2: "to", fill: colour }),
      Plot.link(steps.slice(0, -1).map((step, i) => ({ at: step.to, one: step.label, next: steps[i + 1]?.label ?? "" })),
        { x1: "at", x2: "at", y1: "one", y2: "next", stroke: quiet, strokeWidth: 0.7 }),
      Plot.ruleX([0], { stroke: ink, strokeWidth: 1 }),
      Plot.text(steps, {
        y: "label", frameAnchor: "right", textAnchor: "start", dx: 6, fill: colour,
        text: (step: Step) => signed(step.value, spread), fontVariant: "tabular-nums",
        fontWeight: 500,
      }),
    ],
  });
}
