// Which recommendation is part of which.
import type { Catalogue, Preset } from "./catalogue.ts";

/** Recommendations that have parts, those that are made of others last. */
export function wholesOf(catalogue: Catalogue): Preset[] {
  const ofOthers = (preset: Preset): boolean =>
    catalogue.presets.some((one) => one.parts.length > 0 && preset.parts.includes(one.key));
  const wholes = catalogue.presets.filter((preset) => preset.parts.length > 0 || !belongs(catalogue, preset));
  return [...wholes.filter((preset) => !ofOthers(preset)), ...wholes.filter(ofOthers)];
}

/** Its parts, and other readings of them: R1c_exit is one of R1. */
export function partsOf(catalogue: Catalogue, whole: Preset): Preset[] {
  return catalogue.presets.filter((preset) => preset.parts.length === 0 && wholeOf(catalogue, preset) === whole.key);
}

function belongs(catalogue: Catalogue, preset: Preset): boolean {
  return wholeOf(catalogue, preset) !== null;
}

function wholeOf(catalogue: Catalogue, preset: Preset): string | null {
  if (preset.part_of !== null) return preset.part_of;
  const stem = catalogue.presets.find((one) =>
    one.parts.length > 0 && preset.key.length > one.key.length && preset.key.startsWith(one.key) && /^[a-z_]/.test(preset.key.slice(one.key.length)));
  return stem?.key ?? null;
}

/** Whether a preset is laid by one of these that is made of it. */
export function laidWith(catalogue: Catalogue, laid: readonly string[], key: string): boolean {
  const wholes = catalogue.presets.filter((preset) => preset.parts.includes(key));
  return wholes.some((whole) => laid.includes(whole.key) || laidWith(catalogue, laid, whole.key));
}
