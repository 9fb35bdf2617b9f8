// Panels side by side, as many as there is room for, each with its name.

export interface PanelGrid {
  readonly whole: HTMLElement;
  /** The width of one panel. */
  readonly each: number;
  add(name: string, drawing: Element, colour?: string): void;
}

export function panelGrid(width: number, count: number, narrowest: number, most: number): PanelGrid {
  const gap = 20;
  const columns = Math.max(1, Math.min(count, most, Math.floor((width + gap) / (narrowest + gap))));
  const whole = document.createElement("div");
  whole.className = "panels";
  whole.style.gridTemplateColumns = `repeat(${columns}, minmax(0, 1fr))`;
  return {
    whole,
    each: Math.floor((width - (columns - 1) * gap) / columns),
    add(name, drawing, colour) {
      const panel = document.createElement("div");
      panel.className = "panel";
      if (name) panel.append(panelName(name, colour));
      panel.append(drawing);
      whole.append(panel);
    },
  };
}

function panelName(name: string, colour: string | undefined): HTMLElement {
  const text = document.createElement("p");
  text.className = "panel-name";
  if (colour) text.append(mark(colour));
  text.append(name);
  return text;
}

export function mark(colour: string): HTMLElement {
  const spot = document.createElement("span");
  spot.className = "mark";
  spot.style.background = colour;
  return spot;
}
