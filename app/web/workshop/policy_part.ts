// The levers of one policy: what it does so far, and the parts that open.
import { isRight, keyOf, leverOf, modelOf, type Heading, type Lever } from "./catalogue.ts";
import { deedsOf, withoutDeed, type Deed } from "./described.ts";
import { button, element, option } from "./dom.ts";
import { faultAnywhere } from "./fault_words.ts";
import { capital } from "./figure.ts";
import { Fold } from "./fold.ts";
import { LeverRow } from "./lever_row.ts";
import { ModelList } from "./model_list.ts";
import { MovesList } from "./moves_list.ts";
import { PresetList } from "./preset_list.ts";
import type { Part, Room } from "./room.ts";
import { SettingsList } from "./settings_list.ts";
import { changesIn, currentLaw, withPolicy, type Policy, type Side } from "./state.ts";

/** Made for a city, a policy and whose rights are moved; another one is made where these change. */
export class PolicyPart implements Part {
  readonly root = element("div", { class: "policy" });
  private readonly deeds = element("ul", { class: "deeds" });
  private readonly moves = new MovesList();
  private readonly faults = element("div", { class: "faults", role: "alert" });
  private readonly clear: HTMLButtonElement;
  private readonly folds = new Map<string, Fold>();
  private readonly inside = new Map<string, readonly Part[]>();
  private room: Room;

  constructor(room: Room, private readonly side: Side) {
    this.room = room;
    this.clear = button("Back to today\u2019s law", { class: "small" }, () =>
      this.room.change(withPolicy(this.room.state, this.side, this.lockedAlone())));
    this.root.append(this.faults, element("div", { class: "doing" }, this.deeds, this.clear), this.moves.root);
    this.fold("recommendations", "Recommendations");
    this.fold("models", "School models");
    for (const heading of room.catalogue.headings) this.fold(heading.key, heading.title);
    this.fold("settings", "Years and dice");
  }

  show(room: Room): void {
    this.room = room;
    this.showDeeds();
    this.moves.show(room, this.side);
    for (const [key, fold] of this.folds) {
      const open = room.view.part === key;
      fold.show(open, this.movedIn(key), key === "recommendations" || key === "models" ? "chosen" : "moved");
      if (open) this.fill(key, fold);
    }
    for (const part of this.inside.get(room.view.part) ?? []) part.show(room);
  }

  /** Brings a lever's field before the room. */
  focus(key: string): void {
    const row = [...this.inside.values()].flat().find((part) => part instanceof LeverRow && part.key === key);
    (row as LeverRow | undefined)?.focus();
  }

  private fold(key: string, title: string): void {
    const fold = new Fold(title, () => this.room.look({ part: this.room.view.part === key ? "" : key }));
    this.folds.set(key, fold);
    this.root.append(fold.root);
  }

  private fill(key: string, fold: Fold): void {
    if (this.inside.has(key)) return;
    const parts = this.partsOf(key);
    this.inside.set(key, parts);
    const heading = this.room.catalogue.headings.find((one) => one.key === key);
    if (heading) fold.body.append(...this.aboveLevers(heading));
    fold.body.append(...parts.map((part) => part.root));
    if (heading) fold.body.append(this.moreOf(heading));
  }

  private partsOf(key: string): readonly Part[] {
    const { catalogue, city } = this.room;
    if (key === "recommendations") return [new PresetList(catalogue, this.side)];
    if (key === "models") return [new ModelList(catalogue, city, this.side)];
    if (key === "settings") return [new SettingsList()];
    return this.leversOf(key).filter((lever) => lever.main || this.room.view.all).map((lever) => this.row(lever));
  }

  private row(lever: Lever): LeverRow {
    const rights = this.room.view.rights;
    const explained = keyOf(lever, isRight(lever) ? rights || (this.room.city.autonomous[0] ?? this.room.city.ordinary) : "");
    return new LeverRow(lever, this.side, rights, explained, this.room.city);
  }

