// A state out of a text that anybody may have written: types are looked at here, what they mean is
// the program's to judge (/api/check).
import { currentLaw, type Policy, type State, type Value } from "./state.ts";

type Loose = Readonly<Record<string, unknown>>;

/** Null where the text is no state. */
export function readState(text: string): State | null {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isLoose(read) || typeof read["city"] !== "string" || isDamaged(read)) return null;
  return {
    v: 1,
    city: read["city"],
    ...wholeNumber(read, "years"),
    ...wholeNumber(read, "seed"),
    ...wholeNumber(read, "replicates"),
    a: policyIn(read["a"]),
    b: policyIn(read["b"]),
    locks: wordsIn(read["locks"]),
  };
}

/** Half a state would be shown as if it were what somebody had sent. */
function isDamaged(read: Loose): boolean {
  const other = (key: string, is: (value: unknown) => boolean): boolean => read[key] !== undefined && !is(read[key]);
  return other("v", (value) => value === 1) || other("a", isLoose) || other("b", isLoose) ||
    ["years", "seed", "replicates"].some((key) => other(key, Number.isInteger));
}

function isLoose(read: unknown): read is Loose {
  return typeof read === "object" && read !== null && !Array.isArray(read);
}

function wholeNumber(read: Loose, key: "years" | "seed" | "replicates"): Partial<State> {
  const value = read[key];
  return typeof value === "number" && Number.isInteger(value) ? { [key]: value } : {};
}

function wordsIn(read: unknown): string[] {
  return Array.isArray(read) ? read.filter((one) => typeof one === "string") : [];
}

function isValue(value: unknown): value is Value {
  return typeof value === "number" || typeof value === "boolean" || typeof value === "string";
}

function policyIn(read: unknown): Policy {
  if (!isLoose(read)) return currentLaw;
  return {
    presets: wordsIn(read["presets"]),
    models: entriesOf(read["models"], (value) => typeof value === "string"),
    levers: entriesOf(read["levers"], isValue),
  };
}

function entriesOf<T>(read: unknown, is: (value: unknown) => value is T): Record<string, T>;
function entriesOf(read: unknown, is: (value: unknown) => boolean): Record<string, string>;
function entriesOf(read: unknown, is: (value: unknown) => boolean): Record<string, unknown> {
  if (!isLoose(read)) return {};
  return Object.fromEntries(Object.entries(read).filter(([, value]) => is(value)));
}
