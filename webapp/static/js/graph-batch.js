// Draws a crowd fast. vis-network draws each node and edge by itself, with its own path, state and a search for where
// an arrow meets its node: 5,000 of them cost several frames. Here all that look alike are one path.
import { colours, FAINT, nodeSize } from "./graph-look.js";
import { typeColour } from "./facts.js";

const ARROWS = 0.4; // scale below which arrowheads are too small to be told from dots
const DOTS = 2.2; // pixels of radius below which a disc is a square: nobody sees the difference
const TURN = 2 * Math.PI;

// Take the drawing over whenever `crowded()` says so. `scene()` gives {nodes, edges, look}.
export function drawCrowds(network, crowded, scene) {
  const { renderer, body } = network;
  const own = { nodes: renderer._drawNodes.bind(renderer), edges: renderer._drawEdges.bind(renderer), arrows: renderer._drawArrows.bind(renderer) };
  renderer._drawEdges = (context) => (crowded() ? edges(context, body, scene()) : own.edges(context));
  renderer._drawArrows = (context) => crowded() || own.arrows(context);
  renderer._drawNodes = (context, hidden) => {
    if (!crowded()) return own.nodes(context, hidden);
    nodes(context, body, scene());
    return { drawExternalLabels() {} };
  };
}

function edges(context, body, { edges: all, look, scale }) {
  const groups = { plain: [], faint: [], lit: [] };
  for (const edge of all) {
    const from = body.nodes[edge.head], to = body.nodes[edge.tail];
    if (!from || !to || look.away(edge.head) || look.away(edge.tail) || look.awayEdge(edge)) continue;
    groups[look.litEdge(edge.id) ? "lit" : look.any ? "faint" : "plain"].push(from, to);
  }
  lines(context, groups.faint, { colour: colours["line-strong"], alpha: FAINT, width: 1.2, scale });
  lines(context, groups.plain, { colour: colours["line-strong"], alpha: 0.6, width: 1.2, scale });
  lines(context, groups.lit, { colour: colours.lit, alpha: 1, width: 2.6, scale });
}

function lines(context, ends, { colour, alpha, width, scale }) {
  if (!ends.length) return;
  context.globalAlpha = alpha;
  context.strokeStyle = context.fillStyle = colour;
  context.lineWidth = Math.max(width, 0.7 / scale);
  context.beginPath();
  for (let at = 0; at < ends.length; at += 2) {
    context.moveTo(ends[at].x, ends[at].y);
    context.lineTo(ends[at + 1].x, ends[at + 1].y);
  }
  context.stroke();
  if (scale > ARROWS) heads(context, ends);
  context.globalAlpha = 1;
}

function heads(context, ends) {
  context.beginPath();
  for (let at = 0; at < ends.length; at += 2) {
    const from = ends[at], to = ends[at + 1], long = Math.hypot(to.x - from.x, to.y - from.y);
    if (long < 30) continue;
    const x = (to.x - from.x) / long, y = (to.y - from.y) / long, size = to.options.size + 2;
    const tip = { x: to.x - x * size, y: to.y - y * size };
    context.moveTo(tip.x, tip.y);
    context.lineTo(tip.x - 9 * x + 4 * y, tip.y - 9 * y - 4 * x);
    context.lineTo(tip.x - 9 * x - 4 * y, tip.y - 9 * y + 4 * x);
  }
  context.fill();
}

function nodes(context, body, { nodes: all, look, scale }) {
  const groups = new Map(); // fill and faintness → places
  const marked = [];
  for (const node of all) {
    const there = body.nodes[node.id];
    if (!there || look.away(node.id)) continue;
    const size = nodeSize(look.degree(node.id));
    bounds(there, size);
    const faint = look.faint(node.id);
    const key = `${look.colour(node)}|${faint ? FAINT : 1}`;
    groups.has(key) ? groups.get(key).push(there, size) : groups.set(key, [there, size]);
    if (look.ring(node.id)) marked.push({ there, size, ring: look.ring(node.id) });
  }
  for (const [key, places] of groups) discs(context, key.split("|"), places, scale);
  for (const mark of marked) circle(context, mark, scale);
}

// Where pointers meet it: vis-network looks a node up by these.
function bounds(there, size) {
  const { shape } = there;
  shape.left = there.x - size;
  shape.top = there.y - size;
  shape.width = shape.height = 2 * size;
}

function discs(context, [colour, alpha], places, scale) {
  context.globalAlpha = Number(alpha);
  context.fillStyle = colour;
  context.beginPath();
  for (let at = 0; at < places.length; at += 2) {
    const { x, y } = places[at], size = Math.max(places[at + 1], 1.6 / scale);
    if (size * scale < DOTS) context.rect(x - size, y - size, 2 * size, 2 * size);
    else { context.moveTo(x + size, y); context.arc(x, y, size, 0, TURN); }
  }
  context.fill();
  context.globalAlpha = 1;
}

function circle(context, { there, size, ring }, scale) {
  context.strokeStyle = ring;
  context.lineWidth = Math.max(4, 1.5 / scale);
  context.beginPath();
  context.arc(there.x, there.y, size, 0, TURN);
  context.stroke();
}

export const typeFill = (node) => colours.types[typeColour(node.type)];
