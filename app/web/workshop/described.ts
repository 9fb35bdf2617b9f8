// A policy in a line, for the room, the log and the tables.
import { cityOf, isRight, lawOf, leverOf, modelOf, type Catalogue, type City } from "./catalogue.ts";
import { valueText } from "./lever_words.ts";
import type { Policy, State, Value } from "./state.ts";

export const kToday = "today\u2019s law";

/** One thing that a policy does, and its key in the state. */
export interface Deed {
  readonly part: "presets" | "models" | "levers";
  readonly key: string;
  readonly text: string;
}

export function deedsOf(policy: Policy, catalogue: Catalogue, cityKey: string): Deed[] {
  const city = cityOf(catalogue, cityKey);
  return [
    ...policy.presets.map((key): Deed => ({ part: "presets", key, text: presetText(catalogue, key) })),
    ...Object.entries(policy.models).map(([key, like]): Deed => ({
      part: "models", key,
      text: `${modelText(city, key)}: rights of ${catalogue.models.find((model) => model.key === like)?.label ?? like}`,
    })),
    ...Object.entries(policy.levers).map(([key, value]): Deed => ({ part: "levers", key, text: leverText(catalogue, city, key, value) })),
  ];
}

function presetText(catalogue: Catalogue, key: string): string {
  const title = catalogue.presets.find((preset) => preset.key === key)?.title ?? "";
  return `${key.replaceAll("_", " ")} ${title.replace(/^(Recommendation \d+|\d+\w*): */i, "")}`.trim();
}

function modelText(city: City | undefined, key: string): string {
  return city?.models.find((model) => model.key === key)?.label ?? key;
}

function leverText(catalogue: Catalogue, city: City | undefined, key: string, value: Value): string {
  const lever = leverOf(catalogue, key);
  if (!lever) return `${key} = ${String(value)}`;
  const model = modelOf(key);
  const of = isRight(lever) ? ` (${model === "" ? "all autonomous schools" : modelText(city, model)})` : "";
  const before = lawOf(lever, city?.key ?? "", model);
  const from = before ? `${valueText(lever, before.value)} \u2192 ` : "";
  return `${lever.name}${of}: ${from}${valueText(lever, value)}`;
}

export function policyText(policy: Policy, catalogue: Catalogue, city: string): string {
  return deedsOf(policy, catalogue, city).map((deed) => deed.text).join("; ") || kToday;
}

/** As short as an axis can bear: "R1 + R6 + Schools a family may list 6 ranks". */
export function briefly(policy: Policy, catalogue: Catalogue): string {
  const levers = Object.entries(policy.levers).map(([key, value]) => {
    const lever = leverOf(catalogue, key);
    return lever ? `${lever.name} ${valueText(lever, value)}` : key;
  });
  const models = Object.entries(policy.models).map(([key, like]) => `${key} as ${like}`.replaceAll("_", " "));
  return [...policy.presets, ...models, ...levers].join(" + ") || kToday;
}

export function withoutDeed(policy: Policy, deed: Deed): Policy {
  if (deed.part === "presets") return { ...policy, presets: policy.presets.filter((key) => key !== deed.key) };
  const { [deed.key]: _, ...others } = policy[deed.part];
  return { ...policy, [deed.part]: others };
}

export function sameQuestion(state: State): boolean {
  const text = (policy: Policy): string =>
    JSON.stringify([[...policy.presets].sort(), Object.entries(policy.models).sort(), Object.entries(policy.levers).sort()]);
  return text(state.a) === text(state.b);
}
