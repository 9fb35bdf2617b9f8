// Where a number is from, one click away: what `homeroom explain` says of it.
import type { Explained } from "./answers.ts";
import { explain, Refused } from "./ask.ts";
import { button, element, freshId } from "./dom.ts";

export class SourceNote {
  readonly opener: HTMLButtonElement;
  readonly note: HTMLElement;
  /** The city that is looked at. */
  ask: () => string = () => "";
  private told = "";

  constructor(private readonly key: string, name: string) {
    const id = freshId("source");
    this.note = element("div", { id, class: "source", hidden: true });
    this.opener = button("Source", { class: "small", "aria-expanded": "false", "aria-controls": id, "aria-label": `Source: ${name}` },
      () => void this.turn());
  }

  private async turn(): Promise<void> {
    this.note.hidden = !this.note.hidden;
    this.opener.setAttribute("aria-expanded", String(!this.note.hidden));
    const city = this.ask();
    if (this.note.hidden || this.told === city) return;
    try {
      this.note.replaceChildren(...paragraphs(await explain(this.key, city)));
      this.told = city;
    } catch (problem) {
      const why = problem instanceof Refused ? `${problem.message} ${problem.attempt}` : "no connection to the program";
      this.note.replaceChildren(element("p", {}, `Not told: ${why}`));
    }
  }
}

function paragraphs(of: Explained): HTMLElement[] {
  const rows: [string, string][] = [
    ["Meaning", of.meaning],
    ["Allowed", of.allowed],
    ["Today", `${of.value} ${of.unit === "1" ? "" : of.unit}`.trim()],
    ["Source", `${of.source || "none is stated"}${of.status ? ` (${of.status})` : ""}`],
    ["Stands in", of.set],
    ["Key", of.key],
  ];
  const list = element("dl");
  for (const [term, text] of rows) {
    if (text) list.append(element("div", {}, element("dt", {}, term), element("dd", {}, text)));
  }
  return [list];
}
