// A row of which one part at a time can be reached by Tab, the others by the arrow keys
// (WAI-ARIA's pattern for tabs and toolbars).

const kNext = new Set(["ArrowRight", "ArrowDown"]);
const kPrevious = new Set(["ArrowLeft", "ArrowUp"]);

export function rove(row: HTMLElement, select: string): void {
  row.addEventListener("keydown", (event) => {
    const parts = [...row.querySelectorAll<HTMLElement>(select)];
    const at = parts.indexOf(document.activeElement as HTMLElement);
    const to = target(event.key, at, parts.length);
    const next = at < 0 || to === null ? undefined : parts[to];
    if (!next) return;
    event.preventDefault();
    for (const part of parts) part.tabIndex = part === next ? 0 : -1;
    next.focus();
    if (row.getAttribute("role") === "tablist") next.click();
  });
}

function target(key: string, at: number, count: number): number | null {
  if (kNext.has(key)) return (at + 1) % count;
  if (kPrevious.has(key)) return (at + count - 1) % count;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  return null;
}
