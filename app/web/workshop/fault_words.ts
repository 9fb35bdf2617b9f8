// What is wrong, in the words and the unit of the lever where it was moved.
import type { Fault } from "./answers.ts";
import { leverOf } from "./catalogue.ts";
import { allowedText, valueText } from "./lever_words.ts";
import type { Room } from "./room.ts";

/** Without the lever's name: it stands beside. */
export function faultAtLever(room: Room, fault: Fault): string {
  const lever = leverOf(room.catalogue, fault.lever);
  if (!lever) return fault.text;
  const value = fault.policy === "a" || fault.policy === "b" ? room.state[fault.policy].levers[fault.lever] : undefined;
  // The program begins with the number as files have it; here it stands in the lever's unit.
  const what = typeof value === "number" ? fault.what.replace(/^-?[\d.]+ (?=is )/, "") : fault.what;
  return [typeof value === "number" ? valueText(lever, value) : "", what,
    fault.allowed ? `(allowed: ${allowedText(lever, fault.allowed)})` : "", fault.try].filter(Boolean).join(" ");
}

export function faultAnywhere(room: Room, fault: Fault): string {
  const lever = leverOf(room.catalogue, fault.lever);
  if (!lever) return fault.text;
  const policy = fault.policy ? `Policy ${fault.policy.toUpperCase()}, ` : "";
  return `${policy}${lever.name}: ${faultAtLever(room, fault)}`;
}
