// Expanding and collapsing nodes: asks the site for what lies around one and grows the shown graph by it.
import { tell } from "./dom.js";
import { graph } from "./graph-data.js";
import { session } from "./session.js";

const STEP = 30; // neighbours asked for at a time

export class Neighbours {
  constructor() {
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
    try { this.take(state, await this.fetch(id, state.limit)); }
    catch { state.problem = "What lies around it could not be fetched."; }
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
    state.run = graph.scope || graph.latest;
    graph.grow({ run: state.run, nodes, edges });
  }

  collapse(id) {
    const state = this.of(id);
    this.asked.delete(id);
    if (state) graph.shrink(state.run, [...state.added].filter((other) => other !== id));
    tell("neighbours", { id });
  }
}
