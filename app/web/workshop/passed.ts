// What a difference in standard deviations is, said of children: how many of the state's children a child
// in the middle would pass, where scores are spread as the normal distribution has it.
import type { Outcome } from "./catalogue.ts";

/** Empty where the outcome is no achievement of children, or nothing is passed. */
export function passedText(outcome: Outcome, difference: number): string {
  const counts = outcome.group === "achievement" || outcome.group === "growth";
  if (!counts || !/^(state SD|SD\/year)$/.test(outcome.unit) || !Number.isFinite(difference) || difference === 0) return "";
  const share = shareBetween(Math.abs(difference));
  const many = share < 0.0005 ? "fewer than 1 in 1,000" : share < 0.02 ? `${Math.round(share * 1000)} in 1,000` : `${Math.round(share * 100)} in 100`;
  const what = difference > 0 ? "pass" : "fall behind";
  return `A child in the state\u2019s middle would ${what} ${many} others.`;
}

/** The part of a normal distribution between its mean and `z` standard deviations (Simpson's rule). */
function shareBetween(z: number): number {
  const steps = 64;
  const density = (x: number): number => Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  let sum = density(0) + density(z);
  for (let i = 1; i < steps; i += 1) sum += density((z * i) / steps) * (i % 2 === 1 ? 4 : 2);
  return (sum * z) / steps / 3;
}
