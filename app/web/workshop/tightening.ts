// How the interval of the headline became narrower: a line for 1, 8, 32, 128 pairs of lives.
import * as Plot from "@observablehq/plot";

import { ink, quiet } from "../charts/colours.ts";
import { extent, padded, short } from "../charts/numbers.ts";
import { roundTicks } from "../charts/ticks.ts";

export interface Rung {
  readonly n: number;
  readonly d: number;
  readonly low: number;
  readonly high: number;
}

const kLine = 19;

/** `stages`: all that will come, so that nothing jumps; `colour`: of what has come last. */
export function drawTightening(rungs: readonly Rung[], stages: readonly number[], axis: string, colour: string, width: number): Element {
  const known = rungs.filter((rung) => Number.isFinite(rung.d));
  // A single point says nothing of how far chance reaches: it stands in the middle of twice its size.
  const reach = known.length === 1 ? [-2 * (known[0]?.d ?? 0), 2 * (known[0]?.d ?? 0)] : [];
  const domain = padded(extent([0, ...reach, ...known.flatMap((rung) => [rung.d, rung.low, rung.high])]), 0.06);
  const last = known[known.length - 1];
  const stroke = (rung: Rung): string => (rung === last ? colour : "#9a9a9a");
  return Plot.plot({
    width,
    height: stages.length * kLine + 42,
    marginLeft: 62,
    marginRight: 10,
    marginTop: 4,
    marginBottom: 34,
    style: { fontFamily: "inherit", fontSize: "11.5px", color: ink, overflow: "visible" },
    x: { domain, ticks: roundTicks(domain, width - 72, short), tickSize: 3, tickFormat: short, label: axis, labelAnchor: "center", labelArrow: "none", labelOffset: 30 },
    y: { type: "band", domain: stages.map(String), label: null, tickSize: 0, tickFormat: (n: string) => (n === "1" ? "1 pair" : `${n} pairs`) },
    marks: [
      Plot.ruleX([0], { stroke: quiet, strokeWidth: 1 }),
      Plot.ruleY(known.filter((rung) => Number.isFinite(rung.low)), { y: (rung: Rung) => String(rung.n), x1: "low", x2: "high", stroke, strokeWidth: 4 }),
      Plot.dot(known, { y: (rung: Rung) => String(rung.n), x: "d", r: 4.5, fill: stroke, stroke: "white", strokeWidth: 1 }),
    ],
  });
}
