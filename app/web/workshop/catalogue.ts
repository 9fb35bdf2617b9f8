// What the program says of its cities, levers, presets and outcomes (GET /api/catalogue).
import type { Value } from "./state.ts";

export interface Heading { readonly key: string; readonly title: string; readonly meaning: string }

export interface Model {
  readonly key: string;
  readonly label: string;
  readonly schools: number;
  readonly autonomous: boolean;
}

export interface City {
  readonly key: string;
  readonly title: string;
  readonly description: string;
  readonly first_year: number;
  readonly years: number;
  readonly seed: number;
  readonly children: number;
  readonly schools: number;
  readonly ordinary: string;
  readonly models: readonly Model[];
  readonly autonomous: readonly string[];
}

/** A value of today's law, and whence it is. */
export interface Law {
  readonly value: Value;
  readonly changes: boolean;
  readonly source: string;
  readonly status: string;
}

export interface Lever {
  readonly key: string;
  readonly heading: string;
  readonly name: string;
  readonly main: boolean;
  readonly meaning: string;
  readonly kind: "number" | "whole" | "share" | "yes_no" | "word";
  readonly unit: string;
  readonly low?: number;
  readonly high?: number;
  readonly words?: readonly string[];
  readonly values: Readonly<Record<string, Law | Readonly<Record<string, Law>>>>;
}

export interface Preset {
  readonly key: string;
  readonly title: string;
  readonly parts: readonly string[];
  readonly part_of: string | null;
}

export interface Outcome {
  readonly key: string;
  readonly name: string;
  readonly group: string;
  readonly unit: string;
  readonly meaning: string;
  readonly better: string;
  readonly term: boolean;
}

export interface Catalogue {
  readonly version: string;
  readonly revision: string;
  readonly limits: {
    readonly years: readonly [number, number];
    readonly replicates: readonly [number, number];
    readonly stages: readonly number[];
  };
  readonly headings: readonly Heading[];
  readonly cities: readonly City[];
  readonly levers: readonly Lever[];
  readonly models: readonly { readonly key: string; readonly label: string; readonly city: string; readonly description: string }[];
  readonly presets: readonly Preset[];
  readonly outcomes: readonly Outcome[];
  readonly school_columns: readonly { readonly key: string; readonly unit: string; readonly meaning: string }[];
}

const kModels = "models.KEY.";

/** Of school models, not of the city. */
export function isRight(lever: Lever): boolean {
  return lever.key.startsWith(kModels);
}

/** The key that moves a lever: of a right, for one school model, or for all with freedom (`rights` empty). */
export function keyOf(lever: Lever, rights: string): string {
  if (!isRight(lever)) return lever.key;
  const name = lever.key.slice(kModels.length);
  return rights === "" ? `autonomous.${name}` : `models.${rights}.${name}`;
}

/** The catalogue's lever of a key that moves one. */
export function leverOf(catalogue: Catalogue, key: string): Lever | undefined {
  const name = key.replace(/^autonomous\./, kModels).replace(/^models\.[^.]+\./, kModels);
  return catalogue.levers.find((lever) => lever.key === name);
}

/** The school model of a key; empty: every school with freedom, or the city itself. */
export function modelOf(key: string): string {
  return /^models\.([^.]+)\./.exec(key)?.[1] ?? "";
}

export function cityOf(catalogue: Catalogue, key: string): City | undefined {
  return catalogue.cities.find((city) => city.key === key);
}

/** Today's law of a city's lever, or of one school model's. */
export function lawOf(lever: Lever, city: string, model: string): Law | undefined {
  const found = lever.values[city];
  if (!found) return undefined;
  if (!isRight(lever)) return found as Law;
  return (found as Readonly<Record<string, Law>>)[model];
}

export function labelOf(city: City, model: string): string {
  return model === "" ? "the whole city" : (city.models.find((one) => one.key === model)?.label ?? model);
}
