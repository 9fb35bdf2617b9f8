// What the difference of growth is made of: the terms add up to it.
import { askedIn, yearAt } from "./asked.ts";
import { capital, figure, nameOf, type Figure } from "./figure.ts";
import { differenceIn } from "./results.ts";
import type { Room } from "./room.ts";

// As much as the picture tells: nothing that would read as 0.
const kLeast = 0.00005;

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
  const rows = panels.flatMap((model) => {
    const at = (key: string): number => differenceIn(room.results.latest, key, model, yearAt(room)).d;
    if (!Number.isFinite(at(whole.key))) return [];
    const moved = each.filter((outcome) => Math.abs(at(outcome.key)) >= kLeast);
    return [...moved.map((outcome) => [nameOf(room, model), termName(outcome.key), at(outcome.key), "term"]),
      [nameOf(room, model), "B less A", at(whole.key), "total"]];
  });
  const of = subject === "math" ? "mathematics" : "ELA";
  return figure("terms", "waterfall", capital(`what moves growth in ${of}: B less A, term by term, ${asked.year}`),
    "The terms add up to the difference of growth. Those that do not move are left out.", "SD a year",
    [["panel", "school model"], ["label", "term"], ["value", "difference"], ["role", "role"]], rows);
}

function termName(key: string): string {
  const name = key.replace(/_(math|ela)$/, "");
  return kNames[name] ?? name.replaceAll("_", " ");
}
