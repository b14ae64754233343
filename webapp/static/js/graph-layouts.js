// Where nodes stand other than by force: in layers from what leads to what, or on a circle by their kinds.

const APART = { x: 150, y: 130 };
const ACROSS = 60; // pixels between two neighbours on a circle

// Layers: what nothing leads to stands on top, and each node below what leads to it. Within a layer nodes stand near
// the middle of what they hang from. Rings are broken where a walk first meets them.
export function hierarchy(nodes, edges) {
  const out = new Map(nodes.map(({ id }) => [id, []])), into = new Map(nodes.map(({ id }) => [id, []]));
  for (const { head, tail } of edges) if (head !== tail && out.has(head) && out.has(tail)) { out.get(tail).push(head); into.get(head).push(tail); }
  const layers = layered(nodes, out, into);
  const places = new Map();
  layers.forEach((layer, depth) => {
    const middle = (id) => mean(into.get(id).map((other) => places.get(other)?.x).filter((x) => x !== undefined));
    const order = depth ? layer.map((id) => [id, middle(id)]).sort((a, b) => a[1] - b[1]).map(([id]) => id) : layer;
    const columns = Math.max(12, Math.ceil(Math.sqrt(nodes.length) * 1.6));
    order.forEach((id, at) => {
      const row = Math.floor(at / columns), inRow = Math.min(columns, order.length - row * columns);
      places.set(id, { x: ((at % columns) - (inRow - 1) / 2) * APART.x, y: row * APART.y * 0.6 });
    });
  });
  return stacked(layers, places);
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

// A circle, each kind beside its own; the best joined nodes of a large graph stand on a smaller one within.
export function circle(nodes, degree) {
  const sorted = [...nodes].sort((a, b) => (a.type ?? "").localeCompare(b.type ?? "") || a.name.localeCompare(b.name));
  const hubs = nodes.length > 60 ? new Set([...nodes].sort((a, b) => degree(b.id) - degree(a.id)).slice(0, Math.ceil(nodes.length / 12)).map(({ id }) => id)) : new Set();
  const places = new Map();
  ring(sorted.filter(({ id }) => !hubs.has(id)), 1, places);
  ring(sorted.filter(({ id }) => hubs.has(id)), 1, places);
  return places;
}

function ring(nodes, share, places) {
  const radius = Math.max(120, (nodes.length * ACROSS) / (2 * Math.PI)) * share;
  nodes.forEach(({ id }, at) => {
    const turn = (at / nodes.length) * 2 * Math.PI - Math.PI / 2;
    places.set(id, { x: radius * Math.cos(turn), y: radius * Math.sin(turn) });
  });
}
