// What the figures of the workshop have in common.
import type { Cell, Column, FigureData } from "../charts/figure_data.ts";
import { labelOf } from "./catalogue.ts";
import type { Room } from "./room.ts";

export interface Figure extends FigureData {
  /** What the picture says of itself below its title. */
  readonly note: string;
}

export function figure(
  id: string,
  kind: string,
  title: string,
  note: string,
  axis: string,
  columns: readonly (Column | readonly [string, string])[],
  rows: readonly (readonly Cell[])[],
  hints: Readonly<Record<string, string>> = {},
): Figure {
  const named = columns.map((column) => ("key" in column ? column : { key: column[0], label: column[1] }));
  return { id, kind, title, note, axis, columns: named, rows: rows.map((row) => row.map(cell)), hints };
}

/** What is no number is an empty cell. */
function cell(value: Cell): Cell {
  return typeof value === "number" && !Number.isFinite(value) ? null : value;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The whole city, then its school models that have anything to tell. */
export function modelsIn(room: Room): readonly string[] {
  return ["", ...room.city.models.map((model) => model.key)];
}

export function nameOf(room: Room, model: string): string {
  return model === "" ? "whole city" : labelOf(room.city, model);
}

/** Which colour a series has: that of its model. */
export function placeOf(room: Room): (series: string) => number {
  const names = room.city.models.map((model) => model.label);
  return (series) => names.indexOf(series);
}
