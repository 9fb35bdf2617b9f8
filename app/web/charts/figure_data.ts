// A figure as the program hands it over: columns and rows, and what is drawn of them.

export type Cell = string | number | null;

export interface Column {
  readonly key: string;
  readonly label: string;
  readonly unit?: string;
}

export interface FigureData {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** What the axis of values says, with its unit. */
  readonly axis: string;
  /** Words that a kind of figure understands, such as "step": what it is drawn like. */
  readonly hints: Readonly<Record<string, string>>;
}

/** Series that have a colour of their own on every figure of a page, in that order. */
export interface PageData {
  readonly series: readonly string[];
  readonly figures: readonly FigureData[];
}

/** A row by the keys of its columns. */
export class Row {
  constructor(
    private readonly places: ReadonlyMap<string, number>,
    private readonly cells: readonly Cell[],
  ) {}

  text(key: string): string {
    const cell = this.cell(key);
    return cell === null ? "" : String(cell);
  }

  /** NaN where there is no number. */
  number(key: string): number {
    const cell = this.cell(key);
    return typeof cell === "number" ? cell : Number.NaN;
  }

  private cell(key: string): Cell {
    const place = this.places.get(key);
    return place === undefined ? null : (this.cells[place] ?? null);
  }
}

export function rowsOf(figure: FigureData): Row[] {
  const places = new Map(figure.columns.map((column, place) => [column.key, place]));
  return figure.rows.map((cells) => new Row(places, cells));
}

export function distinct(values: Iterable<string>): string[] {
  return [...new Set(values)];
}
