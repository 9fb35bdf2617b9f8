// A picture with its title, a sentence, the table behind it, and that table as a file.
import { downloadButton } from "../charts/download.ts";
import { draw } from "../charts/draw.ts";
import { drawSlopePanels } from "../charts/slope_panels.ts";
import { asOnePicture, element, freshId } from "./dom.ts";
import type { Figure } from "./figure.ts";

// Letters of the charts are made for paper; a room reads them from afar. Many panels want width.
const kLarger = 1.25;
const kOfMany = 1.12;
const kMany = 4;

export class FigurePart {
  readonly root: HTMLElement;
  private readonly title = element("h2", { id: freshId("figure") });
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
    this.root.dataset["kind"] = figure.kind;
    if (figure.kind === "table") this.drawing.removeAttribute("role");
    this.title.textContent = figure.title;
    this.note.textContent = figure.note;
    const width = Math.floor(this.drawing.clientWidth / larger(figure));
    if (width > 0) this.drawing.replaceChildren(drawn(figure, width, placeOf));
    this.showTable();
  }

  private showTable(): void {
    if (!this.figure || !this.more.open) return;
    this.tools.replaceChildren(downloadButton(this.figure));
    this.table.replaceChildren(tableOf(this.figure));
  }
}

function larger(figure: Figure): number {
  if (figure.kind !== "panels" && figure.kind !== "waterfall") return kLarger;
  const series = new Set(figure.rows.map((row) => row[0])).size;
  return series > kMany || figure.kind === "waterfall" ? kOfMany : kLarger;
}

function drawn(figure: Figure, width: number, placeOf: (series: string) => number): Element {
  if (figure.rows.length === 0) return element("p", { class: "note" }, "Nothing differs here.");
  if (figure.kind === "table") return element("div", { class: "table" }, tableOf(figure));
  const picture = figure.kind === "slopes" ? drawSlopePanels(figure, width, placeOf) : draw(figure, width, placeOf);
  if (!picture) return element("p");
  return asOnePicture(picture);
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
