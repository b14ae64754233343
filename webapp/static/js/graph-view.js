// <graph-view>: the live drawing. It draws what graph-data holds, grows as a run finds things, takes part in
// the page's light, filters by type, and expands a node when it is clicked.
import { calm, h, hear, icon, number, plural, t, tell } from "./dom.js";
import { relationWords, typeColour } from "./facts.js";
import { Asked } from "./graph-asked.js";
import { drawCrowds } from "./graph-batch.js";
import { Camera, far } from "./graph-camera.js";
import { COLOURED, clusters } from "./graph-clusters.js";
import { graph } from "./graph-data.js";
import { writeNames } from "./graph-labels.js";
import { Legend } from "./graph-legend.js";
import { circle, hierarchy } from "./graph-layouts.js";
import { colours, drawnEdge, drawnNode, manyEdges, nodeSize, options, readColours } from "./graph-look.js";
import { below, grid } from "./graph-places.js";
import { dim, isPinned, light, pin } from "./light.js";
import { Neighbours } from "./neighbours.js";
import { NodeCard } from "./node-card.js";
import { Paths } from "./paths.js";
import { Tools } from "./graph-tools.js";
import { ViewState } from "./view-state.js";

const FIRST = 300; // nodes drawn before "show more"; the table has them all
const FEW = 20; // nodes past that which are drawn rather than held back
const PATIENCE = 400; // milliseconds that the last drawing stays where the next has nothing to show yet
const MANY = 40; // new nodes that are placed before they are shown, as watching them find their places takes long
const CROWD = 100; // nodes above which they stand still once they were placed
const ROUNDS = 150; // of placing
const REST = COLOURED - 1; // the colour of what is in no group
const BATCH = 400; // nodes and edges above which they are drawn in batches

class GraphView extends HTMLElement {
  connectedCallback() {
    this.limit = FIRST;
    this.batch = BATCH;
    this.forget();
    this.lit = { edges: new Set(), nodes: new Set() };
    this.view = new ViewState();
    this.asked = new Asked(this.view);
    this.legend = new Legend(this.view, this.asked);
    this.neighbours = new Neighbours(this.view);
    this.paths = new Paths(({ nodes, edges }) => this.neighbours.lay(nodes, edges));
    this.card = new NodeCard({ neighbours: this.neighbours, view: this.view, paths: this.paths, close: () => this.choose(null) });
    this.build();
    this.camera = new Camera(this.canvas, () => (this.shown?.nodes ?? []).filter((node) => !this.away(node)), () => this.shown && this.view.layout !== "force" && this.arrange());
    this.end = hear({
      "graph.changed": ({ begun }) => this.changed(begun),
      "node.chosen": ({ id }) => this.paths.picking && graph.nodes.has(id) ? this.paths.to(id) : this.choose(id, true),
      "edge.chosen": ({ id }) => graph.edges.has(id) && this.chooseEdge(id),
      neighbours: ({ id }) => id === this.chosen && this.lit.nodes.has(id) && light(graph.around(id).map((edge) => edge.id), [id]),
      "view.changed": () => this.viewChanged(),
      "view.fit": () => this.camera.fit(),
      light: (lit) => this.glow(lit),
      unlight: () => this.glow({ edges: new Set(), nodes: new Set() }),
      theme: () => { readColours(); this.forget(); this.draw(); },
    });
    readColours();
    this.draw();
  }

  build() {
    this.canvas = h("div", { class: "drawing", role: "img", tabindex: 0 });
    this.empty = h("div", { class: "graph-empty" }, icon("graph"), h("p", {}, t("What an answer stands on is drawn here while it is found.")));
    this.count = h("span", { role: "status" });
    this.more = h("button", { type: "button", class: "button slim", onclick: () => { this.limit *= 2; this.draw(); this.camera.fitSoon(); } }, t("Show more"));
    this.capped = h("div", { class: "capped", hidden: true }, this.count, this.more);
    this.tools = new Tools(() => this.camera, this.view);
    const stage = h("div", { class: "drawing-stage" }, this.canvas, this.empty, this.capped, this.paths.element, this.tools.element, this.legend.element);
    stage.addEventListener("keydown", (event) => this.key(event));
    this.append(stage);
    (this.closest(".graph-pane") ?? this).append(this.card.element); // beside the table it is read, too
  }

