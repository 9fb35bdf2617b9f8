// The pictures, one at a time, and the log of what the room tried.
import { byModel, overYears } from "./difference_figures.ts";
import { sameQuestion } from "./described.ts";
import { button, element, freshId } from "./dom.ts";
import { placeOf, type Figure } from "./figure.ts";
import { FigurePart } from "./figure_part.ts";
import { schoolCounts, schoolMap } from "./map_figure.ts";
import type { Part, Room } from "./room.ts";
import { rove } from "./roving.ts";
import type { Side } from "./state.ts";
import { terms } from "./term_figures.ts";
import { drawTries } from "./tries_picture.ts";
import { children, gaps } from "./who_figures.ts";
import { beforeAndAfter, survival, trajectories } from "./year_figures.ts";

interface Picture {
  readonly key: string;
  readonly name: string;
  figures(room: Room): readonly (Figure | null)[];
}

const kPictures: readonly Picture[] = [
  { key: "difference", name: "Difference", figures: (room) => (sameQuestion(room.state) ? [trajectories(room)] : [byModel(room), overYears(room)]) },
  { key: "years", name: "Over the years", figures: (room) => [trajectories(room)] },
  { key: "slope", name: "Before and after", figures: (room) => [beforeAndAfter(room)] },
  { key: "terms", name: "What moves it", figures: (room) => [terms(room)] },
  { key: "survival", name: "What lasts", figures: (room) => [survival(room)] },
  { key: "map", name: "Map", figures: (room) => [schoolMap(room), schoolCounts(room)] },
  { key: "who", name: "Who gains", figures: (room) => [children(room), gaps(room)] },
  { key: "tries", name: "Tried", figures: () => [] },
];

export class PicturesPart implements Part {
  readonly root: HTMLElement;
  private readonly tabs = new Map<string, HTMLButtonElement>();
  private readonly panel: HTMLElement;
  private readonly sides: HTMLElement;
  private parts: FigurePart[] = [];
  private drawn = "";
  private room!: Room;

  constructor() {
    const id = freshId("pictures");
    const row = element("div", { class: "tabs", role: "tablist", "aria-label": "Pictures" });
    for (const { key, name } of kPictures) {
      const tab = button(name, { id: `${id}-${key}`, role: "tab", "aria-controls": id, "data-picture": key }, () => this.room.look({ picture: key }));
      this.tabs.set(key, tab);
      row.append(tab);
    }
    rove(row, "[role=tab]");
    this.sides = this.sideButtons();
    this.panel = element("div", { id, class: "picture", role: "tabpanel", tabindex: 0 });
    this.root = element("section", { class: "pictures", "aria-label": "Pictures" }, row, this.panel);
  }

  show(room: Room): void {
    this.room = room;
    const picture = kPictures.find((one) => one.key === room.view.picture) ?? kPictures[0];
    if (!picture) return;
    for (const [key, tab] of this.tabs) this.showTab(key, tab, key === picture.key);
    const { outcome, of, year, map } = room.view;
    const drawn = JSON.stringify([room.results.version, picture.key, outcome, of, year, map, room.city.key, this.panel.clientWidth, room.tries.all.length, picture.key === "tries" ? room.tries.version : 0]);
    if (drawn === this.drawn) return;
    const same = (this.drawn ? JSON.parse(this.drawn) as unknown[] : [])[1] === picture.key;
    this.drawn = drawn;
    this.draw(picture, same);
  }

  private draw(picture: Picture, again: boolean): void {
    if (picture.key === "tries") return this.panel.replaceChildren(drawTries(this.room));
    const heard = this.room.results.latest !== null;
    const figures = (heard ? picture.figures(this.room) : [schoolMap(this.room)]).filter((figure) => figure !== null);
    if (figures.length === 0) return this.wait();
    if (!again || this.ids(this.parts.map((part) => part.root.id)) !== this.ids(figures.map((figure) => figure.id))) {
      this.parts = figures.map(() => new FigurePart());
      const both = picture.key === "map" && this.room.results.schools !== null;
      this.panel.replaceChildren(...(both ? [this.sides] : []), element("div", { class: "side-by-side" }, ...this.parts.map((part) => part.root)));
    } else if (picture.key === "map" && this.room.results.schools && !this.sides.isConnected) {
      this.panel.prepend(this.sides);
    }
    for (const side of this.sides.querySelectorAll("button")) side.setAttribute("aria-pressed", String(side.dataset["map"] === this.room.view.map));
    figures.forEach((figure, i) => this.parts[i]?.show(figure, placeOf(this.room)));
  }

  private ids(of: readonly string[]): string {
    return of.join(" ");
  }

  private wait(): void {
    this.parts = [];
    this.panel.replaceChildren(element("p", { class: "note" }, this.room.results.latest
      ? "This picture has nothing to show here." : "The pictures come with the first pair of lives."));
  }

  private showTab(key: string, tab: HTMLButtonElement, chosen: boolean): void {
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
    if (chosen) this.panel.setAttribute("aria-labelledby", tab.id);
    const tried = this.room.tries.all.length;
    if (key === "tries") tab.textContent = tried === 0 ? "Tried" : `Tried (${tried})`;
  }

  private sideButtons(): HTMLElement {
    const one = (side: Side): HTMLButtonElement => button(`Policy ${side.toUpperCase()}`, { "data-map": side, "aria-pressed": "false" }, () => this.room.look({ map: side }));
    return element("div", { class: "map-sides", role: "group", "aria-label": "Whose map" }, one("a"), one("b"));
  }
}
