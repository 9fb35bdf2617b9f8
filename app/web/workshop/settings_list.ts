// How long, with which dice, and how many pairs of lives.
import type { Room, Part } from "./room.ts";
import { button, element, freshId } from "./dom.ts";
import { withNumber } from "./state.ts";
import { whileTyping } from "./typing.ts";

type Key = "years" | "seed" | "replicates";

const kRows: readonly [Key, string, string][] = [
  ["years", "Years", "policy years that are lived"],
  ["replicates", "Pairs of lives", "at most; more make the intervals narrower"],
  ["seed", "Dice", "another number throws other dice: differences move by about as much as their intervals say"],
];

export class SettingsList implements Part {
  readonly root = element("div", { class: "settings" });
  private readonly fields = new Map<Key, { readonly field: HTMLInputElement; readonly typing: () => boolean }>();
  private readonly wrong = element("p", { class: "wrong", role: "alert", hidden: true });
  private room!: Room;

  constructor() {
    for (const [key, name, meaning] of kRows) {
      const id = freshId("setting");
      const field = element("input", { id, type: "text", inputmode: "numeric", "aria-describedby": `${id}-note`, autocomplete: "off" });
      const typing = whileTyping(field);
      field.addEventListener("change", () => this.write(key, field.value));
      this.fields.set(key, { field, typing });
      this.root.append(element("div", { class: "setting" }, element("label", { for: id }, name), field,
        element("p", { id: `${id}-note`, class: "today" }, meaning)));
    }
    this.root.append(this.wrong, button("Throw other dice", { class: "more" }, () =>
      this.write("seed", String(((this.room.state.seed ?? this.room.city.seed) + 1) % 2147483647))));
  }

  show(room: Room): void {
    this.room = room;
    const own = { years: room.city.years, seed: room.city.seed, replicates: 128 };
    for (const [key, { field, typing }] of this.fields) {
      if (!typing()) field.value = String(room.state[key] ?? own[key]);
    }
  }

  private write(key: Key, text: string): void {
    const value = text.trim() === "" ? undefined : Number(text);
    const whole = value === undefined || Number.isInteger(value);
    this.wrong.hidden = whole;
    this.wrong.textContent = whole ? "" : `\u201c${text}\u201d is no whole number`;
    if (whole) this.room.change(withNumber(this.room.state, key, value));
  }
}
