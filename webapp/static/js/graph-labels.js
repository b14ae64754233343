// The names in the drawing. Each is written as large as the page's text, whatever the zoom, and only where there
// is room: lit and well-joined nodes first, then the others, then relations. Zooming in makes room for more.
import { shorten } from "./facts.js";
import { colours, FAINT } from "./graph-look.js";

const SIZE = 12.5, SMALL = 10.5; // pixels on the screen
const LARGEST_SCALE = 1.25; // names grow with the drawing from there on
const LINE = 1.25;
const GAP = 3; // pixels between a node and its name
const CELL = 80; // pixels; boxes are looked up by the cells they touch
const ACROSS = 22; // characters of a line; a name has two at most
const HUBS = 8; // best-joined nodes, whose names may lie over other nodes
const HUB = 6; // edges that make one
const WORDS = 60; // edges above which only lit ones say their relation

const widths = new Map();

// Boxes that are taken, in pixels of the screen.
class Room {
  constructor() {
    this.cells = new Map();
  }

  * touched({ left, top, right, bottom }) {
    for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x++)
      for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y++) yield `${x},${y}`;
  }

  take(box) {
    for (const cell of this.touched(box)) this.cells.has(cell) ? this.cells.get(cell).push(box) : this.cells.set(cell, [box]);
  }

  // Whether nothing else is there; `over`: names count alone, not nodes.
  free(box, over = false) {
    for (const cell of this.touched(box))
      for (const other of this.cells.get(cell) ?? [])
        if (!(over && other.node) && !(other.node && other.of === box.of) && box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom) return false;
    return true;
  }
}

// Write names onto the drawing. `nodes`: {id, name, x, y, size, lit, chosen, dimmed, degree}; `edges`: {words, lit,
// dimmed, from, to} with places; places are the drawing's. The answer names what was written.
export function writeNames(context, { nodes, edges, scale, face, window }) {
  const room = new Room();
  const grown = Math.max(1, scale / LARGEST_SCALE);
  const pen = { context, scale, grown, face, room, window };
  for (const node of nodes) room.take(around(node.x * scale, node.y * scale, node.size * scale * 0.8, node.size * scale * 0.8, node.id, true));
  context.save();
  context.lineJoin = "round";
  context.textAlign = "center";
  context.textBaseline = "middle";
  const named = weighed(nodes).filter((node, at) => nameNode(pen, node, at < HUBS && node.degree >= HUB)).map((node) => node.id);
  const told = edges.length > WORDS ? edges.filter((edge) => edge.lit).slice(0, WORDS) : edges;
  const words = told.filter((edge) => nameEdge(pen, edge)).length;
  context.restore();
  return { named, words };
}

const around = (x, y, halfWidth, halfHeight, of, node = false) => ({ left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight, of, node });

// The chosen node first, then the lit ones; `nodes` come best-joined first.
function weighed(nodes) {
  const first = nodes.filter((node) => node.chosen || node.lit);
  if (!first.length) return nodes;
  first.sort((a, b) => Number(b.chosen) - Number(a.chosen));
  return [...first, ...nodes.filter((node) => !node.chosen && !node.lit)];
}

// Below the node, or else above it.
function nameNode(pen, node, hub) {
  if (!near(pen, node)) return false;
  const lines = inLines(node.name), size = SIZE * pen.grown;
  const wide = Math.max(...lines.map((line) => width(pen, line, SIZE))), high = lines.length * size * LINE;
  const off = node.size * pen.scale + GAP + high / 2;
  for (const y of [node.y * pen.scale + off, node.y * pen.scale - off]) {
    const box = around(node.x * pen.scale, y, wide / 2 + 3, high / 2, node.id);
    if (!seen(pen, box) || !(node.chosen || pen.room.free(box, hub))) continue;
    pen.room.take(box);
    lines.forEach((line, at) => write(pen, line, size, { x: node.x, y: (y + (at - (lines.length - 1) / 2) * size * LINE) / pen.scale, colour: colours.text, faint: node.dimmed }));
    return true;
  }
  return false;
}

// A long name in two lines, parted at a word or a hyphen where there is one; what is longer still is cut.
function inLines(name) {
  if (name.length <= ACROSS) return [name];
  const at = Math.max(name.lastIndexOf(" ", ACROSS), name.lastIndexOf("-", ACROSS - 1) + 1);
  const first = at > ACROSS / 3 ? name.slice(0, at) : name.slice(0, ACROSS);
  return [first, shorten(name.slice(first.length).trim(), ACROSS)];
}

function nameEdge(pen, { words, lit, dimmed, from, to }) {
  const text = shorten(words, 24);
  const length = Math.hypot(to.x - from.x, to.y - from.y) * pen.scale;
  const wide = width(pen, text, SMALL);
  if (length < wide + 24) return false;
  let angle = Math.atan2(to.y - from.y, to.x - from.x);
  if (Math.abs(angle) > Math.PI / 2) angle += Math.PI;
  const x = (from.x + to.x) / 2, y = (from.y + to.y) / 2, size = SMALL * pen.grown;
  const halfWidth = (Math.abs(Math.cos(angle)) * wide + Math.abs(Math.sin(angle)) * size) / 2;
  const halfHeight = (Math.abs(Math.sin(angle)) * wide + Math.abs(Math.cos(angle)) * size) / 2;
  const box = around(x * pen.scale, y * pen.scale, halfWidth, halfHeight);
  if (!seen(pen, box) || !pen.room.free(box)) return false;
  pen.room.take(box);
  write(pen, text, size, { x, y, angle, colour: lit ? colours.text : colours.muted, faint: dimmed });
  return true;
}

const REACH = 160; // pixels that a name may stretch from its node
const near = ({ window, scale }, { x, y }) => x * scale > window.left - REACH && x * scale < window.right + REACH && y * scale > window.top - REACH && y * scale < window.bottom + REACH;

// What lies outside the window costs nothing.
const seen = ({ window }, box) => box.right > window.left && box.left < window.right && box.bottom > window.top && box.top < window.bottom;

function width({ context, face, grown }, text, size) {
  const key = `${size} ${text}`;
  if (!widths.has(key)) {
    context.font = `${size}px ${face}`;
    widths.set(key, context.measureText(text).width);
  }
  return widths.get(key) * grown;
}

function write({ context, scale, face }, text, size, { x, y, angle = 0, colour, faint }) {
  context.save();
  context.translate(x, y);
  context.rotate(angle);
  context.scale(1 / scale, 1 / scale);
  context.font = `${size}px ${face}`;
  context.globalAlpha = faint ? FAINT : 1;
  context.lineWidth = 3.5;
  context.strokeStyle = colours.surface;
  context.strokeText(text, 0, 0);
  context.fillStyle = colour;
  context.fillText(text, 0, 0);
  context.restore();
}
