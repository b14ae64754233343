// <graph-view>: the live drawing. It draws what graph-data holds, grows as a run finds things, takes part in
// the page's light, filters by type, and expands a node when it is clicked.
import { calm, h, hear, icon, iconButton, number, plural, tell } from "./dom.js";
import { relationWords } from "./facts.js";
import { asked } from "./graph-asked.js";
import { Camera, far } from "./graph-camera.js";
import { graph } from "./graph-data.js";
import { writeNames } from "./graph-labels.js";
import { Legend } from "./graph-legend.js";
import { drawnEdge, drawnNode, manyEdges, nodeSize, options, readColours } from "./graph-look.js";
import { below, grid } from "./graph-places.js";
import { dim, isPinned, light, pin } from "./light.js";
import { Neighbours } from "./neighbours.js";
import { NodeCard } from "./node-card.js";

const FIRST = 300; // nodes drawn before "show more"; the table has them all
const FEW = 20; // nodes past that which are drawn rather than held back
const MANY = 40; // new nodes that are placed before they are shown, as watching them find their places takes long
const CROWD = 100; // nodes above which they stand still once they were placed
const ROUNDS = 150; // of placing

class GraphView extends HTMLElement {
  connectedCallback() {
    this.limit = FIRST;
    this.forget();
    this.lit = { edges: new Set(), nodes: new Set() };
    this.legend = new Legend(() => this.draw());
    this.neighbours = new Neighbours();
    this.card = new NodeCard(this.neighbours, () => this.choose(null));
    this.build();
    this.camera = new Camera(this.canvas, () => (this.shown?.nodes ?? []).filter((node) => !this.look?.away.has(node.id)));
    this.end = hear({
      "graph.changed": ({ begun }) => this.changed(begun),
      "node.chosen": ({ id }) => this.choose(id, true),
      "edge.chosen": ({ id }) => graph.edges.has(id) && this.chooseEdge(id),
      neighbours: ({ id }) => id === this.chosen && this.lit.nodes.has(id) && light(graph.around(id).map((edge) => edge.id), [id]),
      light: (lit) => this.glow(lit),
      unlight: () => this.glow({ edges: new Set(), nodes: new Set() }),
      theme: () => { readColours(); this.forget(); this.draw(); },
    });
    readColours();
    this.draw();
  }

  build() {
    this.canvas = h("div", { class: "drawing", role: "img", tabindex: 0 });
    this.empty = h("div", { class: "graph-empty" }, icon("graph"), h("p", {}, "What an answer stands on is drawn here while it is found."));
    this.count = h("span", { role: "status" });
    this.more = h("button", { type: "button", class: "button slim", onclick: () => { this.limit *= 2; this.draw(); this.camera.fitSoon(); } }, "Show more");
    this.capped = h("div", { class: "capped", hidden: true }, this.count, this.more);
    const tools = h("div", { class: "graph-tools", role: "toolbar", "aria-label": "The drawing" },
      iconButton("plus", "Zoom in", () => this.camera.zoom(1.35)), iconButton("minus", "Zoom out", () => this.camera.zoom(1 / 1.35)), iconButton("fit", "Fit", () => this.camera.fit()));
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
    this.drawn.on("afterDrawing", (context) => this.name(context));
    this.drawn.on("stabilizationIterationsDone", () => this.crowded() && this.stand());
    this.drawn.on("stabilized", () => this.settled());
    this.camera.watch(this.drawn);
    return this.drawn;
  }

  changed(begun) {
    if (begun) { this.limit = FIRST; this.camera.moved = false; this.choose(null); }
    clearTimeout(this.soon);
    this.soon = setTimeout(() => { this.draw(); this.camera.fitSoon(); }, 16);
  }

  draw() {
    const { nodes, edges, omitted, unshown } = graph.shown();
    const drawn = nodes.length <= this.limit + FEW ? nodes : nodes.slice(0, this.limit);
    this.report(nodes.length, drawn.length, edges.length, { omitted, unshown });
    this.legend.show(nodes, asked.groups);
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
    keepOnly(this.edges, edges, this.looks.edges);
    keepOnly(this.nodes, nodes, this.looks.nodes);
    const fresh = nodes.filter((node) => !this.nodes.get(node.id));
    for (const node of fresh) this.nodes.add({ id: node.id, ...this.beside(node.id, edges) });
    this.paint();
    this.rows();
    if (fresh.length) { this.move(true); this.camera.follow(); }
    if (edges.length && (calm() || fresh.length > MANY)) this.drawn.stabilize(ROUNDS);
  }

  crowded() {
    return this.shown.nodes.length > CROWD;
  }

  // A crowd that was placed stays where it is: it would creep on for long, and each light would wake it anew.
  stand() {
    this.move(false);
    this.settled();
  }

  move(on) {
    if (on === !this.standing || calm()) return;
    this.standing = !on;
    this.drawn.setOptions({ physics: { enabled: on } });
  }

