// The table behind a figure as comma-separated text (RFC 4180), for whoever wants to count again.
import type { Cell, FigureData } from "./figure_data.ts";

function cellText(cell: Cell): string {
  if (cell === null) return "";
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function tableText(figure: FigureData): string {
  const head = figure.columns.map((column) => cellText(column.key)).join(",");
  const lines = figure.rows.map((row) => row.map(cellText).join(","));
  return [head, ...lines, ""].join("\n");
}

/** A button that hands the file over; nothing leaves the page. */
export function downloadButton(figure: FigureData): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "download";
  button.textContent = "Download this table (CSV)";
  button.setAttribute("aria-label", `${button.textContent}: ${figure.title}`);
  button.addEventListener("click", () => {
    const url = URL.createObjectURL(new Blob([tableText(figure)], { type: "text/csv" }));
    const link = document.createElement("a");
    link.href = url;
    link.download = `${figure.id}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  });
  return button;
}
