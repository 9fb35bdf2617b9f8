// How far the lives have come, and what is in the way.
import { element } from "./dom.ts";
import { faultAnywhere } from "./fault_words.ts";
import type { Part, Room, Status } from "./room.ts";

export class StatusPart implements Part {
  readonly root: HTMLElement;
  private readonly bar = element("progress", { "aria-label": "Pairs of lives", max: 1, value: 0 });
  private readonly text = element("span", { class: "status-text" });
  private readonly trouble = element("p", { class: "trouble", role: "alert", hidden: true });

  constructor() {
    this.root = element("div", { class: "status" }, this.trouble, element("div", { class: "status-row" }, this.bar, this.text,
      element("span", { class: "chance" }, "Intervals are of chance alone; what the model assumes is not in them.")));
  }

  show(room: Room): void {
    const { status } = room;
    this.root.dataset["phase"] = status.phase;
    this.bar.max = Math.max(1, status.of);
    this.bar.value = status.phase === "done" ? this.bar.max : Math.min(status.done, this.bar.max);
    this.text.textContent = progressText(status);
    const trouble = troubleText(status) || faultText(room);
    this.trouble.hidden = trouble === "";
    if (this.trouble.textContent !== trouble) this.trouble.textContent = trouble;
  }
}

function progressText(status: Status): string {
  if (status.phase === "done") return status.done === 1 ? "1 pair of lives" : `${status.done} pairs of lives`;
  if (status.phase === "faults") return "not lived";
  return status.done === 0 ? "living" : `${status.done} of ${status.of} pairs`;
}

/** The first fault, wherever its lever is; the levers' side has them all. */
function faultText(room: Room): string {
  if (room.status.phase !== "faults") return "";
  const faults = room.check?.faults ?? [];
  const more = faults.length > 1 ? ` And ${faults.length - 1} more.` : "";
  const first = faults[0] ? faultAnywhere(room, faults[0]) : "";
  return `Not lived: ${first}${/[.?]$/.test(first) ? "" : "."}${more}`;
}

function troubleText(status: Status): string {
  switch (status.phase) {
    case "waiting": return `The program is busy with other pages; it is asked again in ${status.seconds} s.`;
    case "lost": return `No connection to the program; what is shown had come before. Trying again every ${status.seconds} s.`;
    case "failed": return `${status.failure.message} ${status.failure.try}`.trim();
    default: return "";
  }
}