  // Nodes that nothing joins would drift apart for ever: they stand in rows, below those that are joined.
  rows() {
    const alone = this.shown.nodes.filter((node) => !this.degree.has(node.id));
    if (!alone.length) return;
    const joined = Object.values(this.drawn.getPositions(this.shown.nodes.filter((node) => this.degree.has(node.id)).map((node) => node.id)));
    const { width, height } = this.camera.pane();
    const places = grid(alone.length, { width, height: joined.length ? height / 2 : height }, below(joined));
    alone.forEach((node, at) => far(this.drawn.getPosition(node.id), places[at]) && this.drawn.moveNode(node.id, places[at].x, places[at].y));
  }

  settled() {
    this.rows();
    this.camera.rest();
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
    const away = asked.away(nodes, edges);
    for (const node of nodes) if (this.legend.hides(node.type, asked.place(node.id))) away.add(node.id);
    const many = manyEdges(edges.length);
    this.look = { ends, any, away };
    this.renew("nodes", nodes, (node) => this.lookOf(node), (node, look) => ({ ...drawnNode(node, look), physics: this.degree.has(node.id) }));
    this.renew("edges", edges, (edge) => {
      const lit = this.lit.edges.has(edge.id);
      return { lit, dimmed: any && !lit, many, hidden: away.has(edge.head) || away.has(edge.tail) || asked.hidesEdge(edge) };
    }, drawnEdge);
  }

  // Hand over those whose look is another than before: each costs, and a light changes few.
  renew(kind, things, look, drawn) {
    const looks = this.looks[kind];
    const changed = [];
    for (const thing of things) {
      const its = look(thing), key = Object.values(its).join();
      if (looks.get(thing.id) !== key) changed.push(drawn(thing, its));
      looks.set(thing.id, key);
    }
    if (changed.length) this[kind].update(changed);
  }

  forget() {
    this.looks = { nodes: new Map(), edges: new Map() }; // id → how it was drawn last
  }

  lookOf({ id }) {
    const { ends, any, away } = this.look;
    return { lit: ends.has(id), dimmed: any && !ends.has(id), degree: this.degree.get(id) ?? 0, hidden: away.has(id), chosen: id === this.chosen, group: asked.place(id) };
  }

  // Names are written over each frame, where this zoom has room for them.
  name(context) {
    if (!this.look) return;
    const scale = this.drawn.getScale(), places = this.drawn.getPositions();
    const nodes = this.shown.nodes.map((node) => ({ ...node, ...places[node.id], ...this.lookOf(node) })).filter((node) => !node.hidden && node.x !== undefined);
    for (const node of nodes) node.size = nodeSize(node.degree);
    this.named = writeNames(context, { nodes, edges: this.relations(places), scale, face: (this.face ??= getComputedStyle(document.body).fontFamily), window: this.camera.window() });
  }

  relations(places) {
    const { any, away } = this.look;
    return this.shown.edges
      .map((edge) => ({ words: relationWords(edge.relation), lit: this.lit.edges.has(edge.id), dimmed: any && !this.lit.edges.has(edge.id), hidden: away.has(edge.head) || away.has(edge.tail) || asked.hidesEdge(edge), from: places[edge.head], to: places[edge.tail] }))
      .filter((edge) => !edge.hidden && edge.from && edge.to);
  }

  glow(lit) {
    this.lit = lit;
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.paint());
  }

  report(all, drawn, facts, { omitted, unshown }) {
    this.empty.hidden = all > 0;
    const total = all + omitted;
    this.capped.hidden = drawn === total && !unshown;
    this.more.hidden = drawn === all;
    const [some, many] = drawn < total ? [drawn, plural(total, "node")] : [facts, plural(facts + unshown, "fact")];
    this.count.textContent = `Showing ${number(some)} of ${many}`;
    this.canvas.setAttribute("aria-label", all ? `Drawing of ${plural(all, "node")} and ${plural(facts, "fact")}. The table has the same facts.` : "Drawing, still empty");
    tell("graph.counted", { nodes: all, facts });
  }

  clicked({ nodes: [node], edges: [edge] }) {
    if (node) { this.choose(node); this.neighbours.expand(node); }
    else if (edge) { pin(`edge:${edge}`, [edge]); this.chooseEdge(edge); }
    else { this.choose(null); dim(); }
  }

  choose(id, centre = false) {
    this.chosen = id;
    this.card.show(id ? graph.nodes.get(id) : null);
    this.paint();
    if (!id || !this.drawn || !this.nodes.get(id)) return;
    if (centre) this.camera.centre(id);
    if (!isPinned(`node:${id}`)) light(graph.around(id).map((each) => each.id), [id]);
  }

  chooseEdge(id) {
    this.chosen = null;
    this.card.showEdge(graph.edges.get(id));
  }

  unable() {
    this.empty.hidden = false;
    this.empty.querySelector("p").textContent = "The drawing could not be loaded. The table has the same facts.";
  }
}

function keepOnly(set, things, looks) {
  const ids = new Set(things.map((thing) => thing.id));
  const gone = set.getIds().filter((id) => !ids.has(id));
  set.remove(gone);
  for (const id of gone) looks.delete(id);
}

customElements.define("graph-view", GraphView);
