// Comma-separated text (RFC 4180).
export function csvLine(cells: readonly (string | number | null)[]): string {
  return cells.map((cell) => {
    const text = cell === null ? "" : String(cell);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }).join(",");
}
