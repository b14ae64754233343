// <graph-view>: the live drawing. It draws what graph-data holds, grows as a run finds things, takes part in
// the page's light, filters by type, and expands a node when it is clicked.
import { calm, h, hear, icon, iconButton, plural, tell } from "./dom.js";
import { graph } from "./graph-data.js";
import { Legend } from "./graph-legend.js";
import { drawnEdge, drawnNode, isCrowd, manyEdges, options, readColours } from "./graph-look.js";
import { dim, isPinned, light, pin } from "./light.js";
import { Neighbours } from "./neighbours.js";
import { NodeCard } from "./node-card.js";

const FIRST = 250; // nodes drawn before "show more"; the table has them all

class GraphView extends HTMLElement {
  connectedCallback() {
    this.limit = FIRST;
    this.lit = { edges: new Set(), nodes: new Set() };
    this.legend = new Legend(() => this.draw());
    this.neighbours = new Neighbours();
    this.card = new NodeCard(this.neighbours, () => this.choose(null));
    this.build();
    this.end = hear({
      "graph.changed": ({ begun }) => this.changed(begun),
      "node.chosen": ({ id }) => this.choose(id, true),
      light: (lit) => this.glow(lit),
      unlight: () => this.glow({ edges: new Set(), nodes: new Set() }),
      theme: () => { readColours(); this.draw(); },
    });
    readColours();
    this.draw();
  }

  build() {
    this.canvas = h("div", { class: "drawing", role: "img", tabindex: 0 });
    this.empty = h("div", { class: "graph-empty" }, icon("graph"), h("p", {}, "What an answer stands on is drawn here while it is found."));
    this.count = h("span", { role: "status" });
    this.more = h("button", { type: "button", class: "button slim", onclick: () => { this.limit *= 2; this.draw(); this.fitSoon(); } }, "Show more");
    this.capped = h("div", { class: "capped", hidden: true }, this.count, this.more);
    const tools = h("div", { class: "graph-tools", role: "toolbar", "aria-label": "The drawing" },
      iconButton("plus", "Zoom in", () => this.zoom(1.35)), iconButton("minus", "Zoom out", () => this.zoom(1 / 1.35)), iconButton("fit", "Fit", () => this.fit()));
    const stage = h("div", { class: "drawing-stage" }, this.canvas, this.empty, this.capped, tools, this.legend.element);
    this.append(stage, this.card.element);
  }

  // The network is made at the first node, and only then: an empty page stays light.
  network() {
    if (this.drawn || !window.vis) return this.drawn;
    this.nodes = new vis.DataSet();
    this.edges = new vis.DataSet();
    this.drawn = new vis.Network(this.canvas, { nodes: this.nodes, edges: this.edges }, options());
    this.drawn.on("click", (event) => this.clicked(event));
    this.drawn.on("hoverNode", ({ node }) => light(graph.around(node).map((edge) => edge.id), [node]));
    this.drawn.on("hoverEdge", ({ edge }) => light([edge]));
    for (const leave of ["blurNode", "blurEdge"]) this.drawn.on(leave, () => dim());
    for (const moved of ["dragStart", "zoom"]) this.drawn.on(moved, () => (this.moved = true));
    this.drawn.on("stabilized", () => this.moved || this.fit());
    new ResizeObserver(() => this.moved || this.fitSoon()).observe(this.canvas);
    return this.drawn;
  }

  changed(begun) {
    if (begun) { this.limit = FIRST; this.moved = false; this.choose(null); }
    clearTimeout(this.soon);
    this.soon = setTimeout(() => { this.draw(); this.fitSoon(); }, 16);
  }

  draw() {
    const { nodes, edges, omitted } = graph.shown();
    const drawn = nodes.slice(0, this.limit);
    this.report(nodes.length, drawn.length, edges.length, omitted);
    this.legend.show(nodes);
    if (!nodes.length && !this.drawn) return;
    if (!this.network()) return this.unable();
    const ids = new Set(drawn.map((node) => node.id));
    this.sync(drawn, edges.filter((edge) => ids.has(edge.head) && ids.has(edge.tail)));
  }

