// The report's recommendations as boxes to tick, each with its parts behind it.
import type { Catalogue, Preset } from "./catalogue.ts";
import { button, element, freshId } from "./dom.ts";
import { laidWith, partsOf, wholesOf } from "./presets.ts";
import type { Part, Room } from "./room.ts";
import { withPolicy, withPreset, type Side } from "./state.ts";

export class PresetList implements Part {
  readonly root = element("div", { class: "presets" });
  private readonly boxes = new Map<string, HTMLInputElement>();
  private room!: Room;

  constructor(catalogue: Catalogue, private readonly side: Side) {
    for (const preset of wholesOf(catalogue)) {
      const within = partsOf(catalogue, preset);
      if (within.length === 0) this.root.append(this.box(preset));
      else this.root.append(...this.withParts(preset, within));
    }
  }

  show(room: Room): void {
    this.room = room;
    const laid = room.state[this.side].presets;
    for (const [key, box] of this.boxes) {
      const whole = laidWith(room.catalogue, laid, key);
      box.checked = laid.includes(key) || whole;
      box.disabled = whole;
      box.indeterminate = !box.checked && laid.some((one) => room.catalogue.presets.some((preset) => preset.key === key && preset.parts.includes(one)));
    }
  }

  private withParts(preset: Preset, within: readonly Preset[]): HTMLElement[] {
    const parts = element("div", { id: freshId("parts"), class: "parts", hidden: true }, ...within.map((one) => this.box(one)));
    const opener = button("parts", { class: "small", "aria-expanded": "false", "aria-controls": parts.id, "aria-label": `parts of ${preset.key}` }, () => {
      parts.hidden = !parts.hidden;
      opener.setAttribute("aria-expanded", String(!parts.hidden));
    });
    return [element("div", { class: "preset-row" }, this.box(preset), opener), parts];
  }

  private box(preset: Preset): HTMLElement {
    const box = element("input", { type: "checkbox", "data-preset": preset.key });
    box.addEventListener("change", () => this.lay(preset, box.checked));
    this.boxes.set(preset.key, box);
    return element("label", { class: "preset" }, box, element("b", {}, preset.key.replaceAll("_", " ")), " ", shortTitle(preset));
  }

  /** A whole recommendation takes the place of its parts. */
  private lay(preset: Preset, laid: boolean): void {
    const policy = this.room.state[this.side];
    const others = policy.presets.filter((key) => !laidWith(this.room.catalogue, [preset.key], key));
    const cleared = withPolicy(this.room.state, this.side, { ...policy, presets: laid ? others : policy.presets });
    this.room.change(withPreset(cleared, this.side, preset.key, laid));
  }
}

/** "Recommendation 1: protect ..." and "1a: ..." say their number, which stands before them already. */
export function shortTitle(preset: Preset): string {
  return preset.title.replace(/^(Recommendation \d+|\d+\w*): */i, "");
}
