// Single questions to the program.
import type { Check, Explained, Failure } from "./answers.ts";
import type { Catalogue } from "./catalogue.ts";
import { encoded, stateText } from "./link.ts";
import type { Side, State } from "./state.ts";

/** The program answered, but not with what was asked. */
export class Refused extends Error {
  constructor(message: string, readonly attempt: string) {
    super(message);
  }
}

async function answer<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T;
  let failure: Failure = { message: `the program answered ${response.status}`, try: "" };
  try {
    failure = ((await response.json()) as { error: Failure }).error ?? failure;
  } catch {
    // Its number is all that is known.
  }
  throw new Refused(failure.message, failure.try ?? "");
}

export async function catalogue(): Promise<Catalogue> {
  return answer(await fetch("/api/catalogue"));
}

export async function explain(key: string, city: string): Promise<Explained> {
  return answer(await fetch(`/api/explain?key=${encoded(key)}&city=${encoded(city)}`));
}

export async function check(state: State, signal: AbortSignal): Promise<Check> {
  const headers = { "Content-Type": "application/json" };
  return answer(await fetch("/api/check", { method: "POST", headers, body: stateText(state), signal }));
}

export function streamAddress(state: State): string {
  return `/api/stream?state=${encoded(stateText(state))}`;
}

export function scenarioAddress(state: State, side: Side): string {
  return `/api/scenario.toml?state=${encoded(stateText(state))}&policy=${side}`;
}
