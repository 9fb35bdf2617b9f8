// The workshop's page begins here: it asks for the catalogue, and opens the room.
import { catalogue, Refused } from "./ask.ts";
import { element } from "./dom.ts";
import { Workshop } from "./workshop.ts";

async function begin(): Promise<void> {
  const wait = element("p", { class: "opening" }, "Homeroom opens \u2026");
  document.body.append(wait);
  try {
    const known = await catalogue();
    wait.remove();
    new Workshop(known).open();
  } catch (problem) {
    const why = problem instanceof Refused ? problem.message : "the program does not answer";
    wait.textContent = `The workshop cannot open: ${why}. Is homeroom workshop still running? Then reload the page.`;
  }
}

void begin();
