// What the program answers, as docs/workshop.md has it.

export interface Fault {
  readonly policy: string;
  readonly lever: string;
  readonly what: string;
  readonly allowed: string;
  readonly try: string;
  readonly text: string;
}

export interface Warning { readonly policy: string; readonly lever: string; readonly text: string }

/** What a policy changes in the city; values as TOML writes them. */
export interface Move {
  readonly key: string;
  readonly before: string;
  readonly after: string;
  readonly source: string;
  readonly status: string;
}

export interface Check {
  readonly faults: readonly Fault[];
  readonly warnings: readonly Warning[];
  readonly moves: { readonly a: readonly Move[]; readonly b: readonly Move[] };
}

export interface Explained {
  readonly key: string;
  readonly meaning: string;
  readonly unit: string;
  readonly allowed: string;
  readonly value: string;
  readonly source: string;
  readonly status: string;
  readonly set: string;
  readonly text: string;
}

type Cell = string | number | null;
export interface Table { readonly columns: readonly string[]; readonly rows: readonly (readonly Cell[])[] }

export interface CityEvent {
  readonly city: string;
  readonly years: readonly number[];
  readonly models: readonly { readonly key: string; readonly label: string }[];
  readonly schools: Table;
}

export interface SchoolsEvent extends Table { readonly replicate: number; readonly year: number }

type Numbers = readonly (number | null)[];

/** An outcome of a school model (empty: the whole city) under A and B, a number a year. */
export interface Series {
  readonly o: string;
  readonly m: string;
  readonly a: Numbers;
  readonly b: Numbers;
  readonly d: Numbers;
  readonly low: Numbers;
  readonly high: Numbers;
  readonly pairs?: readonly number[];
}

export interface Differences { readonly n: number; readonly of: number; readonly series: readonly Series[] }

export interface Failure { readonly message: string; readonly try: string }
