// School models that take the rights and rules of another model, from this city or elsewhere.
import { labelOf, type Catalogue, type City } from "./catalogue.ts";
import { element, freshId, option } from "./dom.ts";
import type { Part, Room } from "./room.ts";
import { withModel, type Side } from "./state.ts";

export class ModelList implements Part {
  readonly root: HTMLElement;
  private readonly choices = new Map<string, HTMLSelectElement>();
  private readonly notes = new Map<string, HTMLElement>();
  private room!: Room;

  constructor(catalogue: Catalogue, city: City, private readonly side: Side) {
    this.root = element("div", { class: "models" },
      element("p", { class: "lead" }, "What if schools of one kind had the rights and rules of another?"),
      ...city.models.map((model) => this.choice(catalogue, city, model.key)));
  }

  show(room: Room): void {
    this.room = room;
    for (const [key, choice] of this.choices) {
      const like = room.state[this.side].models[key] ?? "";
      choice.value = like;
      this.notes.get(key)?.replaceChildren(like ? descriptionOf(room.catalogue, like) : "");
    }
  }

  private choice(catalogue: Catalogue, city: City, key: string): HTMLElement {
    const id = freshId("model");
    const schools = city.models.find((model) => model.key === key)?.schools ?? 0;
    const note = element("p", { id: `${id}-note`, class: "today" });
    this.notes.set(key, note);
    const choice = element("select", { id, "data-model": key, "aria-describedby": note.id }, option("", "their own, as today", true),
      ...catalogue.models.filter((model) => model.key !== key)
        .map((model) => option(model.key, model.city && model.city !== city.title ? `${model.label}, ${model.city}` : model.label, false)));
    choice.addEventListener("change", () => this.room.change(withModel(this.room.state, this.side, key, choice.value)));
    this.choices.set(key, choice);
    return element("div", { class: "model-row" },
      element("label", { for: id }, labelOf(city, key), element("span", { class: "today" }, ` ${schools} schools`)), choice, note);
  }
}

/** What the model is: its autonomy on paper, who employs, what secures its rights, who reviews. */
function descriptionOf(catalogue: Catalogue, key: string): string {
  const told = catalogue.models.find((model) => model.key === key)?.description ?? "";
  return told.replaceAll("_", " ").replace(/^score (.*?); autonomy ([^;]+);/, "Autonomy on paper $1 of 1 ($2);");
}
