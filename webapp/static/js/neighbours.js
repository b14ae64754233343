// Expanding and collapsing nodes: asks the site for what lies around one and grows the shown graph by it.
import { t, tell } from "./dom.js";
import { graph } from "./graph-data.js";
import { session } from "./session.js";

const STEP = 30; // neighbours asked for at a time

export class Neighbours {
  // `view` keeps how to undo what was opened.
  constructor(view) {
    this.view = view;
    this.asked = new Map(); // node id → {limit, omitted, added: Set, busy, problem}
  }

  of(id) {
    return this.asked.get(id);
  }

  async expand(id, more = false) {
    const before = this.of(id);
    if (before?.busy || (before && !more && !before.problem)) return;
    const state = { limit: (before?.limit ?? 0) + STEP, omitted: 0, added: before?.added ?? new Set(), busy: true };
    this.asked.set(id, state);
    tell("neighbours", { id });
    try {
      const found = await this.fetch(id, state.limit);
      this.take(state, found);
      this.view.done(() => this.close(id), () => this.reopen(id, state, found));
    }
    catch { state.problem = t("What lies around it could not be fetched."); }
    state.busy = false;
    tell("neighbours", { id });
  }

  async fetch(id, limit) {
    const url = new URL(session.state.neighbourhoodUrl, location.href);
    url.search = new URLSearchParams({ id, limit });
    const response = await fetch(url, { headers: { Accept: "application/json" } });
    if (!response.ok) throw new Error(response.status);
    return response.json();
  }

  take(state, { nodes, edges, omitted }) {
    const here = new Set(graph.shown().nodes.map((node) => node.id));
    for (const node of nodes) if (!here.has(node.id)) state.added.add(node.id);
    state.omitted = omitted;
    this.grow(state, nodes, edges);
  }

  // What was opened by hand belongs to the answer that is looked at.
  grow(state, nodes, edges) {
    state.run = graph.scope || graph.latest;
    graph.grow({ run: state.run, nodes, edges });
  }

  collapse(id) {
    const state = this.of(id), before = state && { nodes: [...state.added].map((each) => graph.nodes.get(each)), edges: graph.shown().edges };
    this.close(id);
    if (state) this.view.done(() => this.reopen(id, state, before), () => this.close(id));
  }

  reopen(id, state, { nodes, edges }) {
    this.asked.set(id, state);
    this.grow(state, nodes, edges);
    tell("neighbours", { id });
  }

  close(id) {
    const state = this.of(id);
    this.asked.delete(id);
    if (state) graph.shrink(state.run, [...state.added].filter((other) => other !== id));
    tell("neighbours", { id });
  }

  // A path's nodes, which can be taken away again.
  lay(nodes, edges) {
    const here = new Set(graph.shown().nodes.map((node) => node.id)), state = {};
    const lay = () => this.grow(state, nodes, edges);
    lay();
    this.view.done(() => graph.shrink(state.run, nodes.map((node) => node.id).filter((id) => !here.has(id))), lay);
  }
}
