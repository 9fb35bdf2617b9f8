// A lever with its name, its fields, what it is today, its source, and what is wrong with it.
import { keyOf, type City, type Lever } from "./catalogue.ts";
import { button, element, freshId } from "./dom.ts";
import { faultAtLever } from "./fault_words.ts";
import { fieldOf, type Field } from "./lever_field.ts";
import { standsAt, todayText, type Stands } from "./lever_value.ts";
import type { Part, Room } from "./room.ts";
import { SourceNote } from "./source_note.ts";
import { withLever, withLock, type Side, type Value } from "./state.ts";

export class LeverRow implements Part {
  readonly root: HTMLElement;
  private readonly field: Field;
  private readonly today = element("p", { class: "today" });
  private readonly wrong: HTMLElement;
  private readonly undo: HTMLButtonElement;
  private readonly lock: HTMLButtonElement;
  private room!: Room;
  private unread = "";

  constructor(private readonly lever: Lever, private readonly side: Side, private readonly rights: string, explained: string, city: City) {
    const id = freshId("lever");
    const name = element("span", { id, class: "lever-name" }, lever.name);
    this.wrong = element("p", { id: `${id}-wrong`, class: "wrong", role: "alert", hidden: true });
    this.field = fieldOf(lever, city, id, (value, dragged) => this.move(value, dragged), (text) => this.refuse(text));
    for (const input of this.field.inputs) input.setAttribute("aria-describedby", this.wrong.id);
    const source = new SourceNote(explained, lever.name);
    this.undo = button("Undo", { class: "small", "aria-label": `Undo: ${lever.name}` }, () => this.takeBack());
    this.lock = button("Lock", { class: "small lock", "aria-label": `Lock: ${lever.name}`, "aria-pressed": "false" }, () => this.turnLock());
    const tools = element("div", { class: "lever-tools" }, this.today, this.undo, this.lock, source.opener);
    this.root = element("div", { class: "lever", role: "group", "aria-labelledby": id, "data-lever": this.key },
      element("div", { class: "lever-head" }, name, this.field.whole), this.wrong, tools, source.note);
    source.ask = () => this.room.city.key;
  }

  get key(): string {
    return keyOf(this.lever, this.rights);
  }

  focus(): void {
    this.root.scrollIntoView({ block: "nearest" });
    this.field.inputs[this.field.inputs.length - 1]?.focus();
  }

  show(room: Room): void {
    this.room = room;
    const stands = standsAt(this.lever, this.rights, this.side, room.state, room.check, room.city);
    if (this.unread === "") this.field.set(stands.value, stands.about);
    this.today.textContent = this.todayText(stands);
    this.root.dataset["by"] = stands.by;
    this.undo.hidden = room.state[this.side].levers[this.key] === undefined;
    this.showLock();
    this.showWrong();
  }

  private showLock(): void {
    const locked = this.room.state.locks.includes(this.key);
    this.root.classList.toggle("locked", locked);
    this.lock.hidden = !locked && !this.room.facilitator;
    this.lock.disabled = !this.room.facilitator;
    this.lock.textContent = locked ? "Locked" : "Lock";
    this.lock.setAttribute("aria-label", `${this.lock.textContent}: ${this.lever.name}`);
    this.lock.setAttribute("aria-pressed", String(locked));
    for (const input of this.field.inputs) input.disabled = locked;
    if (locked) this.undo.hidden = true;
  }

  private showWrong(): void {
    const faults = (this.room.check?.faults ?? []).filter((fault) => fault.lever === this.key && fault.policy !== this.other);
    const warnings = (this.room.check?.warnings ?? []).filter((warning) => warning.lever === this.key && warning.policy !== this.other);
    const texts = [
      ...(this.unread ? [`\u201c${this.unread}\u201d is no number`] : []),
      ...faults.map((fault) => faultAtLever(this.room, fault)),
      ...warnings.map((warning) => warning.text),
    ];
    this.wrong.hidden = texts.length === 0;
    const said = texts.join(". ");
    if (this.wrong.textContent !== said) this.wrong.textContent = said;
    this.root.classList.toggle("faulty", faults.length > 0 || this.unread !== "");
    for (const input of this.field.inputs) input.setAttribute("aria-invalid", String(faults.length > 0 || this.unread !== ""));
  }

  private get other(): Side {
    return this.side === "a" ? "b" : "a";
  }

  private todayText(stands: Stands): string {
    const today = todayText(this.lever, this.rights, this.room.city);
    if (stands.by !== "policy") return today;
    return [today, stands.mixed ? `now ${stands.mixed}` : "", "moved by a recommendation"].filter(Boolean).join("; ");
  }

  private move(value: Value, dragged: boolean): void {
    this.unread = "";
    this.room.change(withLever(this.room.state, this.side, this.key, value), dragged);
  }

  private refuse(text: string): void {
    this.unread = text.trim() || "nothing";
    this.showWrong();
  }

  private takeBack(): void {
    this.unread = "";
    this.room.change(withLever(this.room.state, this.side, this.key, undefined));
    this.field.inputs[0]?.focus();
  }

  private turnLock(): void {
    const locked = this.room.state.locks.includes(this.key);
    this.room.change(withLock(this.room.state, this.key, !locked));
  }
}
