// How the drawing looks: colours read from the stylesheet, so that light and dark have one source; sizes;
// what a node or an edge becomes for vis-network; tooltips made of text nodes. Names are written by graph-labels.
import { calm, h } from "./dom.js";
import { edgeWords, sourceWords, typeColour, typeWords } from "./facts.js";
import { graph } from "./graph-data.js";

const MANY_EDGES = 150; // above it edges are straight: curves cost a browser most of a frame
export const FAINT = 0.18;

export let colours = {};

// Canvas knows no custom properties: let the browser compute each and read it back as rgb().
export function readColours() {
  const probe = h("span", { hidden: true });
  document.body.append(probe);
  const read = (name) => { probe.style.color = `var(${name})`; return getComputedStyle(probe).color; };
  colours = { types: [...Array(10).keys()].map((n) => read(`--type-${n}`)) };
  for (const name of ["text", "muted", "surface", "line-strong", "lit", "accent"]) colours[name] = read(`--${name}`);
  probe.remove();
}

export const nodeSize = (degree) => 9 + Math.min(13, 2.6 * Math.sqrt(degree));

// `hollow`: opened by hand, no part of an answer; `group`: a colour's number.
export function drawnNode(node, { lit, dimmed, degree, hidden, chosen, hollow, group }) {
  const colour = colours.types[group];
  const fill = hollow ? colours.surface : colour;
  return {
    id: node.id,
    title: tooltip(node),
    hidden,
    size: nodeSize(degree),
    opacity: dimmed ? FAINT : 1,
    borderWidth: lit || chosen ? 4 : hollow ? 2.5 : 1.5,
    color: { background: fill, border: lit ? colours.lit : chosen ? colours.text : hollow ? colour : colours.surface, highlight: { background: fill, border: colours.text }, hover: { background: fill, border: colours.lit } },
  };
}

export function drawnEdge(edge, { lit, dimmed, many, hidden }) {
  const colour = lit ? colours.lit : colours["line-strong"];
  return {
    id: edge.id,
    from: edge.head,
    to: edge.tail,
    hidden,
    title: edgeTooltip(edge),
    smooth: many ? false : { enabled: true, type: "continuous", roundness: 0.25 },
    width: lit ? 3 : 1.2,
    color: { color: colour, highlight: colours.lit, hover: colours.lit, opacity: dimmed ? FAINT : lit ? 1 : 0.75 },
  };
}

function tooltip(node) {
  return h("div", {}, h("b", {}, node.name), h("span", {}, [typeWords(node.type), node.id].filter(Boolean).join(" · ")));
}

function edgeTooltip(edge) {
  return h("div", {}, h("b", {}, edgeWords(edge, graph.name)), h("span", {}, sourceWords(edge)));
}

export const manyEdges = (count) => count > MANY_EDGES;

export function options() {
  return {
    autoResize: true,
    interaction: { hover: true, tooltipDelay: 180, keyboard: { enabled: true, bindToWindow: false }, multiselect: false },
    nodes: { shape: "dot" },
    edges: { arrows: { to: { enabled: true, scaleFactor: 0.5 } }, hoverWidth: 0.6, selectionWidth: 0 },
    physics: { enabled: !calm(), solver: "forceAtlas2Based", forceAtlas2Based: { gravitationalConstant: -70, centralGravity: 0.012, springLength: 110, springConstant: 0.07, damping: 0.55, avoidOverlap: 0.5 }, maxVelocity: 42, minVelocity: 0.9, stabilization: { enabled: false, updateInterval: 10 } },
    layout: { improvedLayout: false, randomSeed: 7 },
  };
}
