// The report's recommendations as boxes to tick, each with its parts behind it.
import type { Catalogue, Preset } from "./catalogue.ts";
import { element } from "./dom.ts";
import type { Part, Room } from "./room.ts";
import { withPolicy, withPreset, type Side } from "./state.ts";

export class PresetList implements Part {
  readonly root = element("div", { class: "presets" });
  private readonly boxes = new Map<string, HTMLInputElement>();
  private readonly parts: [Preset, HTMLDetailsElement][] = [];
  private room!: Room;

  constructor(catalogue: Catalogue, private readonly side: Side) {
    for (const preset of catalogue.presets.filter((one) => one.part_of === null)) {
      const within = catalogue.presets.filter((one) => one.part_of === preset.key);
      this.root.append(this.box(preset));
      if (within.length === 0) continue;
      const more = element("details", { class: "parts" }, element("summary", {}, `its ${within.length} parts`,
        element("span", { class: "unseen" }, ` of ${preset.key}`)), ...within.map((one) => this.box(one)));
      this.parts.push([preset, more]);
      this.root.append(more);
    }
  }

  show(room: Room): void {
    this.room = room;
    const laid = room.state[this.side].presets;
    for (const [key, box] of this.boxes) {
      const whole = room.catalogue.presets.find((one) => one.parts.includes(key) && laid.includes(one.key));
      box.checked = laid.includes(key) || whole !== undefined;
      box.disabled = whole !== undefined;
    }
    for (const [preset, more] of this.parts) {
      if (room.catalogue.presets.some((one) => one.part_of === preset.key && laid.includes(one.key))) more.open = true;
    }
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
    const others = policy.presets.filter((key) => !preset.parts.includes(key));
    const cleared = withPolicy(this.room.state, this.side, { ...policy, presets: laid ? others : policy.presets });
    this.room.change(withPreset(cleared, this.side, preset.key, laid));
  }
}

/** "Recommendation 1: protect ..." and "1a: ..." say their number, which stands before them already. */
function shortTitle(preset: Preset): string {
  return preset.title.replace(/^(Recommendation \d+|\d+\w*): */i, "");
}