  key(event) {
    const command = event.ctrlKey || event.metaKey, key = event.key.toLowerCase();
    if (!command || event.target.matches("[type=search]")) return; // a field has an undo of its own
    const again = key === "y" || (key === "z" && event.shiftKey);
    if (again ? this.view.redo() : key === "z" && this.view.undo()) event.preventDefault();
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
    this.drawn.on("dragEnd", ({ nodes: [id] }) => id && this.dropped(id));
    drawCrowds(this.drawn, () => this.shown && this.shown.nodes.length + this.shown.edges.length > this.batch, () => this.scene());
    this.camera.watch(this.drawn);
    return this.drawn;
  }

  changed(begun) {
    if (begun) this.begin();
    clearTimeout(this.soon);
    this.soon = setTimeout(() => this.follow(), this.begun && !graph.any() ? PATIENCE : 16);
  }

  // Draw what has changed since the last frame.
  follow() {
    if (this.begun) tell("view.changed");
    this.begun = false;
    this.draw();
    this.camera.fitSoon();
  }

  begin() {
    this.begun = true;
    this.limit = FIRST;
    this.camera.moved = false;
    this.view.begin();
    this.paths.end();
    this.chosen ? this.choose(null) : this.card.show(null);
  }

  draw() {
    const { nodes, edges, omitted, unshown } = graph.shown();
    const drawn = nodes.length <= this.limit + FEW ? nodes : nodes.slice(0, this.limit);
    this.report(nodes.length, drawn.length, edges.length, { omitted, unshown });
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
    keepOnly(this.edges, edges, this.looks.edges);
    keepOnly(this.nodes, nodes, this.looks.nodes);
    const fresh = nodes.filter((node) => !this.nodes.get(node.id));
    for (const node of fresh) this.nodes.add({ id: node.id, ...this.beside(node.id, edges) });
    this.paint();
    this.rows();
    this.byNode = null;
    if (fresh.length && this.view.layout !== "force") return this.arrange();
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
    const away = new Set(nodes.filter((node) => this.away(node)).map((node) => node.id));
    const many = manyEdges(edges.length);
    this.look = { ends, any, away };
    this.renew("nodes", nodes, (node) => this.lookOf(node), (node, look) => ({ ...drawnNode(node, look), physics: this.degree.has(node.id) && !look.pinned }));
    this.renew("edges", edges, (edge) => {
      const lit = this.lit.edges.has(edge.id);
      return { lit, dimmed: any && !lit, many, hidden: this.edgeAway(edge, away) };
    }, drawnEdge);
    this.ranked = [...nodes].sort((a, b) => this.degreeOf(b.id) - this.degreeOf(a.id));
  }

  edgeAway({ head, tail, relation }, away) {
    return away.has(head) || away.has(tail) || this.view.relations.has(relation);
  }

  degreeOf = (id) => this.degree.get(id) ?? 0;

  // Whether a node is not to be seen: hidden, of a kind that is filtered out, or outside the focus.
  away({ id, type }) {
    const { hidden, types, focus } = this.view;
    return hidden.has(id) || types.has(type) || Boolean(focus && !this.near(focus).has(id));
  }

  // The nodes around one, itself among them.
  near(id) {
    if (this.byNode?.id !== id) this.byNode = { id, ids: new Set([id, ...this.shown.edges.filter((edge) => edge.head === id || edge.tail === id).flatMap((edge) => [edge.head, edge.tail])]) };
    return this.byNode.ids;
  }

  viewChanged() {
    this.byNode = null;
    if (!this.shown) return;
    if (this.view.layout !== this.laid) this.arrange();
    this.grouped = null;
    this.legend.show(graph.shown().nodes);
    this.paint();
    this.card.refresh();
    this.drawn?.body.emitter.emit("_requestRedraw"); // in the next frame
  }

  // Lay the nodes out anew; by force they move themselves.
  arrange() {
    this.laid = this.view.layout;
    if (!this.drawn) return;
    if (this.laid === "force") { this.standing = true; this.move(true); this.drawn.stabilize(ROUNDS); return this.camera.fitSoon(); }
    const { nodes, edges } = this.shown;
    const places = this.laid === "circle" ? circle(nodes, this.degreeOf, this.camera.pane()) : hierarchy(nodes, edges, this.camera.pane());
    this.drawn.stopSimulation();
    this.standing = true;
    this.drawn.setOptions({ physics: { enabled: false } });
    const { body } = this.drawn;
    for (const [id, place] of places) if (body.nodes[id] && !this.view.pinned.has(id)) Object.assign(body.nodes[id], place);
    this.drawn.redraw();
    this.camera.fit();
  }

