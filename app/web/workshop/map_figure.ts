// Schools where they stand, in the last year of the first life; before it is lived, as they begin.
import { figure, nameOf, type Figure } from "./figure.ts";
import type { Table } from "./answers.ts";
import type { Room } from "./room.ts";

const kColumns = [["name", "school"], ["series", "school model"], ["east", "east, km"], ["north", "north, km"], ["size", "students"], ["note", "note"]] as const;

export function schoolMap(room: Room): Figure | null {
  const { schools, city } = room.results;
  if (schools) return after(room);
  if (!city) return null;
  const at = reader(city.schools);
  const rows = city.schools.rows.filter((row) => at(row, "open") !== 0)
    .map((row) => [at(row, "name"), nameOf(room, String(at(row, "model"))), at(row, "x"), at(row, "y"), at(row, "enrolment"), ""]);
  return figure("map", "map", `Schools of ${room.city.title} in ${city.years[0]}, before the policies`, kNote, "students", kColumns, rows);
}

const kNote = "Size: students. The first life, no mean.";

/** How many schools and students each model has, in the same year of the same life. */
export function schoolCounts(room: Room): Figure | null {
  const { schools } = room.results;
  if (!schools) return null;
  const at = reader(schools);
  const of = (model: string, side: string): [number, number] => {
    const own = schools.rows.filter((row) => at(row, `model_${side}`) === model && at(row, `enrolment_${side}`) !== null);
    return [own.length, own.reduce((sum, row) => sum + Number(at(row, `enrolment_${side}`)), 0)];
  };
  const rows = room.city.models.map((model) => {
    const [schoolsA, studentsA] = of(model.key, "a");
    const [schoolsB, studentsB] = of(model.key, "b");
    const change = (a: number, b: number): string => `${a.toLocaleString("en-US")} \u2192 ${b.toLocaleString("en-US")}`;
    return schoolsA + schoolsB === 0 ? [] : [model.label, change(schoolsA, schoolsB), change(studentsA, studentsB)];
  }).filter((row) => row.length > 0);
  return figure("map_counts", "table", `How many in ${schools.year}`, "", "first life",
    [["model", "school model"], ["schools", "schools, A \u2192 B"], ["students", "students, A \u2192 B"]], rows);
}

function after(room: Room): Figure | null {
  const { schools } = room.results;
  if (!schools) return null;
  const at = reader(schools);
  const side = room.view.map;
  const other = side === "a" ? "b" : "a";
  const rows = schools.rows.filter((row) => at(row, `enrolment_${side}`) !== null).map((row) => {
    const before = at(row, `enrolment_${other}`);
    const note = before === null ? `only under ${side.toUpperCase()}` : before === at(row, `enrolment_${side}`) ? "" : `under ${other.toUpperCase()}: ${String(before)}`;
    return [at(row, "name"), nameOf(room, String(at(row, `model_${side}`))), at(row, "x"), at(row, "y"), at(row, `enrolment_${side}`), note];
  });
  return figure("map", "map", `Schools in ${schools.year} under policy ${side.toUpperCase()}`, kNote, "students", kColumns, rows);
}

type Row = Table["rows"][number];

function reader(table: Table): (row: Row, column: string) => string | number | null {
  const places = new Map(table.columns.map((column, place) => [column, place]));
  return (row, column) => row[places.get(column) ?? -1] ?? null;
}
