// Elements in one line; text is always text, never markup.

type Child = Node | string | null | undefined | false;
type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** An attribute that is true stands without a value; one that is false, null or undefined does not stand. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    made.setAttribute(key, value === true ? "" : String(value));
  }
  made.append(...children.filter((child): child is Node | string => Boolean(child)));
  return made;
}

export function button(text: string, attributes: Attributes, pressed: (event: MouseEvent) => void): HTMLButtonElement {
  const made = element("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", pressed);
  return made;
}

let count = 0;

/** A name that no other element of the page has. */
export function freshId(stem: string): string {
  count += 1;
  return `${stem}-${count}`;
}

export function option(value: string, text: string, selected: boolean): HTMLOptionElement {
  return element("option", { value, selected }, text);
}

/** One picture with one description: its parts are for eyes, a table says the same. */
export function asOnePicture<T extends Element>(picture: T): T {
  for (const part of [picture, ...picture.querySelectorAll("*")]) part.removeAttribute("aria-label");
  return picture;
}

/** Hands a text over as a file; nothing leaves the page. */
export function hand(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = element("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
