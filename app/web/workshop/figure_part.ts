// A picture with its title, a sentence, the table behind it, and that table as a file.
import { downloadButton } from "../charts/download.ts";
import { draw } from "../charts/draw.ts";
import { drawSlopePanels } from "../charts/slope_panels.ts";
import { element, freshId } from "./dom.ts";
import type { Figure } from "./figure.ts";

// Letters of the charts are made for paper; a room reads them from afar.
const kLarger = 1.25;

export class FigurePart {
  readonly root: HTMLElement;
  private readonly title = element("h3", { id: freshId("figure") });
  private readonly note = element("p");
  private readonly drawing: HTMLElement;
  private readonly tools = element("div", { class: "table-tools" });
  private readonly table = element("div", { class: "table", tabindex: 0, role: "region" });
  private readonly more: HTMLDetailsElement;
  private figure: Figure | null = null;

  constructor() {
    this.drawing = element("div", { class: "drawing", role: "img", "aria-labelledby": this.title.id });
    this.more = element("details", {}, element("summary", {}, "Table"), this.tools, this.table);
    this.more.addEventListener("toggle", () => this.showTable());
    this.table.setAttribute("aria-labelledby", this.title.id);
    this.root = element("figure", {}, element("figcaption", {}, this.title, this.note), this.drawing, this.more);
  }

  show(figure: Figure, placeOf: (series: string) => number): void {
    this.figure = figure;
    this.root.id = figure.id;
    this.title.textContent = figure.title;
    this.note.textContent = figure.note;
    const width = Math.floor(this.drawing.clientWidth / kLarger);
    if (width > 0) this.drawing.replaceChildren(drawn(figure, width, placeOf));
    this.showTable();
  }

  private showTable(): void {
    if (!this.figure || !this.more.open) return;
    this.tools.replaceChildren(downloadButton(this.figure));
    this.table.replaceChildren(tableOf(this.figure));
  }
}

function drawn(figure: Figure, width: number, placeOf: (series: string) => number): Element {
  if (figure.rows.length === 0) return element("p", { class: "note" }, "Nothing differs here.");
  const picture = figure.kind === "slopes" ? drawSlopePanels(figure, width, placeOf) : draw(figure, width, placeOf);
  if (!picture) return element("p");
  // One picture with one description: its parts are for eyes, the table says the same.
  for (const part of [picture, ...picture.querySelectorAll("*")]) part.removeAttribute("aria-label");
  return picture;
}

function tableOf(figure: Figure): HTMLElement {
  const numeric = figure.columns.map((_, i) => figure.rows.some((row) => typeof row[i] === "number"));
  const head = figure.columns.map((column, i) => element("th", { scope: "col", class: numeric[i] ? "number" : "" }, column.label));
  const rows = figure.rows.map((row) => element("tr", {}, ...row.map((cell, i) =>
    element("td", { class: numeric[i] ? "number" : "" }, cellText(cell)))));
  return element("table", {}, element("caption", {}, figure.axis), element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...rows));
}

function cellText(cell: string | number | null): string {
  if (cell === null) return "";
  if (typeof cell === "string" || Number.isInteger(cell)) return String(cell);
  return String(Number(cell.toPrecision(6)));
}
