// What is looked at: which policy is edited, which outcome, which picture. It moves no number, and
// is in the link as well, so that a second screen shows the same.
import type { Side } from "./state.ts";

export interface View {
  /** The policy whose levers are shown. */
  readonly side: Side;
  /** The open part of the levers: a heading's key, "recommendations", "models" or "settings". */
  readonly part: string;
  /** The school model whose rights are moved; empty: every school with freedom of its own. */
  readonly rights: string;
  /** Levers beyond the main ones. */
  readonly all: boolean;
  readonly outcome: string;
  /** The school model of the headline; empty: the whole city. */
  readonly of: string;
  /** 0: the last year. */
  readonly year: number;
  readonly picture: string;
  readonly map: Side;
}

export const firstView: View = {
  side: "b", part: "recommendations", rights: "", all: false, outcome: "", of: "", year: 0, picture: "", map: "b",
};

type Loose = Readonly<Record<string, unknown>>;

/** What differs from the first view, as text; empty where nothing does. */
export function viewText(view: View): string {
  const differs = Object.entries(view).filter(([key, value]) => value !== (firstView as unknown as Loose)[key]);
  return differs.length ? JSON.stringify(Object.fromEntries(differs)) : "";
}

export function readView(text: string): View {
  let read: Loose = {};
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === "object" && parsed !== null) read = parsed as Loose;
  } catch {
    return firstView;
  }
  const like = Object.entries(firstView).filter(([key, value]) => typeof read[key] === typeof value);
  const taken = Object.fromEntries(like.map(([key]) => [key, read[key]])) as Partial<View>;
  const side = (given: unknown): Side => (given === "a" ? "a" : "b");
  return { ...firstView, ...taken, side: side(read["side"]), map: side(read["map"]) };
}
