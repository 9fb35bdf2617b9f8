// What the difference of growth is made of: the terms add up to it.
import { askedIn, yearAt } from "./asked.ts";
import { capital, figure, nameOf, type Figure } from "./figure.ts";
import { differenceIn } from "./results.ts";
import type { Room } from "./room.ts";

// Terms below this part of the largest would read as 0: they stand together, so that what is seen adds up.
const kPart = 0.01;

const kNames: Readonly<Record<string, string>> = {
  teacher: "teachers", leadership: "leadership", program: "programme", time: "time", resources: "resources",
  class_size: "class size", climate: "climate", effort: "effort", fit: "fit", peers: "peers", disruption: "disruption",
  anchor: "the state\u2019s typical school",
};

export function terms(room: Room): Figure | null {
  const asked = askedIn(room);
  const subject = asked.outcome.key.endsWith("_ela") ? "ela" : "math";
  const each = room.catalogue.outcomes.filter((outcome) => outcome.term && outcome.key.endsWith(`_${subject}`));
  const whole = room.catalogue.outcomes.find((outcome) => outcome.key === `latent_growth_${subject}`);
  if (!whole || each.length === 0) return null;
  const panels = asked.model === "" ? ["", ...room.city.autonomous.slice(0, 1)] : ["", asked.model];
  const inModel = (key: string, model: string): number => differenceIn(room.results.latest, key, model, yearAt(room)).d;
  const largest = Math.max(0, ...panels.flatMap((model) => [...each, whole].map((outcome) => Math.abs(inModel(outcome.key, model)) || 0)));
  const rows = panels.flatMap((model) => {
    const at = (key: string): number => inModel(key, model);
    if (!Number.isFinite(at(whole.key))) return [];
    const moved = each.filter((outcome) => Math.abs(at(outcome.key)) > kPart * largest);
    const others = at(whole.key) - moved.reduce((sum, outcome) => sum + at(outcome.key), 0);
    return [...moved.map((outcome) => [nameOf(room, model), termName(outcome.key), at(outcome.key), "term"]),
      ...(Math.abs(others) > 0.3 * kPart * largest ? [[nameOf(room, model), "all others", others, "term"]] : []),
      [nameOf(room, model), "B less A", at(whole.key), "total"]];
  });
  const of = subject === "math" ? "mathematics" : "ELA";
  return figure("terms", "waterfall", capital(`what moves growth in ${of}: B less A, term by term, ${asked.year}`),
    "Means over the lives, without intervals: a small term may be chance. They add up to the difference of growth.", "SD a year",
    [["panel", "school model"], ["label", "term"], ["value", "difference"], ["role", "role"]], rows);
}

function termName(key: string): string {
  const name = key.replace(/_(math|ela)$/, "");
  return kNames[name] ?? name.replaceAll("_", " ");
}
