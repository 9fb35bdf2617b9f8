// All numbers of a stage as a table, the rows and the digits of `homeroom compare`'s differences.csv.
import type { Differences, Series } from "./answers.ts";

const kColumns = "base,alternative,year,model,measure,base_mean,alternative_mean,difference,low,high,replicates";

/** `base` and `alternative` are the names of the downloaded scenarios. */
export function differencesText(of: Differences, years: readonly number[], base: string, alternative: string): string {
  const lines: string[] = [];
  for (const series of of.series) {
    years.forEach((year, at) => {
      const row = rowOf(series, at, of.n);
      if (row) lines.push([base, alternative, year, series.m, series.o, ...row].join(","));
    });
  }
  return [kColumns, ...lines, ""].join("\n");
}

/** Null where neither policy has a number. */
function rowOf(series: Series, at: number, n: number): string[] | null {
  const cells = [series.a, series.b, series.d, series.low, series.high].map((list) => list[at] ?? null);
  if (cells.every((cell) => cell === null)) return null;
  return [...cells.map((cell) => (cell === null ? "" : digits(cell))), String(series.pairs?.[at] ?? n)];
}

/** The shortest decimals that are the number, never with an exponent. */
export function digits(value: number): string {
  const text = Object.is(value, -0) ? "-0" : String(value);
  const parts = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!parts) return text;
  const [, sign = "", whole = "", fraction = "", power = "0"] = parts;
  const point = whole.length + Number(power);
  const all = whole + fraction;
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${all}`;
  return sign + (point >= all.length ? all.padEnd(point, "0") : `${all.slice(0, point)}.${all.slice(point)}`);
}
