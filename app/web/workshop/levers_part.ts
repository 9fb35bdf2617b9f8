// The left side: policy A or B, and its levers.
import { button, element, freshId } from "./dom.ts";
import { PolicyPart } from "./policy_part.ts";
import type { Part, Room } from "./room.ts";
import { rove } from "./roving.ts";
import { changesIn, type Side } from "./state.ts";

const kSides: readonly Side[] = ["a", "b"];

export class LeversPart implements Part {
  readonly root: HTMLElement;
  private readonly tabs = new Map<Side, HTMLButtonElement>();
  private readonly panel: HTMLElement;
  private policy: PolicyPart | null = null;
  private made = "";
  private room!: Room;

  constructor() {
    const id = freshId("policy");
    const row = element("div", { class: "sides", role: "tablist", "aria-label": "Policies" });
    for (const side of kSides) {
      const tab = button("", { id: `${id}-${side}`, role: "tab", "aria-controls": id, "data-side": side },
        () => this.room.look({ side }));
      this.tabs.set(side, tab);
      row.append(tab);
    }
    rove(row, "[role=tab]");
    this.panel = element("div", { id, class: "policy-panel", role: "tabpanel", tabindex: 0 });
    this.root = element("section", { class: "levers", "aria-label": "Levers" }, row, this.panel);
    document.addEventListener("lever", (event) => this.policy?.focus((event as CustomEvent<string>).detail));
  }

  show(room: Room): void {
    this.room = room;
    for (const [side, tab] of this.tabs) this.showTab(side, tab);
    const { side, rights, all } = room.view;
    const wanted = JSON.stringify([room.city.key, side, rights, all]);
    if (wanted !== this.made) {
      this.made = wanted;
      this.policy = new PolicyPart(room, side);
      const held = ["more", "rights"].find((name) => document.activeElement?.classList.contains(name));
      this.panel.replaceChildren(this.policy.root);
      this.policy.show(room);
      if (held) this.panel.querySelector<HTMLElement>(`.fold-body:not([hidden]) .${held}`)?.focus();
      return;
    }
    this.policy?.show(room);
  }

  private showTab(side: Side, tab: HTMLButtonElement): void {
    const chosen = this.room.view.side === side;
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
    if (chosen) this.panel.setAttribute("aria-labelledby", tab.id);
    const changes = changesIn(this.room.state[side]);
    const does = changes === 0 ? "today\u2019s law" : changes === 1 ? "1 change" : `${changes} changes`;
    tab.replaceChildren(element("b", {}, `Policy ${side.toUpperCase()}`), element("span", {}, ` ${does}`));
  }
}
