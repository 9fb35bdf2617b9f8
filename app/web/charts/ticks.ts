// Ticks of which no two labels meet.

/** At most `most` round values within the range, 0 among them where it lies there. */
export function roundTicks([low, high]: readonly [number, number], most: number): number[] {
  const range = high - low;
  if (!(range > 0)) return [low];
  let power = 10 ** Math.floor(Math.log10(range / most));
  for (let round = 0; round < 4; round += 1, power *= 10) {
    for (const times of [1, 2, 5]) {
      const ticks = multiples(times * power, low, high);
      if (ticks.length <= Math.max(2, most)) return ticks;
    }
  }
  return [low, high];
}

function multiples(step: number, low: number, high: number): number[] {
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => Number(((first + i) * step).toPrecision(12)) || 0);
}

/** First and last year, and the middle one where there is room. */
export function yearTicks([first, last]: readonly [number, number], room: number): number[] {
  const middle = Math.round((first + last) / 2);
  const years = room > 120 ? [first, middle, last] : [first, last];
  return [...new Set(years)];
}
