// What the room looks at, resolved: the outcome, whose, and in which year.
import type { Outcome } from "./catalogue.ts";
import { sameQuestion } from "./described.ts";
import type { Asked } from "./headline.ts";
import type { Room } from "./room.ts";

const kFirst = "latent_growth_math";

export function outcomeOf(room: Room): Outcome {
  const { outcomes } = room.catalogue;
  const wanted = room.view.outcome || kFirst;
  const found = outcomes.find((outcome) => outcome.key === wanted) ?? outcomes[0];
  if (!found) throw new Error("the catalogue has no outcomes");
  return found;
}

/** The policy years: those that are lived, or will be. */
export function yearsOf(room: Room): readonly number[] {
  if (room.results.years.length > 0) return room.results.years;
  const count = room.state.years ?? room.city.years;
  return Array.from({ length: Math.max(1, Math.min(count, 30)) }, (_, i) => room.city.first_year + i);
}

/** The place of the year that is looked at. */
export function yearAt(room: Room): number {
  const years = yearsOf(room);
  const at = years.indexOf(room.view.year);
  return at < 0 ? years.length - 1 : at;
}

export function askedIn(room: Room): Asked {
  const model = room.city.models.some((one) => one.key === room.view.of) ? room.view.of : "";
  return { outcome: outcomeOf(room), city: room.city, model, year: yearsOf(room)[yearAt(room)] ?? 0, same: sameQuestion(room.state) };
}
