// What a lever stands at under a policy: where the room put it, where a recommendation or another
// model's rights put it, or where today's law has it.
import type { Check, Move } from "./answers.ts";
import { isRight, keyOf, lawOf, type City, type Lever } from "./catalogue.ts";
import { valueText } from "./lever_words.ts";
import type { Side, State, Value } from "./state.ts";

export interface Stands {
  /** Undefined where schools of several models differ. */
  readonly value: Value | undefined;
  /** The middle of what differs, for a slider to stand at. */
  readonly about?: number;
  /** How far they differ, in words; else empty. */
  readonly mixed: string;
  readonly by: "law" | "policy" | "lever";
  /** Another value in a later year. */
  readonly dated: boolean;
}

export function standsAt(lever: Lever, rights: string, side: Side, state: State, check: Check | null, city: City): Stands {
  if (!isRight(lever)) return standsFor(lever.key, lever, "", side, state, check, city);
  if (rights !== "") return standsFor(keyOf(lever, rights), lever, rights, side, state, check, city);
  const each = city.autonomous.map((model) => standsFor(keyOf(lever, model), lever, model, side, state, check, city));
  return together(lever, each.filter((one) => one.value !== undefined));
}

function together(lever: Lever, each: readonly Stands[]): Stands {
  const first = each[0] ?? { value: undefined, mixed: "", by: "law", dated: false };
  const by = each.some((one) => one.by === "lever") ? "lever" : each.some((one) => one.by === "policy") ? "policy" : "law";
  const dated = each.some((one) => one.dated);
  if (each.every((one) => one.value === first.value)) return { ...first, by, dated };
  const numbers = each.map((one) => one.value).filter((value) => typeof value === "number");
  const mixed = rangeText(lever, each.map((one) => one.value ?? ""));
  const about = numbers.length ? { about: (Math.min(...numbers) + Math.max(...numbers)) / 2 } : {};
  return { value: undefined, mixed, by, dated, ...about };
}

/** One value, or how far they differ between school models. */
function rangeText(lever: Lever, values: readonly Value[]): string {
  const [first, ...others] = values;
  if (first === undefined) return "";
  if (others.every((value) => value === first)) return valueText(lever, first);
  const numbers = values.filter((value) => typeof value === "number");
  if (numbers.length < values.length) return "not the same in all school models";
  return `${valueText(lever, Math.min(...numbers)).replace(/ .*/, "")} to ${valueText(lever, Math.max(...numbers))}, by school model`;
}

/** Today's law in words, of one school model or of all that have freedom. */
export function todayText(lever: Lever, rights: string, city: City): string {
  const models = !isRight(lever) ? [""] : rights === "" ? city.autonomous : [rights];
  const laws = models.map((model) => lawOf(lever, city.key, model)).filter((law) => law !== undefined);
  if (laws.length === 0) return "";
  const later = laws.some((law) => law.changes) ? ", other in later years" : "";
  return `today ${rangeText(lever, laws.map((law) => law.value))}${later}`;
}

function standsFor(key: string, lever: Lever, model: string, side: Side, state: State, check: Check | null, city: City): Stands {
  const put = state[side].levers[key] ?? putForAll(key, model, state[side].levers, city);
  if (put !== undefined) return { value: put, mixed: "", by: "lever", dated: false };
  const move = check?.moves[side].find((one) => one.key === key);
  if (move) return ofMove(move);
  const law = lawOf(lever, city.key, model);
  return { value: law?.value, mixed: "", by: "law", dated: law?.changes ?? false };
}

function putForAll(key: string, model: string, levers: State["a"]["levers"], city: City): Value | undefined {
  if (model === "" || !city.autonomous.includes(model)) return undefined;
  return levers[key.replace(`models.${model}.`, "autonomous.")];
}

function ofMove(move: Move): Stands {
  const value = tomlValue(move.after);
  return value === undefined
    ? { value: undefined, mixed: move.after, by: "policy", dated: true }
    : { value, mixed: "", by: "policy", dated: false };
}

/** A plain value of TOML; undefined where it is a series of years. */
export function tomlValue(text: string): Value | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" ? undefined : (value as Value);
  } catch {
    return undefined;
  }
}
