// Where nodes stand other than by force: in layers from what leads to what, or on a circle by their kinds.

const APART = { x: 150, y: 130 };
const ROWS = 0.6; // of a layer's height between the rows of one layer
const ACROSS = 60; // pixels between two neighbours on a circle
const TALL = 1.5; // height to width from which on a pane is tall
const LONGEST = 1.8; // of an oval, its height to its width

export const tall = ({ width, height }) => width > 0 && height / width > TALL;

// Layers: what nothing leads to stands on top, and each node below what leads to it. Within a layer nodes stand near
// the middle of what they hang from. Rings are broken where a walk first meets them. In a tall pane a layer has several
// short rows.
export function hierarchy(nodes, edges, pane = {}) {
  const out = new Map(nodes.map(({ id }) => [id, []])), into = new Map(nodes.map(({ id }) => [id, []]));
  for (const { head, tail } of edges) if (head !== tail && out.has(head) && out.has(tail)) { out.get(tail).push(head); into.get(head).push(tail); }
  const layers = layered(nodes, out, into);
  const places = new Map(), columns = tall(pane) ? fitting(layers, pane) : Math.max(12, Math.ceil(Math.sqrt(nodes.length) * 1.6));
  layers.forEach((layer, depth) => {
    const middle = (id) => mean(into.get(id).map((other) => places.get(other)?.x).filter((x) => x !== undefined));
    const order = depth ? layer.map((id) => [id, middle(id)]).sort((a, b) => a[1] - b[1]).map(([id]) => id) : layer;
    order.forEach((id, at) => {
      const row = Math.floor(at / columns), inRow = Math.min(columns, order.length - row * columns);
      places.set(id, { x: ((at % columns) - (inRow - 1) / 2) * APART.x, y: row * APART.y * ROWS });
    });
  });
  return stacked(layers, places);
}

// The columns with which all layers are seen largest in the pane.
function fitting(layers, { width, height }) {
  const scale = (columns) => {
    const rows = layers.reduce((sum, layer) => sum + 1 + (Math.ceil(layer.length / columns) - 1) * ROWS, 0);
    return Math.min(width / (columns * APART.x), height / (rows * APART.y));
  };
  const most = Math.max(1, ...layers.map((layer) => layer.length));
  return Array.from({ length: most }, (_, at) => at + 1).reduce((best, columns) => (scale(columns) > scale(best) ? columns : best), 1);
}

// The facts' tails stand above their heads: "X is a Y" reads downwards from Y.
function layered(nodes, out, into) {
  const depth = new Map();
  let front = nodes.filter(({ id }) => !into.get(id).length).map(({ id }) => id);
  if (!front.length && nodes.length) front = [busiest(nodes, out)];
  for (const id of front) depth.set(id, 0);
  while (depth.size < nodes.length) {
    const next = [];
    for (const id of front) for (const other of out.get(id)) if (!depth.has(other)) { depth.set(other, depth.get(id) + 1); next.push(other); }
    front = next;
    if (front.length) continue;
    const left = nodes.filter(({ id }) => !depth.has(id));
    if (!left.length) break;
    front = [busiest(left, out)];
    depth.set(front[0], 0);
  }
  const layers = [];
  for (const [id, level] of depth) (layers[level] ??= []).push(id);
  return layers.filter(Boolean);
}

const busiest = (nodes, out) => nodes.reduce((best, { id }) => (out.get(id).length > out.get(best).length ? id : best), nodes[0].id);

function stacked(layers, places) {
  let top = 0;
  for (const layer of layers) {
    for (const id of layer) places.get(id).y += top;
    top = Math.max(...layer.map((id) => places.get(id).y)) + APART.y;
  }
  return places;
}

const mean = (numbers) => (numbers.length ? numbers.reduce((sum, n) => sum + n, 0) / numbers.length : 0);

// A circle, in a tall pane an oval, each kind beside its own; the best joined nodes of a large graph stand on a smaller
// one within.
export function circle(nodes, degree, pane = {}) {
  const sorted = [...nodes].sort((a, b) => (a.type ?? "").localeCompare(b.type ?? "") || a.name.localeCompare(b.name));
  const hubs = nodes.length > 60 ? new Set([...nodes].sort((a, b) => degree(b.id) - degree(a.id)).slice(0, Math.ceil(nodes.length / 12)).map(({ id }) => id)) : new Set();
  const places = new Map();
  const stretch = tall(pane) ? Math.min(LONGEST, pane.height / pane.width) : 1;
  ring(sorted.filter(({ id }) => !hubs.has(id)), stretch, places);
  ring(sorted.filter(({ id }) => hubs.has(id)), stretch, places);
  return places;
}

function ring(nodes, stretch, places) {
  const radius = Math.max(120, (nodes.length * ACROSS) / (Math.PI * (1 + stretch)));
  nodes.forEach(({ id }, at) => {
    const turn = (at / nodes.length) * 2 * Math.PI - Math.PI / 2;
    places.set(id, { x: radius * Math.cos(turn), y: radius * stretch * Math.sin(turn) });
  });
}
