// The difference as a sentence that can be read aloud.
import { labelOf, type City, type Outcome } from "./catalogue.ts";
import { passedText } from "./passed.ts";
import { told, type Difference } from "./results.ts";
import { decimalsOf, plain, shownAs, withSign } from "./units.ts";

export interface Headline {
  /** "+0.012 SD a year", or what stands in its place. */
  readonly figure: string;
  readonly sentence: string;
  readonly interval: string;
  /** Where A and B stand. */
  readonly levels: string;
  /** The size in children, where a direction is claimed. */
  readonly plain: string;
  readonly tone: "better" | "worse" | "open" | "same" | "other";
}

export interface Asked {
  readonly outcome: Outcome;
  readonly city: City;
  readonly model: string;
  readonly year: number;
  /** The two policies are one. */
  readonly same: boolean;
}

export function headlineOf(asked: Asked, of: Difference): Headline {
  if (asked.same) {
    return {
      figure: "A and B are the same",
      sentence: "Move a lever of policy B, or choose a recommendation.",
      interval: "",
      levels: Number.isFinite(of.a) ? `${subject(asked.outcome)} ${placed(asked)} in ${asked.year}: ${levelText(asked.outcome, of.a)}` : "",
      plain: "",
      tone: "same",
    };
  }
  if (!Number.isFinite(of.d)) return nothing(asked, of);
  return {
    figure: figureText(asked, of),
    sentence: sentence(asked, of),
    interval: intervalText(asked, of),
    levels: levelsText(asked, of),
    plain: told(of) ? passedText(asked.outcome, of.d) : "",
    tone: toneOf(asked.outcome, of),
  };
}

function nothing(asked: Asked, of: Difference): Headline {
  const here = [Number.isFinite(of.a) ? "A" : "", Number.isFinite(of.b) ? "B" : ""].filter(Boolean);
  const who = here.length === 1 ? `Only policy ${here[0]} has a number here` : "There is no number here";
  return { figure: "Nothing to compare", sentence: `${who}: ${called(asked.outcome)}, ${labelOf(asked.city, asked.model)}, ${asked.year}.`, interval: "", levels: "", plain: "", tone: "open" };
}

function figureText({ outcome }: Asked, of: Difference): string {
  const { factor, ofDifferences } = shownAs(outcome);
  return `${withSign(of.d * factor, decimals(outcome, of))} ${ofDifferences}`.trim();
}

function decimals(outcome: Outcome, of: Difference): number {
  const { factor } = shownAs(outcome);
  return decimalsOf(of.low * factor, of.high * factor, of.d * factor);
}

function toneOf(outcome: Outcome, of: Difference): Headline["tone"] {
  if (of.low === 0 && of.high === 0) return "same";
  if (!told(of)) return "open";
  if (outcome.better === "") return "other";
  return (of.d > 0) === (outcome.better === "higher") ? "better" : "worse";
}

/** Where chance could have made the difference alone, no direction is claimed. */
function sentence(asked: Asked, of: Difference): string {
  const where = `${placed(asked)} in ${asked.year}`;
  if (of.d === 0 && of.low === of.high) return `${subject(asked.outcome)} ${where}: the same under both policies.`;
  if (of.n < 2 || !Number.isFinite(of.low)) return `${subject(asked.outcome)} ${where}: chance may do as much.`;
  if (!told(of)) return `${subject(asked.outcome)} ${where}: no difference can be told from chance.`;
  return growth(asked, of) ?? `${subject(asked.outcome)} ${where}: ${of.d > 0 ? "higher" : "lower"} under B.`;
}

/** What a year adds has a sentence of its own. */
function growth({ outcome, model, city, year }: Asked, of: Difference): string | null {
  const subjectName = /^latent_growth_(math|ela)$/.exec(outcome.key)?.[1];
  if (!subjectName) return null;
  const who = model === "" ? "Children of the whole city" : `Children in ${labelOf(city, model)} schools`;
  const what = subjectName === "math" ? "mathematics" : "ELA";
  return `${who} learn ${of.d > 0 ? "more" : "less"} ${what} in a year under B (${year}).`;
}

function subject(outcome: Outcome): string {
  return outcome.name.charAt(0).toUpperCase() + outcome.name.slice(1);
}

function called(outcome: Outcome): string {
  return outcome.name.charAt(0).toLowerCase() + outcome.name.slice(1);
}

function placed({ city, model }: Asked): string {
  return model === "" ? "in the whole city" : `in ${labelOf(city, model)} schools`;
}

function intervalText({ outcome }: Asked, of: Difference): string {
  const { factor } = shownAs(outcome);
  const digits = decimals(outcome, of);
  if (!Number.isFinite(of.low)) return "One pair of lives; the interval comes with the next.";
  const bound = (value: number): string => boundText(value * factor, digits);
  return `95 % interval ${bound(of.low)} to ${bound(of.high)}, ${of.n} pairs of lives`;
}

/** A bound that is not 0 does not read as 0: on which side it lies is what counts. */
function boundText(value: number, digits: number): string {
  if (value === 0 || Math.abs(value) >= 0.5 * 10 ** -digits) return withSign(value, digits);
  return value < 0 ? "just below 0" : "just above 0";
}

function levelsText({ outcome }: Asked, of: Difference): string {
  return `A: ${levelText(outcome, of.a)}, B: ${levelText(outcome, of.b)}`;
}

export function levelText(outcome: Outcome, value: number): string {
  if (!Number.isFinite(value)) return "no number";
  const { factor, unit } = shownAs(outcome);
  const size = Math.abs(value * factor);
  const digits = size >= 1000 ? 0 : size >= 10 ? 1 : 3;
  return `${plain(value * factor, digits)} ${unit}`.trim();
}

/** For whoever listens. */
export function spoken(headline: Headline): string {
  return `${headline.figure}. ${headline.sentence} ${headline.plain} ${headline.interval}. ${headline.levels}`.replaceAll("\u2212", "minus ");
}
