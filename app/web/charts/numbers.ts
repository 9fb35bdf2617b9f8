// Numbers as people read them.

/** With as many decimals as tell apart what spreads over `spread`. */
export function readable(value: number, spread: number): string {
  if (!Number.isFinite(value)) return "-";
  const text = sizeText(value, spread);
  return isNothing(text) || value >= 0 ? text : `\u2212${text}`;
}

/** With its sign; what rounds to nothing has none. */
export function signed(value: number, spread: number): string {
  if (!Number.isFinite(value)) return "-";
  const text = sizeText(value, spread);
  return isNothing(text) ? text : value < 0 ? `\u2212${text}` : `+${text}`;
}

function sizeText(value: number, spread: number): string {
  const decimals = decimalsFor(spread);
  return Math.abs(value).toLocaleString("en-US", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

function isNothing(text: string): boolean {
  return !/[1-9]/.test(text);
}

export function decimalsFor(spread: number): number {
  if (!(spread > 0)) return 0;
  return Math.min(7, Math.max(0, 2 - Math.floor(Math.log10(spread))));
}

/** The least and the greatest of the numbers among these. */
export function extent(values: Iterable<number>): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low <= high ? [low, high] : [0, 1];
}

/** A little room at both ends. */
export function padded([low, high]: [number, number], share = 0.04): [number, number] {
  const room = (high - low || Math.abs(high) || 1) * share;
  return [low - room, high + room];
}

/** Short for axes: 1.2k, 34M. */
export function short(value: number): string {
  const size = Math.abs(value);
  const text = size >= 1e9 ? `${trimmed(size / 1e9)}bn`
    : size >= 1e6 ? `${trimmed(size / 1e6)}M`
    : size >= 1e4 ? `${trimmed(size / 1e3)}k`
    : trimmed(size);
  return value < 0 ? `\u2212${text}` : text;
}

function trimmed(value: number): string {
  return value.toLocaleString("en-US", { maximumSignificantDigits: 4 });
}
