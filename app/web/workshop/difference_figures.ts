// B less A: by school model in one year, and over the years for those who are looked at.
import { askedIn, yearAt, yearsOf } from "./asked.ts";
import { capital, figure, modelsIn, nameOf, type Figure } from "./figure.ts";
import { differenceIn, number, seriesOf } from "./results.ts";
import type { Room } from "./room.ts";
import { shownAs } from "./units.ts";

export function byModel(room: Room): Figure {
  const { outcome, year } = askedIn(room);
  const { factor, ofDifferences } = shownAs(outcome);
  const rows = modelsIn(room).map((model) => {
    const of = differenceIn(room.results.latest, outcome.key, model, yearAt(room));
    return [nameOf(room, model), of.d * factor, of.low * factor, of.high * factor, of.n];
  }).filter((row) => Number.isFinite(row[1]));
  return figure("difference_by_model", "intervals", `${outcome.name}: B less A by school model, ${year}`,
    "Lines: 95 % intervals. Hollow: chance may do as much.",
    `B less A, ${ofDifferences}`,
    [["label", "school model"], ["value", "difference"], ["low", "low"], ["high", "high"], ["pairs", "pairs"]], rows, { better: outcome.better || "neither", intervals: "to come" });
}

export function overYears(room: Room): Figure {
  const { outcome, model } = askedIn(room);
  const { factor, ofDifferences } = shownAs(outcome);
  const series = seriesOf(room.results.latest, outcome.key, model);
  const name = nameOf(room, model);
  const rows = yearsOf(room).map((year, at) =>
    [name, "B less A", year, number(series?.d, at) * factor, number(series?.low, at) * factor, number(series?.high, at) * factor]);
  return figure("difference_over_years", "panels", `${outcome.name}: B less A, year by year`,
    `${capital(ofDifferences)}${ofDifferences ? ". " : ""}Band: 95 % interval.`, ofDifferences,
    [["series", "school model"], ["line", "line"], ["x", "year"], ["y", "difference"], ["low", "low"], ["high", "high"]], rows);
}
