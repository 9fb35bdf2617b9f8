// Everything that a policy moves, value by value, with its source: what stands behind a recommendation.
import type { Move } from "./answers.ts";
import { isRight, labelOf, leverOf, modelOf, type Lever } from "./catalogue.ts";
import { element } from "./dom.ts";
import { tomlValue } from "./lever_value.ts";
import { valueText } from "./lever_words.ts";
import type { Room } from "./room.ts";
import type { Side } from "./state.ts";

export class MovesList {
  private readonly summary = element("summary");
  private readonly list = element("ul", { class: "moves" });
  readonly root = element("details", { hidden: true }, this.summary, this.list);
  private told = "";

  show(room: Room, side: Side): void {
    const moves = room.status.phase === "faults" ? [] : (room.check?.moves[side] ?? []).filter((move) => isHere(room, move));
    const told = JSON.stringify([room.city.key, moves]);
    if (told === this.told) return;
    this.told = told;
    this.root.hidden = moves.length === 0;
    this.summary.textContent = moves.length === 1 ? "The value that it changes" : `All ${moves.length} values that it changes`;
    this.list.replaceChildren(...moves.map((move) => line(room, move)));
  }
}

/** A recommendation speaks of every school model; only those of the city change anything here. */
function isHere(room: Room, move: Move): boolean {
  const model = modelOf(move.key);
  return model === "" || room.city.models.some((one) => one.key === model);
}

function line(room: Room, move: Move): HTMLElement {
  const lever = leverOf(room.catalogue, move.key);
  const name = lever ? lever.name : move.key;
  const of = lever && isRight(lever) ? ` (${labelOf(room.city, modelOf(move.key))})` : "";
  const text = (value: string): string => datedText(lever, value);
  const source = [move.source, move.status].filter(Boolean).join("; ");
  return element("li", {}, `${name}${of}: ${text(move.before)} \u2192 ${text(move.after)}`,
    source ? element("span", { class: "today" }, ` ${source}`) : null);
}

/** A value, or what it is from which year on: files write "{ 1900 = 0, 2015 = 0.4 }". */
function datedText(lever: Lever | undefined, value: string): string {
  const one = (text: string): string => {
    const plain = tomlValue(text.trim());
    return lever && plain !== undefined ? valueText(lever, plain) : text.trim();
  };
  const dated = /^\{(.*)\}$/.exec(value)?.[1];
  const parts = dated?.split(",").map((part) => /^\s*(\d{4})\s*=\s*(.+)$/.exec(part));
  if (!parts || parts.some((part) => part === null)) return one(value);
  return parts.map((part, i) => (i === 0 ? one(part?.[2] ?? "") : `from ${part?.[1]} ${one(part?.[2] ?? "")}`)).join(", ");
}
