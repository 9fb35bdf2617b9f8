// Draws the figures of a report from the data that the page carries, again when its width changes.
import { downloadButton } from "../charts/download.ts";
import { draw } from "../charts/draw.ts";
import type { FigureData, PageData } from "../charts/figure_data.ts";

function pageData(): PageData {
  const text = document.getElementById("report-data")?.textContent;
  if (!text) throw new Error("the page carries no data");
  return JSON.parse(text) as PageData;
}

function drawInto(place: HTMLElement, figure: FigureData, page: PageData): void {
  const width = Math.floor(place.clientWidth);
  if (width <= 0) return;
  const drawn = draw(figure, width, (series) => page.series.indexOf(series) - 1);
  if (!drawn) return;
  // One picture with one description; its parts are for eyes, the table below says the same.
  place.setAttribute("role", "img");
  for (const part of [drawn, ...drawn.querySelectorAll("*")]) part.removeAttribute("aria-label");
  place.replaceChildren(drawn);
}

function begin(): void {
  const page = pageData();
  const places: [HTMLElement, FigureData][] = [];
  for (const figure of page.figures) {
    const whole = document.getElementById(figure.id);
    whole?.querySelector(".table-tools")?.append(downloadButton(figure));
    const place = whole?.querySelector<HTMLElement>(".drawing");
    if (place) places.push([place, figure]);
  }
  let width = 0;
  const drawAll = (): void => {
    for (const [place, figure] of places) drawInto(place, figure, page);
  };
  const look = new ResizeObserver(() => {
    const now = document.body.clientWidth;
    if (now === width) return;
    width = now;
    drawAll();
  });
  look.observe(document.body);
  drawAll();
  document.documentElement.dataset["drawn"] = "yes";
}

begin();
