// The whole state stands in the address, behind #: it is never sent, and a reload or another browser
// shows the same.
import { readState } from "./read_state.ts";
import { inOrder, type State } from "./state.ts";
import { readView, viewText, type View } from "./view.ts";

export interface Linked {
  /** Null where the address says nothing, or nothing that can be read. */
  readonly state: State | null;
  readonly view: View;
  readonly damaged: boolean;
}

export function stateText(state: State): string {
  return JSON.stringify(inOrder(state));
}

/** As in an address; also what some programs take for the end of a link is encoded. */
export function encoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

export function fragmentOf(state: State, view: View): string {
  const looked = viewText(view);
  return `#state=${encoded(stateText(state))}${looked ? `&view=${encoded(looked)}` : ""}`;
}

export function readFragment(fragment: string): Linked {
  const parts = new Map<string, string>();
  for (const part of fragment.replace(/^#/, "").split("&")) {
    const equals = part.indexOf("=");
    if (equals > 0) parts.set(part.slice(0, equals), decoded(part.slice(equals + 1)));
  }
  const text = parts.get("state");
  const state = text === undefined ? null : readState(text);
  return { state, view: readView(parts.get("view") ?? ""), damaged: text !== undefined && state === null };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
