// Where things stand in the drawing: a grid for nodes that nothing joins, and the view that shows all of it.

const ROOMY = { wide: 180, high: 80 }; // a place in the grid with room for a name
const TIGHT = { wide: 84, high: 60 };
const CROWD = 60; // nodes above which places are tight, and names come with zooming in
const CLOSEST = 1.1; // a few nodes are not blown up to fill the pane
const NARROW = 520; // pixels of a pane in which the drawing is worth more than room for names at its sides
const MARGIN = { side: 76, narrow: 40, tools: 42, top: 60, bottom: 84 }; // pixels: names, the tools at one side, the count above, the legend below

// Places for `count` nodes in rows, about as wide to high as the pane; centred on `x`, from `y` down.
export function grid(count, { width, height }, { x = 0, y = 0 } = {}) {
  const { wide, high } = count > CROWD ? TIGHT : ROOMY;
  const columns = Math.max(1, Math.round(Math.sqrt((count * (width / Math.max(1, height)) * high) / wide)));
  const left = x - ((Math.min(columns, count) - 1) * wide) / 2;
  return Array.from({ length: count }, (_, at) => ({ x: left + (at % columns) * wide, y: y + Math.floor(at / columns) * high }));
}

// Where rows begin that stand below these places.
export function below(places) {
  if (!places.length) return { x: 0, y: 0 };
  const xs = places.map((each) => each.x), ys = places.map((each) => each.y);
  return { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: Math.max(...ys) + 2 * ROOMY.high };
}

// The position and scale that show these places whole in a pane of this size, clear of what lies over it.
export function view(places, { width, height }, leftward = false) {
  const xs = places.map((each) => each.x), ys = places.map((each) => each.y);
  const left = Math.min(...xs), right = Math.max(...xs), top = Math.min(...ys), bottom = Math.max(...ys);
  const side = Math.min(width < NARROW ? MARGIN.narrow : MARGIN.side, width / 5);
  const tools = Math.min(MARGIN.tools, width / 9);
  const across = Math.max(40, width - 2 * side - tools) / Math.max(1, right - left);
  const down = Math.max(40, height - MARGIN.top - MARGIN.bottom) / Math.max(1, bottom - top);
  const scale = Math.min(CLOSEST, across, down);
  const raised = (MARGIN.bottom - MARGIN.top) / 2 / scale;
  const aside = ((leftward ? -1 : 1) * tools) / 2 / scale;
  return { scale, position: { x: (left + right) / 2 + aside, y: (top + bottom) / 2 + raised } };
}
