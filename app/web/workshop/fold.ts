// A part of the levers that opens and closes; one is open at a time.
import { button, element, freshId } from "./dom.ts";

export class Fold {
  readonly root: HTMLElement;
  readonly body: HTMLElement;
  private readonly opener: HTMLButtonElement;
  private readonly moved = element("span", { class: "moved" });

  constructor(title: string, turned: () => void) {
    const id = freshId("fold");
    this.opener = button("", { class: "fold-opener", "aria-expanded": "false", "aria-controls": id }, turned);
    this.opener.append(element("span", { class: "fold-title" }, title), this.moved);
    this.body = element("div", { id, class: "fold-body", hidden: true });
    this.root = element("section", { class: "fold" }, element("h2", {}, this.opener), this.body);
  }

  show(open: boolean, moved: number, word: string): void {
    this.opener.setAttribute("aria-expanded", String(open));
    this.body.hidden = !open;
    this.moved.textContent = moved === 0 ? "" : `${moved} ${word}`;
  }
}
