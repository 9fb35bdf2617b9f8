// While somebody writes into a field, lives go on and the page is shown again: what is being written
// stays until it is done.

/** Whether the field is in the middle of being written. */
export function whileTyping(field: HTMLInputElement): () => boolean {
  let typing = false;
  field.addEventListener("input", () => { typing = true; });
  field.addEventListener("change", () => { typing = false; });
  field.addEventListener("blur", () => { typing = false; });
  return () => typing;
}