  private leversOf(heading: string): Lever[] {
    return this.room.catalogue.levers.filter((lever) => lever.heading === heading);
  }

  private aboveLevers(heading: Heading): HTMLElement[] {
    const meaning = element("p", { class: "lead" }, capital(heading.meaning));
    if (!this.leversOf(heading.key).some(isRight)) return [meaning];
    const choice = element("select", { class: "rights" }, option("", "all autonomous schools", this.room.view.rights === ""),
      ...this.room.city.models.map((model) => option(model.key, model.label, this.room.view.rights === model.key)));
    choice.addEventListener("change", () => this.room.look({ rights: choice.value }));
    return [meaning, element("label", { class: "rights-row" }, "School rules of ", choice)];
  }

  private moreOf(heading: Heading): HTMLElement {
    const further = this.leversOf(heading.key).filter((lever) => !lever.main).length;
    if (further === 0) return element("span");
    const text = this.room.view.all ? "Main levers only" : `All levers: ${further} more`;
    return button(text, { class: "more", "aria-pressed": String(this.room.view.all) }, () => this.room.look({ all: !this.room.view.all }));
  }

  private movedIn(key: string): number {
    const policy = this.room.state[this.side];
    if (key === "recommendations") return policy.presets.length;
    if (key === "models") return Object.keys(policy.models).length;
    return Object.keys(policy.levers).filter((lever) => leverOf(this.room.catalogue, lever)?.heading === key).length;
  }

  private showDeeds(): void {
    const policy = this.room.state[this.side];
    const deeds = deedsOf(policy, this.room.catalogue, this.room.city.key);
    this.deeds.replaceChildren(...(deeds.length ? deeds.map((deed) => this.deed(deed))
      : [element("li", { class: "none" }, "Today\u2019s law; nothing is moved yet.")]));
    this.clear.hidden = changesIn(policy) === changesIn(this.lockedAlone());
    this.showFaults();
  }

  /** Today's law, but for levers that the facilitator has locked. */
  private lockedAlone(): Policy {
    const { levers } = this.room.state[this.side];
    const locked = Object.entries(levers).filter(([key]) => this.room.state.locks.includes(key));
    return { ...currentLaw, levers: Object.fromEntries(locked) };
  }

  private deed(deed: Deed): HTMLElement {
    const locked = deed.part === "levers" && this.room.state.locks.includes(deed.key);
    return element("li", {}, element("span", {}, deed.text), locked ? null
      : button("\u00d7", { class: "away", "aria-label": `Take away: ${deed.text}` }, () =>
        this.room.change(withPolicy(this.room.state, this.side, withoutDeed(this.room.state[this.side], deed)))));
  }

  private showFaults(): void {
    const others = this.side === "a" ? "b" : "a";
    const faults = (this.room.check?.faults ?? []).filter((fault) => fault.policy !== others);
    const told = [...faults.map((fault) => ({ text: faultAnywhere(this.room, fault), lever: fault.lever })),
      ...(this.room.check?.warnings ?? []).filter((warning) => warning.policy !== others && warning.lever === "")
        .map((warning) => ({ text: warning.text, lever: "" }))];
    const text = told.map((one) => one.text).join("\n");
    if (this.faults.dataset["told"] === text) return;
    this.faults.dataset["told"] = text;
    this.faults.replaceChildren(...told.map((one) => element("p", {}, one.text, one.lever && leverOf(this.room.catalogue, one.lever)
      ? button("Go there", { class: "small" }, () => this.goTo(one.lever)) : null)));
  }

  private goTo(key: string): void {
    const lever = leverOf(this.room.catalogue, key);
    if (!lever) return;
    this.room.look({ part: lever.heading, rights: isRight(lever) ? modelOf(key) : this.room.view.rights, all: this.room.view.all || !lever.main });
    document.dispatchEvent(new CustomEvent("lever", { detail: key }));
  }
}
