// Values of levers as people write and read them: shares as per cent.
import type { Lever } from "./catalogue.ts";
import type { Value } from "./state.ts";

const kRound = 12;

/** Shares of a whole, also those that may be more than it; where -1 says "drawn" the number stays as it is. */
function isShare(lever: Lever): boolean {
  return lever.kind === "share" || (lever.kind === "number" && lever.unit.startsWith("share") && (lever.low ?? 0) > -1);
}

export function unitOf(lever: Lever): string {
  if (isShare(lever)) return lever.kind === "share" ? "%" : lever.unit.replace("share", "%").replace("/", " a ");
  return lever.unit === "1" ? "" : lever.unit.replace("USD/student", "USD a student").replace("/", " a ");
}

/** As it stands in a field. */
export function fieldText(lever: Lever, value: Value): string {
  if (typeof value !== "number") return String(value).replaceAll("_", " ");
  return String(Number((isShare(lever) ? value * 100 : value).toPrecision(kRound)));
}

/** With its unit, as it stands in a sentence. */
export function valueText(lever: Lever, value: Value): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return value === "" ? "none" : value.replaceAll("_", " ");
  const number = Number(fieldText(lever, value)).toLocaleString("en-US", { maximumFractionDigits: 4 });
  return `${number} ${unitOf(lever)}`.trim();
}

/** What is allowed, in the unit in which the lever is moved; `told` is the program's. */
export function allowedText(lever: Lever, told: string): string {
  if (!isShare(lever) || lever.low === undefined || lever.high === undefined || !/^-?[\d.]+ to /.test(told)) return told;
  return `${fieldText(lever, lever.low)} to ${valueText(lever, lever.high)}`;
}

/** What somebody wrote into a field; null where it is no number. Whether it is allowed is not asked here. */
export function written(lever: Lever, text: string): number | null {
  const cleaned = text.trim().replace(/%$/, "").replaceAll(/[ ,\u2009]/g, "").replace("\u2212", "-");
  if (cleaned === "" || !Number.isFinite(Number(cleaned))) return null;
  const value = Number(cleaned);
  return isShare(lever) ? Number((value / 100).toPrecision(kRound)) : value;
}

/** Steps of a slider: whole ones, or about a hundred over the range. */
export function stepOf(lever: Lever): number {
  if (lever.kind === "whole") return 1;
  const range = (lever.high ?? 1) - (lever.low ?? 0);
  const power = 10 ** Math.floor(Math.log10(range / 100));
  return [1, 2, 5, 10].map((times) => Number((times * power).toPrecision(3))).find((step) => range / step <= 101) ?? power;
}
