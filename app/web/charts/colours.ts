// Colours that people with any kind of colour vision tell apart: Okabe and Ito (2008), two of them
// darkened and the yellow left out, so that a thin line stands out from white by 3 to 1 (WCAG 2.1).

const kSeries = [
  "#0072B2", "#C44E00", "#00805D", "#B0548A", "#A86E00", "#5B5B5B", "#3C97CC", "#882255", "#44756F",
] as const;

/** Shapes in the same order, for where colours stand beside each other. */
const kSymbols = ["circle", "square", "triangle", "diamond", "cross", "wye", "star"] as const;

export type SymbolName = (typeof kSymbols)[number];

export function symbolOfModel(place: number): SymbolName {
  return place < 0 ? "circle" : (kSymbols[place % kSymbols.length] ?? "circle");
}

export const ink = "#1b1b1b";
export const quiet = "#5c5c5c";
export const faint = "#d9d9d9";
/** What goes up and what goes down, told apart by position and sign as well. */
export const gain = "#0072B2";
export const loss = "#C44E00";
export const total = "#5b5b5b";

/** The colour of the model that comes at this place among all models of a page. */
export function colourOfModel(place: number): string {
  return place < 0 ? ink : (kSeries[place % kSeries.length] ?? ink);
}
