// The room: what is asked, what is looked at, what was heard, and who is told when it changes.
import type { Check } from "./answers.ts";
import { check as ask } from "./ask.ts";
import { cityOf, type Catalogue, type City } from "./catalogue.ts";
import { briefly, sameQuestion } from "./described.ts";
import { element } from "./dom.ts";
import { HeadlinePart } from "./headline_part.ts";
import { LeversPart } from "./levers_part.ts";
import { fragmentOf, readFragment, stateText } from "./link.ts";
import { noted } from "./noted.ts";
import { PicturesPart } from "./pictures_part.ts";
import { QuestionPart } from "./question_part.ts";
import { Results } from "./results.ts";
import type { Part, Room, Status } from "./room.ts";
import { question, stateOf, type Policy, type State } from "./state.ts";
import { StatusPart } from "./status_part.ts";
import { Stream } from "./stream.ts";
import { Toolbar } from "./toolbar.ts";
import { Tries } from "./tries.ts";
import { firstView, type View } from "./view.ts";

const kNothing = { message: "", try: "" };
const kPause = 180;

export class Workshop implements Room {
  city: City;
  state: State;
  view: View = firstView;
  check: Check | null = null;
  results = new Results();
  status: Status = { phase: "asking", done: 0, of: 128, seconds: 0, failure: kNothing };
  readonly tries = new Tries();
  facilitator = false;

  private readonly parts: readonly Part[];
  private readonly said = element("p", { class: "said-once", role: "status" });
  private stream: Stream | null = null;
  private asking: AbortController | null = null;
  private timer = 0;
  private dragging = false;
  private quiet = 0;

  constructor(readonly catalogue: Catalogue) {
    const first = catalogue.cities[0];
    if (!first) throw new Error("the catalogue has no cities");
    this.city = first;
    this.state = stateOf(first.key);
    const [toolbar, levers, asked, headline, status, pictures] =
      [new Toolbar(catalogue), new LeversPart(), new QuestionPart(catalogue), new HeadlinePart(), new StatusPart(), new PicturesPart()];
    this.parts = [toolbar, levers, asked, headline, status, pictures];
    document.body.append(toolbar.root, this.said, element("main", {}, levers.root,
      element("div", { class: "results" }, asked.root, headline.root, status.root, pictures.root)));
  }

  open(): void {
    window.addEventListener("popstate", () => this.follow());
    new ResizeObserver(() => this.show()).observe(document.body);
    this.follow();
  }

  change(state: State, dragged = false): void {
    const before = this.state;
    this.state = state;
    this.city = cityOf(this.catalogue, state.city) ?? this.city;
    // A drag is one step back, not a hundred.
    this.write(dragged && this.dragging ? "replace" : "push");
    this.dragging = dragged;
    const same = stateText(question(before)) === stateText(question(state));
    if (!same) this.askAgain(dragged ? kPause : 0);
    this.show();
  }

  look(view: Partial<View>): void {
    this.view = { ...this.view, ...view };
    this.write("replace");
    this.show();
    this.note();
  }

  lead(on: boolean): void {
    this.facilitator = on;
    this.show();
  }

  tell(message: string): void {
    this.said.textContent = message;
    clearTimeout(this.quiet);
    this.quiet = window.setTimeout(() => { this.said.textContent = ""; }, 6000);
  }

  /** Takes what the address says: at the beginning, and when somebody goes back or puts in a link. */
  private follow(): void {
    const linked = readFragment(window.location.hash);
    const known = linked.state ? cityOf(this.catalogue, linked.state.city) : undefined;
    if (linked.damaged || (linked.state && !known)) this.tell("The link is damaged or of another city list: this is today\u2019s law.");
    this.state = known && linked.state ? linked.state : stateOf(this.city.key);
    this.city = cityOf(this.catalogue, this.state.city) ?? this.city;
    this.view = linked.view;
    this.write("replace");
    this.askAgain(0);
    this.show();
  }

  private write(how: "push" | "replace"): void {
    const fragment = fragmentOf(this.state, this.view);
    if (fragment === window.location.hash) return;
    if (how === "push") window.history.pushState(null, "", fragment);
    else window.history.replaceState(null, "", fragment);
  }

  private show(): void {
    const of = (policy: Policy): string => briefly(policy, this.catalogue);
    document.title = `${this.city.title}: ${of(this.state.b)} against ${of(this.state.a)} \u2013 Homeroom`;
    for (const part of this.parts) part.show(this);
  }

  /** The old stream ends at once; what it told stays in sight, faded, until the new one speaks. */
  private askAgain(pause: number): void {
    this.stream?.close();
    this.stream = null;
    this.asking?.abort();
    clearTimeout(this.timer);
    document.body.classList.add("stale");
    // Numbers of another city would stand under this one's names.
    if (this.results.city && this.results.city.city !== this.state.city) this.results = new Results();
    this.set({ phase: "asking", done: 0, of: this.state.replicates ?? 128 });
    this.timer = window.setTimeout(() => void this.ask(), pause);
  }

  private async ask(): Promise<void> {
    const asking = new AbortController();
    this.asking = asking;
    try {
      const answer = await ask(this.state, asking.signal);
      if (asking.signal.aborted) return;
      this.check = answer;
      if (answer.faults.length > 0) return this.set({ phase: "faults" });
      this.listen();
    } catch (problem) {
      if (asking.signal.aborted) return;
      this.set({ phase: "lost", seconds: 3 });
      this.timer = window.setTimeout(() => void this.ask(), 3000);
    }
  }

  private listen(): void {
    const heard = new Results();
    const fresh = (): void => {
      this.results = heard;
      document.body.classList.remove("stale");
    };
    this.set({ phase: "living" });
    this.stream = new Stream(this.state, {
      city: (event) => { heard.found(event); if (this.results.city?.city !== event.city) { this.results = heard; this.show(); } },
      differences: (event) => { heard.heard(event); fresh(); this.set({ phase: "living", done: event.n, of: event.of }); this.note(); },
      schools: (event) => { heard.stood(event); this.show(); },
      progress: (done, of) => this.set({ phase: "living", done, of }),
      end: (n) => { this.set({ phase: "done", done: n, of: n }); this.note(); },
      failed: (failure) => this.set({ phase: "failed", failure }),
      waits: (seconds) => this.set({ phase: "waiting", seconds }),
      lost: (seconds) => this.set({ phase: "lost", seconds }),
    });
  }

  private set(status: Partial<Status>): void {
    this.status = { ...this.status, ...status };
    this.show();
  }

  private note(): void {
    if (this.results.latest === null || document.body.classList.contains("stale") || sameQuestion(this.state)) return;
    this.tries.note(noted(this));
    this.show();
  }
}
