// What is looked at: an outcome, of whom, in which year.
import { askedIn, outcomeOf, yearsOf } from "./asked.ts";
import type { Catalogue, Outcome } from "./catalogue.ts";
import { button, element, freshId, option } from "./dom.ts";
import type { Part, Room } from "./room.ts";

const kGroups: readonly [string, string][] = [
  ["growth", "What a year adds"], ["achievement", "Where children stand"], ["gaps", "Gaps"], ["survival", "What lasts"],
  ["autonomy", "Autonomy"], ["staff", "Staff"], ["money", "Money"], ["choice", "Choice"], ["terms", "Terms of growth"],
];

export class QuestionPart implements Part {
  readonly root: HTMLElement;
  private readonly outcome: HTMLSelectElement;
  private readonly of = element("select", { id: freshId("of") });
  private readonly year = element("select", { id: freshId("year") });
  private readonly meaning: HTMLElement;
  private readonly opener: HTMLButtonElement;
  private made = "";
  private room!: Room;

  constructor(catalogue: Catalogue) {
    this.outcome = element("select", { id: freshId("outcome") }, ...kGroups.map(([key, title]) => grouped(catalogue, key, title)));
    this.outcome.addEventListener("change", () => this.room.look({ outcome: this.outcome.value }));
    this.of.addEventListener("change", () => this.room.look({ of: this.of.value }));
    this.year.addEventListener("change", () => this.room.look({ year: Number(this.year.value) }));
    const part = (text: string, choice: HTMLSelectElement): HTMLElement =>
      element("div", {}, element("label", { for: choice.id }, text), choice);
    this.meaning = element("p", { id: freshId("meaning"), class: "meaning", hidden: true });
    this.opener = button("Meaning", { class: "small", "aria-expanded": "false", "aria-controls": this.meaning.id }, () => this.turn());
    this.root = element("div", { class: "question" }, part("Look at", this.outcome), part("of", this.of), part("in", this.year), this.opener, this.meaning);
  }

  private turn(): void {
    this.meaning.hidden = !this.meaning.hidden;
    this.opener.setAttribute("aria-expanded", String(!this.meaning.hidden));
  }

  show(room: Room): void {
    this.room = room;
    const years = yearsOf(room);
    const made = JSON.stringify([room.city.key, years]);
    if (made !== this.made) {
      this.made = made;
      this.of.replaceChildren(option("", "the whole city", false), ...room.city.models.map((model) => option(model.key, `${model.label} schools`, false)));
      this.year.replaceChildren(...years.map((year) => option(String(year), String(year), false)));
    }
    const asked = askedIn(room);
    this.outcome.value = outcomeOf(room).key;
    const { name, meaning, unit } = asked.outcome;
    this.meaning.textContent = `${name}: ${meaning}${unit ? ` [${unit}]` : ""}.`;
    this.of.value = asked.model;
    this.year.value = String(asked.year);
  }
}

function grouped(catalogue: Catalogue, key: string, title: string): HTMLElement | null {
  const within = catalogue.outcomes.filter((outcome: Outcome) => outcome.group === key);
  if (within.length === 0) return null;
  return element("optgroup", { label: title }, ...within.map((outcome) => option(outcome.key, outcome.name, false)));
}
