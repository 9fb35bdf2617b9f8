// Everything that a policy moves, value by value, with its source: what stands behind a recommendation.
import type { Move } from "./answers.ts";
import { isRight, leverOf, modelOf, labelOf } from "./catalogue.ts";
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
    const moves = room.status.phase === "faults" ? [] : room.check?.moves[side] ?? [];
    const told = JSON.stringify([room.city.key, moves]);
    if (told === this.told) return;
    this.told = told;
    this.root.hidden = moves.length === 0;
    this.summary.textContent = moves.length === 1 ? "The value that it changes" : `All ${moves.length} values that it changes`;
    this.list.replaceChildren(...moves.map((move) => line(room, move)));
  }
}

function line(room: Room, move: Move): HTMLElement {
  const lever = leverOf(room.catalogue, move.key);
  const name = lever ? lever.name : move.key;
  const of = lever && isRight(lever) ? ` (${labelOf(room.city, modelOf(move.key))})` : "";
  const text = (value: string): string => {
    const plain = tomlValue(value);
    return lever && plain !== undefined ? valueText(lever, plain) : value;
  };
  const source = [move.source, move.status].filter(Boolean).join("; ");
  return element("li", {}, `${name}${of}: ${text(move.before)} \u2192 ${text(move.after)}`,
    source ? element("span", { class: "today" }, ` ${source}`) : null);
}
