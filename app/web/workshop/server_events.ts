// Server-sent events, piece by piece as they come (WHATWG HTML, section 9.2).

export interface ServerEvent { readonly name: string; readonly data: string }

/** Takes text as it arrives and gives the events that are whole; the rest waits. */
export class EventReader {
  private rest = "";

  read(text: string): ServerEvent[] {
    const blocks = (this.rest + text).replaceAll("\r\n", "\n").split("\n\n");
    this.rest = blocks.pop() ?? "";
    return blocks.map(eventOf).filter((event) => event.data !== "" || event.name !== "message");
  }
}

function eventOf(block: string): ServerEvent {
  let name = "message";
  const data: string[] = [];
  for (const line of block.split("\n")) {
    const [key, value] = parted(line);
    if (key === "event") name = value;
    if (key === "data") data.push(value);
  }
  return { name, data: data.join("\n") };
}

/** A comment has no key. */
function parted(line: string): [string, string] {
  const colon = line.indexOf(":");
  return colon < 0 ? [line, ""] : [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, "")];
}
