// Ticks of which no two labels meet.

// Of a letter at 12 px, and between two labels.
const kLetter = 6.4;
const kBetween = 8;

/** Round values within the range, as many as have room for their labels, 0 among them where it lies there. */
export function roundTicks(range: readonly [number, number], room: number, label: (value: number) => string): number[] {
  const [low, high] = range;
  if (!(high > low)) return [low];
  let power = 10 ** Math.floor(Math.log10((high - low) / 8));
  for (let round = 0; round < 5; round += 1, power *= 10) {
    for (const times of [1, 2, 5]) {
      const ticks = multiples(times * power, low, high);
      const widest = Math.max(0, ...ticks.map((tick) => label(tick).length)) * kLetter + kBetween;
      if (ticks.length <= 6 && widest <= (room * times * power) / (high - low)) return ticks.length > 1 ? ticks : ends(low, high);
    }
  }
  return ends(low, high);
}

/** 0, or the lower end, and the end that is farther from it, in one digit. */
function ends(low: number, high: number): number[] {
  const far = Math.abs(high) >= Math.abs(low) ? high : low;
  const power = 10 ** Math.floor(Math.log10(Math.abs(far)));
  const rounded = Number((Math.trunc(far / power + 1e-9 * Math.sign(far)) * power).toPrecision(1));
  return low <= 0 && high >= 0 ? [0, rounded] : [low, rounded];
}

function multiples(step: number, low: number, high: number): number[] {
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => Number(((first + i) * step).toPrecision(12)) || 0);
}
