// Numbers as people read them.

/** With as many decimals as tell apart what spreads over `spread`. */
export function readable(value: number, spread: number): string {
  if (!Number.isFinite(value)) return "-";
  const decimals = decimalsFor(spread);
  return value.toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

export function signed(value: number, spread: number): string {
  const text = readable(Math.abs(value), spread);
  return value < 0 ? `\u2212${text}` : `+${text}`;
}

export function decimalsFor(spread: number): number {
  if (!(spread > 0)) return 0;
  return Math.min(4, Math.max(0, 2 - Math.floor(Math.log10(spread))));
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
