// Schools where they stand: size by enrolment, colour by model. No tiles, nothing from elsewhere.
import * as Plot from "@observablehq/plot";

import { colourOfModel, ink, quiet, symbolOfModel } from "./colours.ts";
import { distinct, rowsOf, type FigureData, type Row } from "./figure_data.ts";
import { extent, padded, short } from "./numbers.ts";

interface School {
  readonly name: string;
  readonly series: string;
  readonly east: number;
  readonly north: number;
  readonly size: number;
  readonly note: string;
}

export function drawMap(
  figure: FigureData,
  width: number,
  placeOf: (series: string) => number,
): HTMLElement {
  const schools = rowsOf(figure).map(schoolOf)
    .filter((school) => Number.isFinite(school.east) && Number.isFinite(school.north));
  const used = Math.min(width, 720);
  const east = padded(extent(schools.map((school) => school.east)), 0.06);
  const north = padded(extent(schools.map((school) => school.north)), 0.06);
  // A kilometre is as long in both directions.
  const inner = used - 60;
  const height = Math.min(900, Math.max(240, (inner * (north[1] - north[0])) / (east[1] - east[0]))) + 50;
  const colour = (school: School): string => colourOfModel(placeOf(school.series));
  const whole = document.createElement("div");
  whole.append(legend(distinct(schools.map((school) => school.series)), placeOf), Plot.plot({
    width: used,
    height,
    marginLeft: 44,
    marginRight: 16,
    marginBottom: 36,
    marginTop: 14,
    style: { fontFamily: "inherit", fontSize: "11px", color: ink },
    x: { domain: east, ticks: 5, label: "km from west to east", labelAnchor: "center", labelArrow: "none", tickSize: 3 },
    y: { domain: north, ticks: 5, label: "km from south to north", labelAnchor: "top", labelArrow: "none", tickSize: 3 },
    r: { range: [2.5, 13], type: "sqrt", domain: [0, Math.max(...schools.map((school) => school.size), 1)] },
    marks: [
      Plot.frame({ stroke: "#e5e5e5" }),
      Plot.dot(schools, {
        x: "east", y: "north", r: "size", fill: colour, fillOpacity: 0.6, stroke: colour, strokeWidth: 1,
        symbol: (school: School) => symbolOfModel(placeOf(school.series)),
        sort: { channel: "r", reverse: true },
      }),
      Plot.tip(schools, Plot.pointer({
        x: "east", y: "north",
        title: (school: School) => `${school.name}\n${school.series}, ${short(Math.round(school.size))} students${school.note ? `\n${school.note}` : ""}`,
      })),
    ],
  }));
  return whole;
}

function schoolOf(row: Row): School {
  return {
    name: row.text("name"),
    series: row.text("series"),
    east: row.number("east"),
    north: row.number("north"),
    size: row.number("size"),
    note: row.text("note"),
  };
}

/** Each model with its colour and its shape. */
function legend(series: readonly string[], placeOf: (series: string) => number): HTMLElement {
  const list = document.createElement("ul");
  list.className = "legend";
  for (const name of series) {
    const item = document.createElement("li");
    item.append(sample(placeOf(name)), name);
    list.append(item);
  }
  list.style.color = quiet;
  return list;
}

function sample(place: number): Element {
  const drawn = Plot.plot({
    width: 16, height: 16, margin: 0, axis: null,
    x: { domain: [-1, 1] }, y: { domain: [-1, 1] },
    marks: [Plot.dot([0], { x: 0, y: 0, r: 5, symbol: symbolOfModel(place), fill: colourOfModel(place) })],
  });
  drawn.setAttribute("class", "sample");
  return drawn;
}
