// The graph that the conversation has found so far: what the drawing and the table both show.
// `scope` is the run whose finds are shown; empty shows the whole conversation.
import { hear, tell } from "./dom.js";
import { edgeWords, sourceWords } from "./facts.js";

class GraphData {
  constructor() {
    this.nodes = new Map();
    this.edges = new Map();
    this.called = new Map(); // name → ids of the nodes called so
    this.runs = new Map(); // run → {nodes: Set, edges: Set, omitted: nodes left out, unshown: edges left out}
    this.own = new Set(); // nodes that an answer showed; the rest was opened by hand
    this.claims = new Map(); // run → claims of its answer
    this.scope = "";
    this.latest = "";
    hear({
      "run.started": ({ run }) => this.begin(run),
      "graph.grown": (event) => { for (const node of event.nodes ?? []) this.own.add(node.id); this.grow(event); },
      "answer.done": ({ run, claims = [] }) => this.claims.set(run, claims),
      "turn.gone": ({ run }) => { this.runs.delete(run); this.claims.delete(run); },
    });
  }

  begin(run) {
    this.found(run);
    this.latest = run;
    if (!this.whole) this.scope = run;
    tell("graph.changed", { begun: true });
  }

  found(run) {
    if (!this.runs.has(run)) this.runs.set(run, { nodes: new Set(), edges: new Set(), omitted: 0, unshown: 0 });
    return this.runs.get(run);
  }

  grow({ run, nodes = [], edges = [], omitted = 0, omitted_edges: unshown = 0 }) {
    const found = this.found(run);
    for (const node of nodes) { this.keep(this.nodes, found.nodes, node); this.called.set(node.name, (this.called.get(node.name) ?? new Set()).add(node.id)); }
    for (const edge of edges) this.keep(this.edges, found.edges, edge);
    found.omitted += omitted;
    found.unshown += unshown;
    tell("graph.changed", { run });
  }

  // A run that finds nothing, and only asks for another view, goes on with what the one before it found.
  carry(run) {
    const found = this.found(run);
    const before = [...this.runs].filter(([id, each]) => id !== run && each.nodes.size).at(-1)?.[1];
    if (found.nodes.size || !before) return;
    for (const kind of ["nodes", "edges"]) for (const id of before[kind]) found[kind].add(id);
    tell("graph.changed", { run });
  }

  keep(all, found, thing) {
    all.set(thing.id, thing);
    found.add(thing.id);
  }

  shrink(run, nodes) {
    const found = this.found(run);
    for (const id of nodes) found.nodes.delete(id);
    for (const id of found.edges) {
      const { head, tail } = this.edges.get(id);
      if (!found.nodes.has(head) || !found.nodes.has(tail)) found.edges.delete(id);
    }
    tell("graph.changed", { run });
  }

  // Show one run's finds, or everything.
  look(run) {
    this.whole = !run;
    this.scope = run;
    tell("graph.changed", { begun: true });
  }

  // Whether anything is shown.
  any() {
    return (this.scope ? [this.found(this.scope)] : [...this.runs.values()]).some(({ nodes }) => nodes.size > 0);
  }

  shown() {
    const runs = this.scope ? [this.found(this.scope)] : [...this.runs.values()];
    const ids = new Set(runs.flatMap((found) => [...found.nodes]));
    const edges = new Set(runs.flatMap((found) => [...found.edges]));
    const joined = [...edges].map((id) => this.edges.get(id)).filter((edge) => ids.has(edge.head) && ids.has(edge.tail));
    const left = (what) => runs.reduce((sum, found) => sum + found[what], 0);
    return { nodes: [...ids].map((id) => this.nodes.get(id)), edges: joined, omitted: left("omitted"), unshown: left("unshown") };
  }

  // The sentences that an edge stands behind, over all answers: {run, number, text}.
  sentences(edge) {
    return [...this.claims].flatMap(([run, claims]) => claims.map((claim, number) => ({ ...claim, run, number })).filter((claim) => claim.edges.includes(edge)));
  }

  // The facts that these claims stand on, numbered in the order of their first use.
  citations(claims) {
    const cited = [...new Set(claims.flatMap((claim) => claim.edges))].filter((id) => this.edges.has(id));
    return cited.map((id, at) => ({ number: at + 1, edge: this.edges.get(id), words: edgeWords(this.edges.get(id), this.name), source: sourceWords(this.edges.get(id)) }));
  }

  // A node's name; namesakes are told apart by their ids.
  name = (id) => {
    const name = this.nodes.get(id)?.name;
    return name === undefined ? id : this.called.get(name).size > 1 ? `${name} (${id})` : name;
  };

  around(id) {
    return this.shown().edges.filter((edge) => edge.head === id || edge.tail === id);
  }
}

export const graph = new GraphData();
