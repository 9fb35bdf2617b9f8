// Who gains and who loses: the children of each model's schools under A, wherever B put them, and
// the gaps between groups of children.
import { askedIn, yearAt } from "./asked.ts";
import { figure, nameOf, type Figure } from "./figure.ts";
import { differenceIn } from "./results.ts";
import type { Room } from "./room.ts";

export function children(room: Room): Figure {
  const { outcome, year } = askedIn(room);
  const subject = outcome.key.endsWith("_ela") ? "ela" : "math";
  const own = room.catalogue.outcomes.some((one) => one.key === `own_level_${subject}`);
  const key = own ? `own_level_${subject}` : `level_${subject}`;
  const rows = ["", ...room.city.models.map((model) => model.key)]
    .map((model) => row(room, model === "" ? "all children" : nameOf(room, model), key, model))
    .filter((one) => Number.isFinite(one[1]));
  return figure("who_gains", "intervals", own ? `Children by their school under A: ${subjectName(subject)}, ${year}` : `Children by their school: ${subjectName(subject)}, ${year}`,
    own ? "The same children under both policies, wherever B put them." : "Children whom the model has under each policy: a change of intake is in it.", "B less A, state SD",
    [["label", "children"], ["value", "difference"], ["low", "low"], ["high", "high"]], rows, { intervals: "to come" });
}

export function gaps(room: Room): Figure {
  const { outcome, year } = askedIn(room);
  const subject = outcome.key.endsWith("_ela") ? "ela" : "math";
  const rows = room.catalogue.outcomes.filter((one) => one.group === "gaps" && one.key.endsWith(`level_${subject}`))
    .map((one) => row(room, gapName(one.key), one.key, ""))
    .filter((one) => Number.isFinite(one[1]));
  return figure("gaps", "intervals", `Gaps in ${subjectName(subject)}, ${year}: narrower (\u2212) or wider (+) under B`,
    "How far one group stands ahead of the other.", "B less A, state SD",
    [["label", "gap"], ["value", "difference"], ["low", "low"], ["high", "high"]], rows, { better: "lower", intervals: "to come" });
}

function row(room: Room, label: string, key: string, model: string): (string | number)[] {
  const of = differenceIn(room.results.latest, key, model, yearAt(room));
  return [label, of.d, of.low, of.high];
}

const kGaps: Readonly<Record<string, string>> = {
  low_income: "income", black_white: "Black and White", hispanic_white: "Hispanic and White",
  english_learner: "English learners", special_education: "special education",
};

function gapName(key: string): string {
  const name = key.replace(/^gap_/, "").replace(/_level_(math|ela)$/, "");
  return kGaps[name] ?? name.replaceAll("_", " ");
}

function subjectName(subject: string): string {
  return subject === "ela" ? "ELA" : "mathematics";
}
