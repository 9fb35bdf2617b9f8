// The city, and what a facilitator does with a state: hand it on, keep it, print it.
import { scenarioAddress } from "./ask.ts";
import type { Catalogue } from "./catalogue.ts";
import { button, element, freshId, hand, option } from "./dom.ts";
import { sameQuestion } from "./described.ts";
import type { Part, Room } from "./room.ts";
import { currentLaw, type Side } from "./state.ts";
import { differencesText } from "./table_text.ts";

export class Toolbar implements Part {
  readonly root: HTMLElement;
  private readonly city: HTMLSelectElement;
  private readonly files = element("div", { class: "menu", hidden: true });
  private readonly opener: HTMLButtonElement;
  private readonly numbers: HTMLButtonElement;
  private readonly leads: HTMLInputElement;
  private room!: Room;

  constructor(catalogue: Catalogue) {
    const id = freshId("city");
    this.city = element("select", { id }, ...catalogue.cities.map((city) => option(city.key, city.title, false)));
    this.city.addEventListener("change", () => this.move());
    this.files.id = freshId("files");
    this.opener = button("Download", { "aria-expanded": "false", "aria-controls": this.files.id }, () => this.turn(this.files.hidden));
    this.numbers = button("All numbers (CSV)", { "data-file": "numbers" }, () => this.handNumbers());
    this.files.append(this.scenario("a"), this.scenario("b"), this.numbers);
    this.files.addEventListener("keydown", (event) => { if (event.key === "Escape") this.turn(false); });
    this.leads = element("input", { type: "checkbox" });
    this.leads.addEventListener("change", () => this.room.lead(this.leads.checked));
    this.root = element("header", { class: "toolbar" },
      element("h1", {}, "Homeroom"), element("label", { for: id, class: "unseen" }, "City"), this.city,
      element("span", { class: "grow" }),
      button("Copy link", { class: "copy" }, () => void this.copy()),
      element("div", { class: "holds-menu" }, this.opener, this.files),
      button("Print", {}, () => window.print()),
      element("label", { class: "leads", title: "Show the locks: a locked lever does not move" }, this.leads, "Facilitator"));
  }

  show(room: Room): void {
    this.room = room;
    this.city.value = room.city.key;
    this.leads.checked = room.facilitator;
    this.numbers.disabled = room.results.latest === null;
  }

  /** Another city has other schools: its policies begin with today's law, but for recommendations. */
  private move(): void {
    const keep = (side: Side): typeof currentLaw => ({ ...currentLaw, presets: this.room.state[side].presets });
    const { years: _, seed: __, ...others } = this.room.state;
    this.room.change({ ...others, city: this.city.value, a: keep("a"), b: keep("b"), locks: [] });
  }

  private turn(open: boolean): void {
    this.files.hidden = !open;
    this.opener.setAttribute("aria-expanded", String(open));
    if (open) this.files.querySelector("button")?.focus();
    else this.opener.focus();
  }

  private scenario(side: Side): HTMLButtonElement {
    return button(`Policy ${side.toUpperCase()} as a scenario (TOML)`, { "data-file": side }, () => void this.handScenario(side));
  }

  private async handScenario(side: Side): Promise<void> {
    try {
      const response = await fetch(scenarioAddress(this.room.state, side));
      if (!response.ok) throw new Error(String(response.status));
      hand(`${this.room.city.key}_${side}.toml`, "application/toml", await response.text());
    } catch {
      this.room.tell("The scenario could not be fetched: the program did not answer, or something asked for is not allowed.");
    }
  }

  private handNumbers(): void {
    const { latest, years } = this.room.results;
    if (!latest) return;
    const { key } = this.room.city;
    hand(`${key}_differences_${latest.n}.csv`, "text/csv", differencesText(latest, years, `${key}_a`, `${key}_b`));
    if (sameQuestion(this.room.state)) this.room.tell("A and B are the same: every difference in the table is 0.");
  }

  private async copy(): Promise<void> {
    const link = window.location.href;
    try {
      await navigator.clipboard.writeText(link);
      this.room.tell("The link is copied: it shows all of this in another browser.");
    } catch {
      copyBySelection(link);
      this.room.tell("The link is copied, and stands in the address.");
    }
  }
}

/** Where a page may not write to the clipboard: over plain HTTP from another machine. */
function copyBySelection(text: string): void {
  const field = element("textarea", { class: "unseen", "aria-hidden": "true" }, text);
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}
