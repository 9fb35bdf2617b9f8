// The figure of a kind.
import { drawCounts } from "./counts.ts";
import type { FigureData } from "./figure_data.ts";
import { drawIntervals } from "./intervals.ts";
import { drawPanels } from "./panels.ts";
import { drawMap } from "./school_map.ts";
import { drawSlope } from "./slope.ts";
import { drawSplit } from "./split.ts";
import { drawWaterfall } from "./waterfall.ts";

/** Null where there is no such kind: the table beside it stays. */
export function draw(
  figure: FigureData,
  width: number,
  placeOf: (series: string) => number,
): Element | null {
  switch (figure.kind) {
    case "panels": return drawPanels(figure, width, placeOf);
    case "intervals": return drawIntervals(figure, width);
    case "slope": return drawSlope(figure, width, placeOf);
    case "waterfall": return drawWaterfall(figure, width);
    case "map": return drawMap(figure, width, placeOf);
    case "split": return drawSplit(figure, width);
    case "counts": return drawCounts(figure, width);
    default: return null;
  }
}
