// The question and what is seen of it, as a line of the log.
import { askedIn, yearAt } from "./asked.ts";
import { labelOf } from "./catalogue.ts";
import { policyText } from "./described.ts";
import { differenceIn } from "./results.ts";
import type { Room } from "./room.ts";
import { inOrder } from "./state.ts";
import type { Try } from "./tries.ts";
import { shownAs } from "./units.ts";

export function noted(room: Room): Try {
  const asked = askedIn(room);
  const of = differenceIn(room.results.latest, asked.outcome.key, asked.model, yearAt(room));
  const { factor, ofDifferences } = shownAs(asked.outcome);
  const known = (value: number): number | null => (Number.isFinite(value) ? Number((value * factor).toPrecision(12)) : null);
  return {
    at: new Date().toISOString(),
    state: inOrder(room.state),
    city: room.city.title,
    a: policyText(room.state.a, room.catalogue, room.city.key),
    b: policyText(room.state.b, room.catalogue, room.city.key),
    outcome: asked.outcome.name,
    of: labelOf(room.city, asked.model),
    year: asked.year,
    unit: ofDifferences,
    n: room.results.n,
    d: known(of.d), low: known(of.low), high: known(of.high),
    ended: room.status.phase === "done",
  };
}
