// What has been heard of the question that is asked: the newest differences, and how they came.
import type { CityEvent, Differences, SchoolsEvent, Series } from "./answers.ts";

export class Results {
  city: CityEvent | null = null;
  schools: SchoolsEvent | null = null;
  /** After 1, 8, 32, 128 pairs, in the order of coming. */
  stages: readonly Differences[] = [];
  /** Counts what has come, so that nothing is drawn twice. */
  version = 0;

  get latest(): Differences | null {
    return this.stages[this.stages.length - 1] ?? null;
  }

  get n(): number {
    return this.latest?.n ?? 0;
  }

  heard(differences: Differences): void {
    this.stages = [...this.stages.filter((stage) => stage.n < differences.n), differences];
    this.version += 1;
  }

  found(city: CityEvent): void {
    this.city = city;
    this.version += 1;
  }

  stood(schools: SchoolsEvent): void {
    this.schools = schools;
    this.version += 1;
  }

  get years(): readonly number[] {
    return this.city?.years ?? [];
  }
}

export function seriesOf(of: Differences | null, outcome: string, model: string): Series | undefined {
  return of?.series.find((series) => series.o === outcome && series.m === model);
}

export function number(of: readonly (number | null)[] | undefined, at: number): number {
  return of?.[at] ?? Number.NaN;
}

/** B less A in one year, with the interval of chance: NaN where it is not known. */
export interface Difference {
  readonly n: number;
  readonly a: number;
  readonly b: number;
  readonly d: number;
  readonly low: number;
  readonly high: number;
}

export function differenceIn(of: Differences | null, outcome: string, model: string, at: number): Difference {
  const series = seriesOf(of, outcome, model);
  return {
    n: series?.pairs?.[at] ?? of?.n ?? 0,
    a: number(series?.a, at),
    b: number(series?.b, at),
    d: number(series?.d, at),
    low: number(series?.low, at),
    high: number(series?.high, at),
  };
}

/** The whole interval lies beyond 0. */
export function told({ low, high }: { readonly low: number; readonly high: number }): boolean {
  return low > 0 || high < 0;
}
