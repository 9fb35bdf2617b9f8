// What moves a lever: a slider with a field beside it, a box to tick, or words to choose from.
import { element, option } from "./dom.ts";
import type { City, Lever } from "./catalogue.ts";
import { whileTyping } from "./typing.ts";
import { fieldText, stepOf, unitOf, written } from "./lever_words.ts";
import type { Value } from "./state.ts";

export interface Moved {
  (value: Value, dragged: boolean): void;
}

/** Fields of one lever. */
export interface Field {
  readonly whole: HTMLElement;
  /** Those that carry a fault or a lock. */
  readonly inputs: readonly (HTMLInputElement | HTMLSelectElement)[];
  /** `value` undefined: school models differ. */
  set(value: Value | undefined, about?: number): void;
}

/** `id` is that of the label; `refused` hears what is no number. */
export function fieldOf(lever: Lever, city: City, id: string, moved: Moved, refused: (text: string) => void): Field {
  if (lever.kind === "yes_no") return tick(id, moved);
  if (lever.kind === "word") return choice(wordsOf(lever, city), id, moved);
  return slider(lever, id, moved, refused);
}

function tick(id: string, moved: Moved): Field {
  const box = element("input", { type: "checkbox", "aria-labelledby": id });
  box.addEventListener("change", () => moved(box.checked, false));
  const set = (value: Value | undefined): void => {
    box.indeterminate = value === undefined;
    box.checked = value === true;
  };
  return { whole: element("div", { class: "field" }, box), inputs: [box], set };
}

const kDiffer = " differ";

/** A lever that names a school model takes those of the city; its own words are not told. */
function wordsOf(lever: Lever, city: City): readonly (readonly [string, string])[] {
  const told = (lever.words ?? []).map((word) => [word, word === "" ? "none" : word.replaceAll("_", " ")] as const);
  if (told.length > 0) return told;
  return [["", "none"], ...city.models.map((model) => [model.key, model.label] as const)];
}

function choice(words: readonly (readonly [string, string])[], id: string, moved: Moved): Field {
  const list = element("select", { "aria-labelledby": id },
    element("option", { value: kDiffer, hidden: true }, "not the same everywhere"),
    ...words.map(([word, text]) => option(word, text, false)));
  list.addEventListener("change", () => moved(list.value, false));
  const set = (value: Value | undefined): void => {
    list.value = value === undefined ? kDiffer : String(value);
  };
  return { whole: element("div", { class: "field" }, list), inputs: [list], set };
}

function slider(lever: Lever, id: string, moved: Moved, refused: (text: string) => void): Field {
  const unit = unitOf(lever);
  const range = element("input", {
    type: "range", min: lever.low ?? 0, max: lever.high ?? 1, step: stepOf(lever), "aria-labelledby": id,
  });
  const field = element("input", { type: "text", inputmode: "decimal", autocomplete: "off", "aria-labelledby": id });
  const typing = whileTyping(field);
  range.addEventListener("input", () => {
    field.value = fieldText(lever, Number(range.value));
    moved(Number(range.value), true);
  });
  range.addEventListener("change", () => moved(Number(range.value), false));
  field.addEventListener("change", () => {
    const value = written(lever, field.value);
    if (value === null) return refused(field.value);
    moved(value, false);
  });
  const set = (value: Value | undefined, about?: number): void => {
    range.classList.toggle("unset", value === undefined);
    if (typing()) return;
    const at = typeof value === "number" ? value : about;
    if (at !== undefined) range.value = String(at);
    field.placeholder = value === undefined ? "differ" : "";
    field.value = value === undefined ? "" : fieldText(lever, value);
    range.setAttribute("aria-valuetext", value === undefined ? "not the same everywhere" : `${field.value} ${unit}`.trim());
  };
  const whole = element("div", { class: "field slide" }, range,
    element("span", { class: "amount" }, field, unit ? element("span", { class: "unit", "aria-hidden": "true" }, unit) : null));
  return { whole, inputs: [range, field], set };
}
