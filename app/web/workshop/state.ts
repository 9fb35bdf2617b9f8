// What is asked: one object, the same in the link, in a request and in a file. docs/workshop.md says what
// each key is.

export type Value = number | boolean | string;
export type Side = "a" | "b";

export interface Policy {
  readonly presets: readonly string[];
  readonly models: Readonly<Record<string, string>>;
  readonly levers: Readonly<Record<string, Value>>;
}

export interface State {
  readonly v: 1;
  readonly city: string;
  readonly years?: number;
  readonly seed?: number;
  readonly replicates?: number;
  readonly a: Policy;
  readonly b: Policy;
  readonly locks: readonly string[];
}

export const currentLaw: Policy = { presets: [], models: {}, levers: {} };

export function stateOf(city: string): State {
  return { v: 1, city, a: currentLaw, b: currentLaw, locks: [] };
}

export function withPolicy(state: State, side: Side, policy: Policy): State {
  return side === "a" ? { ...state, a: policy } : { ...state, b: policy };
}

export function withLever(state: State, side: Side, key: string, value: Value | undefined): State {
  const { [key]: _, ...others } = state[side].levers;
  const levers = value === undefined ? others : { ...others, [key]: value };
  return withPolicy(state, side, { ...state[side], levers });
}

export function withModel(state: State, side: Side, key: string, like: string): State {
  const { [key]: _, ...others } = state[side].models;
  const models = like === "" ? others : { ...others, [key]: like };
  return withPolicy(state, side, { ...state[side], models });
}

export function withPreset(state: State, side: Side, key: string, laid: boolean): State {
  const others = state[side].presets.filter((other) => other !== key);
  return withPolicy(state, side, { ...state[side], presets: laid ? [...others, key].sort() : others });
}

export function withLock(state: State, key: string, locked: boolean): State {
  const others = state.locks.filter((other) => other !== key);
  return { ...state, locks: locked ? [...others, key].sort() : others };
}

/** Years, seed or pairs; undefined: the city's own. */
export function withNumber(
  state: State,
  key: "years" | "seed" | "replicates",
  value: number | undefined,
): State {
  const { [key]: _, ...others } = state;
  return value === undefined ? others : { ...others, [key]: value };
}

/** What decides the numbers: states that have it in common show the same. Locks are the page's. */
export function question(state: State): State {
  return { ...state, locks: [] };
}

export function isCurrentLaw(policy: Policy): boolean {
  return changesIn(policy) === 0;
}

export function changesIn(policy: Policy): number {
  return policy.presets.length + Object.keys(policy.models).length + Object.keys(policy.levers).length;
}

/** Keys in a fixed order, so that equal policies are equal texts, however they came about. */
export function inOrder(state: State): State {
  const sorted = <T>(of: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(of).sort(([one], [other]) => (one < other ? -1 : 1)));
  const policy = (of: Policy): Policy =>
    ({ presets: of.presets, models: sorted(of.models), levers: sorted(of.levers) });
  const { v, city, locks, a, b, ...numbers } = state;
  return { v, city, ...sorted(numbers), a: policy(a), b: policy(b), locks };
}
