// Units as a room reads them: shares as per cent, their differences as percentage points.
import type { Outcome } from "./catalogue.ts";

export interface Shown {
  /** Times the number of the tables. */
  readonly factor: number;
  readonly unit: string;
  readonly ofDifferences: string;
}

const kWords: Readonly<Record<string, string>> = {
  "SD/year": "SD a year",
  "state SD": "state SD",
  "USD/student": "USD a student",
  "0/1": "% of lives",
  "1": "",
};

export function shownAs(outcome: Outcome): Shown {
  if (outcome.unit === "share") return { factor: 100, unit: "%", ofDifferences: "percentage points" };
  if (outcome.unit === "%") return { factor: 1, unit: "%", ofDifferences: "percentage points" };
  if (outcome.unit === "0/1") return { factor: 100, unit: "% of lives", ofDifferences: "percentage points" };
  const unit = kWords[outcome.unit] ?? outcome.unit;
  return { factor: 1, unit, ofDifferences: unit };
}

/** Decimals with which half an interval has a digit that counts, two where the first would be a 1 or a 2. */
export function decimalsOf(low: number, high: number, value: number): number {
  const half = high > low ? (high - low) / 2 : Math.abs(value) / 10;
  if (!(half > 0)) return 0;
  return Math.min(5, Math.max(0, -Math.floor(Math.log10(half / 3))));
}

export function fixed(value: number, decimals: number): string {
  return Math.abs(value).toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/** With its sign; 0 has none. */
export function withSign(value: number, decimals: number): string {
  const text = fixed(value, decimals);
  if (Number(text.replaceAll(",", "")) === 0) return text;
  return value < 0 ? `\u2212${text}` : `+${text}`;
}

export function plain(value: number, decimals: number): string {
  const text = fixed(value, decimals);
  return value < 0 && Number(text.replaceAll(",", "")) !== 0 ? `\u2212${text}` : text;
}
