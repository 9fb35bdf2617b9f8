// Both policies over the years, by school model, and from the first year to the last.
import { askedIn, yearsOf } from "./asked.ts";
import type { Outcome } from "./catalogue.ts";
import { kToday } from "./described.ts";
import { capital, figure, modelsIn, nameOf, type Figure } from "./figure.ts";
import { number, seriesOf } from "./results.ts";
import type { Room } from "./room.ts";
import { isCurrentLaw } from "./state.ts";
import { shownAs } from "./units.ts";

const kColumns = [["series", "school model"], ["line", "policy"], ["x", "year"], ["y", "mean"], ["low", "low"], ["high", "high"]] as const;

export function trajectories(room: Room): Figure {
  const { outcome, same } = askedIn(room);
  const { unit } = shownAs(outcome);
  if (same) return overYears(room, outcome, "trajectories", `${outcome.name} under ${isCurrentLaw(room.state.b) ? kToday : "both policies"}, by school model`, unit, {});
  return overYears(room, outcome, "trajectories", `${outcome.name} under policy A (dashed) and policy B (line)`,
    `${unit}. Band: 95 % interval of B less A, around B. A outside the band: the two can be told apart.`, {});
}

export function survival(room: Room): Figure | null {
  const outcome = room.catalogue.outcomes.find((one) => one.key === "school_survival");
  if (!outcome) return null;
  return overYears(room, outcome, "survival", "Schools that are still open under policy A (dashed) and policy B (line)",
    "% of schools that did not close since the first policy year (Kaplan and Meier). Band: 95 % interval of B less A, around B.",
    { curve: "step" });
}

function overYears(room: Room, outcome: Outcome, id: string, title: string, note: string, hints: Record<string, string>): Figure {
  const { factor, unit } = shownAs(outcome);
  const rows = modelsIn(room).flatMap((model) => linesOf(room, outcome.key, model, factor));
  return figure(id, "panels", title, note, unit, kColumns, rows, hints);
}

function linesOf(room: Room, outcome: string, model: string, factor: number): (string | number)[][] {
  const series = seriesOf(room.results.latest, outcome, model);
  if (!series) return [];
  const name = nameOf(room, model);
  const at = (list: readonly (number | null)[], i: number): number => number(list, i) * factor;
  const line = (policy: string, of: (i: number) => readonly [number, number, number]): (string | number)[][] =>
    yearsOf(room).map((year, i) => [name, policy, year, ...of(i)]);
  return [
    ...line("policy A", (i) => [at(series.a, i), Number.NaN, Number.NaN]),
    ...line("policy B", (i) => [at(series.b, i), at(series.a, i) + at(series.low, i), at(series.a, i) + at(series.high, i)]),
  ];
}

/** First and last year under each policy. */
export function beforeAndAfter(room: Room): Figure {
  const { outcome } = askedIn(room);
  const { factor, unit } = shownAs(outcome);
  const years = yearsOf(room);
  const last = years.length - 1;
  const rows = modelsIn(room).flatMap((model) => {
    const series = seriesOf(room.results.latest, outcome.key, model);
    if (!series) return [];
    const one = (policy: string, list: readonly (number | null)[]): (string | number)[] => {
      const from = list.findIndex((value) => value !== null);
      return [policy, nameOf(room, model), years[from] ?? years[0] ?? 0, number(list, from) * factor, number(list, last) * factor];
    };
    return [one("policy A", series.a), one("policy B", series.b)];
  }).filter((row) => Number.isFinite(row[3]) && Number.isFinite(row[4]));
  return figure("before_and_after", "slopes", `${outcome.name}: ${years[0]} and ${years[last]}, under each policy`,
    `${unit ? `${capital(unit)}. ` : ""}Both sides have one scale. A model that comes later begins with its first year.`, unit,
    [["panel", "policy"], ["label", "school model"], ["from", "first year"], ["before", "first"], ["after", "last"]], rows,
    { before: String(years[0]), after: String(years[last]) });
}
