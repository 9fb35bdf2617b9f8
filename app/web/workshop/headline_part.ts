// The difference as the headline, with its interval, and how the interval became narrower.
import { gain, loss, quiet, total } from "../charts/colours.ts";
import { askedIn, yearAt } from "./asked.ts";
import { policyText } from "./described.ts";
import { asOnePicture, element } from "./dom.ts";
import { headlineOf, spoken, type Headline } from "./headline.ts";
import { differenceIn, type Difference } from "./results.ts";
import type { Part, Room } from "./room.ts";
import type { Policy } from "./state.ts";
import { drawTightening } from "./tightening.ts";
import { shownAs } from "./units.ts";

const kColours: Readonly<Record<Headline["tone"], string>> = {
  better: gain, worse: loss, other: total, open: quiet, same: quiet,
};

export class HeadlinePart implements Part {
  readonly root: HTMLElement;
  private readonly figure = element("p", { class: "figure" });
  private readonly sentence = element("p", { class: "sentence" });
  private readonly plain = element("p", { class: "plain" });
  private readonly interval = element("p", { class: "interval" });
  private readonly levels = element("p", { class: "interval" });
  private readonly printed = element("p", { class: "printed" });
  private readonly rungs = element("div", { class: "rungs" });
  private readonly aloud = element("p", { class: "unseen", "aria-live": "polite" });
  private drawn = "";

  constructor() {
    this.root = element("section", { class: "headline", "aria-label": "The difference" },
      this.printed, element("div", { class: "said" }, this.figure, this.sentence, this.plain, this.interval, this.levels), this.rungs, this.aloud);
  }

  show(room: Room): void {
    const asked = askedIn(room);
    const latest = differenceIn(room.results.latest, asked.outcome.key, asked.model, yearAt(room));
    const headline = room.results.latest || asked.same ? headlineOf(asked, latest) : waiting(room);
    this.figure.textContent = headline.figure;
    this.printed.textContent = printedText(room);
    this.sentence.textContent = headline.sentence;
    this.plain.textContent = headline.plain;
    this.interval.textContent = headline.interval;
    this.levels.textContent = headline.levels;
    this.root.dataset["tone"] = headline.tone;
    this.root.dataset["n"] = String(room.results.n);
    if (room.results.latest && this.aloud.textContent !== spoken(headline)) this.aloud.textContent = spoken(headline);
    this.drawRungs(room, asked.same, headline);
  }

  private drawRungs(room: Room, same: boolean, headline: Headline): void {
    const { outcome, model } = askedIn(room);
    const { factor, ofDifferences } = shownAs(outcome);
    const width = this.rungs.clientWidth;
    const drawn = JSON.stringify([room.results.version, outcome.key, model, yearAt(room), width, same]);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    this.rungs.hidden = same || room.results.stages.length === 0;
    if (this.rungs.hidden || this.rungs.clientWidth <= 0) return this.rungs.replaceChildren();
    const each = room.results.stages.map((stage) => scaled(differenceIn(stage, outcome.key, model, yearAt(room)), stage.n, factor));
    const stages = stagesOf(room);
    const picture = drawTightening(each, stages, `B less A, ${ofDifferences}`, kColours[headline.tone], Math.max(240, this.rungs.clientWidth / 1.1));
    this.rungs.setAttribute("role", "img");
    this.rungs.setAttribute("aria-label", "The difference and its interval after more and more pairs of lives");
    this.rungs.replaceChildren(asOnePicture(picture));
  }
}

/** Paper has no levers: what the policies are. */
function printedText(room: Room): string {
  const of = (policy: Policy): string => policyText(policy, room.catalogue, room.city.key);
  return `${room.city.title}. Policy A: ${of(room.state.a)}. Policy B: ${of(room.state.b)}.`;
}

function scaled(of: Difference, n: number, factor: number): { n: number; d: number; low: number; high: number } {
  return { n, d: of.d * factor, low: of.low * factor, high: of.high * factor };
}

function stagesOf(room: Room): number[] {
  const most = room.state.replicates ?? 128;
  const planned = room.catalogue.limits.stages.filter((n) => n < most);
  return [...new Set([...planned, most, ...room.results.stages.map((stage) => stage.n)])].sort((one, other) => one - other);
}

function waiting(room: Room): Headline {
  const schools = room.city.schools.toLocaleString("en-US");
  const children = room.city.children.toLocaleString("en-US");
  const sentence = room.status.phase === "faults" ? "Something asked for is not allowed; it is told beside the levers."
    : `${schools} schools and ${children} children of ${room.city.title} live through both policies with the same dice.`;
  return { figure: room.status.phase === "faults" ? "Not lived" : "The first lives", sentence, interval: "", levels: "", plain: "", tone: "open" };
}
