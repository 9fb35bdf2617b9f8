// What the room tried: each question that was looked at for longer than a moment, with its headline.
import { csvLine } from "./csv.ts";
import { readState } from "./read_state.ts";
import { inOrder, question, type State } from "./state.ts";

export interface Try {
  readonly at: string;
  readonly state: State;
  readonly city: string;
  readonly a: string;
  readonly b: string;
  readonly outcome: string;
  readonly of: string;
  readonly year: number;
  readonly unit: string;
  readonly n: number;
  readonly d: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly ended: boolean;
}

const kKept = "homeroom-tries";
const kMost = 500;

export class Tries {
  private list: Try[] = read();
  /** Counts what was noted, so that nothing is drawn twice. */
  version = 0;

  get all(): readonly Try[] {
    return this.list;
  }

  /** The newest try takes what has come since; one that was left after its first pair is forgotten. */
  note(next: Try): void {
    const last = this.list[this.list.length - 1];
    const same = last !== undefined && asked(last) === asked(next);
    if (same) this.list.pop();
    else if (last && last.n < 2 && !last.ended) this.list.pop();
    this.list = [...this.list, same ? { ...next, at: last.at } : next].slice(-kMost);
    this.version += 1;
    keep(this.list);
  }

  clear(): void {
    this.list = [];
    this.version += 1;
    keep(this.list);
  }
}

function asked(one: Try): string {
  return JSON.stringify(inOrder(question(one.state)));
}

/** Of this tab alone, so that a reload keeps it. */
function keep(list: readonly Try[]): void {
  try {
    sessionStorage.setItem(kKept, JSON.stringify(list));
  } catch {
    // The page has it as long as it is open.
  }
}

function read(): Try[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(kKept) ?? "[]");
    return Array.isArray(kept) ? (kept as Try[]).filter((one) => readState(JSON.stringify(one.state)) !== null) : [];
  } catch {
    return [];
  }
}

export function triesText(all: readonly Try[], linkOf: (state: State) => string): string {
  const head = ["at", "city", "policy_a", "policy_b", "outcome", "model", "year", "unit", "pairs", "difference", "low", "high", "link"];
  const rows = all.map((one) => [one.at, one.city, one.a, one.b, one.outcome, one.of, one.year, one.unit, one.n, one.d, one.low, one.high, linkOf(one.state)]);
  return [head, ...rows].map(csvLine).join("\n") + "\n";
}