  sync(nodes, edges) {
    this.shown = { nodes, edges };
    const degree = new Map();
    for (const edge of edges) for (const end of [edge.head, edge.tail]) degree.set(end, (degree.get(end) ?? 0) + 1);
    this.degree = degree;
    keepOnly(this.edges, edges);
    keepOnly(this.nodes, nodes);
    for (const node of nodes) if (!this.nodes.get(node.id)) this.nodes.add({ id: node.id, ...this.beside(node.id, edges) });
    this.paint();
    if (calm()) this.drawn.stabilize(200);
  }

  // A new node starts near one it is joined to, so that growing does not throw the drawing about.
  beside(id, edges) {
    const joined = edges.find((edge) => (edge.head === id && this.nodes.get(edge.tail)) || (edge.tail === id && this.nodes.get(edge.head)));
    if (!joined) return {};
    const place = this.drawn.getPositions([joined.head === id ? joined.tail : joined.head]);
    const at = Object.values(place)[0];
    return at ? { x: at.x + 60 * (Math.random() - 0.5), y: at.y + 60 * (Math.random() - 0.5) } : {};
  }

  paint() {
    if (!this.shown) return;
    const { nodes, edges } = this.shown;
    const ends = new Set([...this.lit.nodes]);
    for (const edge of edges) if (this.lit.edges.has(edge.id)) ends.add(edge.head).add(edge.tail);
    const any = ends.size > 0;
    const away = new Set(nodes.filter((node) => this.legend.hides(node.type)).map((node) => node.id));
    const many = manyEdges(edges.length);
    this.nodes.update(nodes.map((node) => drawnNode(node, { lit: ends.has(node.id), dimmed: any && !ends.has(node.id), degree: this.degree.get(node.id) ?? 0, crowd: isCrowd(nodes.length), hidden: away.has(node.id), chosen: node.id === this.chosen })));
    this.edges.update(edges.map((edge) => {
      const lit = this.lit.edges.has(edge.id);
      return drawnEdge(edge, { lit, dimmed: any && !lit, many, hidden: away.has(edge.head) || away.has(edge.tail) });
    }));
  }

  glow(lit) {
    this.lit = lit;
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.paint());
  }

  report(all, drawn, facts, omitted) {
    this.empty.hidden = all > 0;
    const total = all + omitted;
    this.capped.hidden = drawn === total;
    this.more.hidden = drawn === all;
    this.count.textContent = drawn === total ? "" : `Showing ${drawn} of ${total} nodes`;
    this.canvas.setAttribute("aria-label", all ? `Drawing of ${plural(all, "node")} and ${plural(facts, "fact")}. The table has the same facts.` : "Drawing, still empty");
    tell("graph.counted", { nodes: all, facts });
  }

  clicked({ nodes: [node], edges: [edge] }) {
    if (node) { this.choose(node); this.neighbours.expand(node); }
    else if (edge) pin(`edge:${edge}`, [edge]);
    else { this.choose(null); dim(); }
  }

  choose(id, centre = false) {
    this.chosen = id;
    this.card.show(id ? graph.nodes.get(id) : null);
    this.paint();
    if (!id || !this.drawn || !this.nodes.get(id)) return;
    if (centre) this.drawn.focus(id, { scale: Math.max(0.9, this.drawn.getScale()), animation: motion() });
    if (!isPinned(`node:${id}`)) light(graph.around(id).map((each) => each.id), [id]);
  }

  zoom(factor) {
    this.moved = true;
    this.drawn?.moveTo({ scale: this.drawn.getScale() * factor, animation: motion() });
  }

  fit() {
    this.moved = false;
    if (this.drawn && this.canvas.clientWidth) this.drawn.fit({ maxZoomLevel: 1.1, animation: motion() });
  }

  fitSoon() {
    clearTimeout(this.fitting);
    this.fitting = setTimeout(() => this.moved || this.fit(), 350);
  }

  unable() {
    this.empty.hidden = false;
    this.empty.querySelector("p").textContent = "The drawing could not be loaded. The table has the same facts.";
  }
}

const motion = () => (calm() ? false : { duration: 350, easingFunction: "easeInOutQuad" });

function keepOnly(set, things) {
  const ids = new Set(things.map((thing) => thing.id));
  set.remove(set.getIds().filter((id) => !ids.has(id)));
}

customElements.define("graph-view", GraphView);