  // A node stays where a person puts it.
  dropped(id) {
    if (!this.view.pinned.has(id)) this.view.toggle("pinned", id, this.drawn.getPosition(id));
  }

  groups() {
    return (this.grouped ??= this.asked.places() ?? clusters(this.shown.nodes, this.shown.edges));
  }

  colourOf(node) {
    return this.view.colour === "cluster" ? (this.groups().get(node.id) ?? REST) % COLOURED : typeColour(node.type);
  }

  // What the drawing in batches needs to know.
  scene() {
    const { ends, any, away } = this.look;
    const look = {
      any,
      away: (id) => away.has(id),
      awayEdge: (edge) => this.view.relations.has(edge.relation),
      litEdge: (id) => this.lit.edges.has(id),
      degree: this.degreeOf,
      faint: (id) => any && !ends.has(id),
      colour: (node) => (graph.own.has(node.id) ? colours.types[this.colourOf(node)] : colours.surface),
      ring: (id) => (ends.has(id) ? colours.lit : id === this.chosen ? colours.text : graph.own.has(id) ? "" : colours.types[this.colourOf(graph.nodes.get(id))]),
    };
    return { ...this.shown, look, scale: this.drawn.getScale() };
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

  lookOf(node) {
    const { ends, any, away } = this.look, { id } = node;
    return { lit: ends.has(id), dimmed: any && !ends.has(id), degree: this.degreeOf(id), hidden: away.has(id), chosen: id === this.chosen, hollow: !graph.own.has(id), group: this.colourOf(node), pinned: this.view.pinned.has(id) };
  }

  // Names are written over each frame, where this zoom has room for them.
  name(context) {
    if (!this.look || !this.ranked) return;
    const scale = this.drawn.getScale(), { nodes: places } = this.drawn.body, { ends, any, away } = this.look;
    const nodes = [];
    for (const node of this.ranked) {
      const place = places[node.id];
      if (!place || place.x === undefined || away.has(node.id)) continue;
      const degree = this.degreeOf(node.id), lit = ends.has(node.id);
      nodes.push({ id: node.id, name: graph.name(node.id), x: place.x, y: place.y, degree, size: nodeSize(degree), lit, dimmed: any && !lit, chosen: node.id === this.chosen });
    }
    this.named = writeNames(context, { nodes, edges: this.relations(places), scale, face: (this.face ??= getComputedStyle(document.body).fontFamily), window: this.camera.window() });
  }

  // Relations are said where there are few edges, or they are lit.
  relations(places) {
    const { any, away } = this.look;
    const said = manyEdges(this.shown.edges.length) ? this.shown.edges.filter((edge) => this.lit.edges.has(edge.id)) : this.shown.edges;
    return said
      .filter((edge) => !this.edgeAway(edge, away) && places[edge.head] && places[edge.tail])
      .map((edge) => ({ words: relationWords(edge.relation), lit: this.lit.edges.has(edge.id), dimmed: any && !this.lit.edges.has(edge.id), from: places[edge.head], to: places[edge.tail] }));
  }

  glow(lit) {
    this.lit = lit;
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.paint());
  }

  report(all, drawn, facts, { omitted, unshown }) {
    this.empty.hidden = all > 0;
    this.tools.element.hidden = !all;
    const total = all + omitted;
    this.capped.hidden = drawn === total && !unshown;
    this.more.hidden = drawn === all;
    this.capped.classList.toggle("all", this.more.hidden);
    const [some, many] = drawn < total ? [drawn, plural(total, "node")] : [facts, plural(facts + unshown, "fact")];
    this.count.textContent = t("Showing {some} of {all}", { some: number(some), all: many });
    this.grouped = null;
    this.canvas.setAttribute("aria-label", all ? t("Drawing of {nodes} and {facts}. The table has the same facts.", { nodes: plural(all, "node"), facts: plural(facts, "fact") }) : t("Drawing, still empty"));
    tell("graph.counted", { nodes: all, facts });
  }

  clicked({ nodes: [node], edges: [edge] }) {
    if (node && this.paths.picking) this.paths.to(node);
    else if (node) { this.choose(node); this.neighbours.expand(node); }
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
    this.empty.querySelector("p").textContent = t("The drawing could not be loaded. The table has the same facts.");
  }
}

function keepOnly(set, things, looks) {
  const ids = new Set(things.map((thing) => thing.id));
  const gone = set.getIds().filter((id) => !ids.has(id));
  set.remove(gone);
  for (const id of gone) looks.delete(id);
}

customElements.define("graph-view", GraphView);
