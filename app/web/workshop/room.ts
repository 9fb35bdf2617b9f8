// What every part of the page may look at, and the few things it may ask for.
import type { Check, Failure } from "./answers.ts";
import type { Catalogue, City } from "./catalogue.ts";
import type { Results } from "./results.ts";
import type { State } from "./state.ts";
import type { Tries } from "./tries.ts";
import type { View } from "./view.ts";

/** How the stream stands. */
export interface Status {
  readonly phase: "asking" | "living" | "done" | "faults" | "waiting" | "lost" | "failed";
  readonly done: number;
  readonly of: number;
  readonly seconds: number;
  readonly failure: Failure;
}

export interface Room {
  readonly catalogue: Catalogue;
  readonly city: City;
  readonly state: State;
  readonly view: View;
  /** Of this very state; null until it has come. */
  readonly check: Check | null;
  readonly results: Results;
  readonly status: Status;
  readonly tries: Tries;
  /** Locks may be set and opened. */
  readonly facilitator: boolean;
  /** `dragged`: one of many while a slider moves, not worth a step back. */
  change(state: State, dragged?: boolean): void;
  look(view: Partial<View>): void;
  lead(on: boolean): void;
  tell(message: string): void;
}

/** A part of the page: made once, shown again whenever anything has changed. */
export interface Part {
  readonly root: HTMLElement;
  show(room: Room): void;
}
