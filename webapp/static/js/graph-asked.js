// What the drawing was asked in words ("hide the rivers", "only genes", "collapse X"), and the groups that an answer
// found: which nodes and edges stay away, and which colour a group has. The next answer that finds something forgets it.
import { hear, tell } from "./dom.js";
import { graph } from "./graph-data.js";

const SOON = 60; // milliseconds until what was just found is drawn and can be turned to

class Asked {
  constructor() {
    this.forget("");
    hear({
      "graph.grown": ({ run }) => run !== this.run && this.forget(run),
      "clusters.found": ({ run, clusters = [] }) => this.group(run, clusters),
      "view.asked": (event) => this.take(event),
    });
  }

  forget(run) {
    this.run = run;
    this.clear();
    this.groups = []; // [{name, nodes}]
    this.places = new Map(); // node id → its group's number
  }

  clear() {
    this.hidden = { nodes: new Set(), types: new Set(), relations: new Set() };
    this.only = null;
  }

  group(run, clusters) {
    this.run = run;
    this.groups = clusters;
    this.places = new Map(clusters.flatMap(({ nodes }, place) => nodes.map((id) => [id, place])));
    tell("graph.changed", { run });
  }

  take({ run, action, nodes = [], types = [], relations = [] }) {
    this.run = run;
    graph.carry(run);
    const named = { nodes, types, relations };
    if (action === "reset") this.clear();
    else if (action === "hide") this.each(named, (set, name) => set.add(name));
    else if (action === "show") this.each(named, (set, name) => set.delete(name));
    else if (action === "only") this.only = { nodes: new Set(nodes), types: new Set(types), relations: new Set(relations) };
    else if (action === "collapse") for (const id of nodes) for (const leaf of leaves(id)) this.hidden.nodes.add(leaf);
    tell("graph.changed", { run });
    if (action === "focus" || action === "expand") setTimeout(() => nodes.length && tell("node.chosen", { id: nodes[0] }), SOON);
  }

  each(named, change) {
    for (const [kind, names] of Object.entries(named)) for (const name of names) change(this.hidden[kind], name);
    if (this.only && change) this.only = null;
  }

  // The ids of the nodes that stay away.
  away(nodes, edges) {
    const tied = new Set(this.only?.relations.size ? edges.filter((edge) => this.only.relations.has(edge.relation)).flatMap((edge) => [edge.head, edge.tail]) : []);
    const kept = ({ id, type }) => !this.only || this.only.types.has(type) || this.only.nodes.has(id) || tied.has(id);
    return new Set(nodes.filter((node) => this.hidden.nodes.has(node.id) || this.hidden.types.has(node.type) || !kept(node)).map((node) => node.id));
  }

  hidesEdge({ relation }) {
    return this.hidden.relations.has(relation) || Boolean(this.only?.relations.size && !this.only.relations.has(relation));
  }

  // The number of a node's group, if it has one.
  place(id) {
    return this.places.get(id);
  }
}

// What is joined to nothing but this node.
function leaves(id) {
  const { edges } = graph.shown();
  const near = new Map();
  for (const { head, tail } of edges) for (const [one, other] of [[head, tail], [tail, head]]) near.set(one, (near.get(one) ?? new Set()).add(other));
  return [...(near.get(id) ?? [])].filter((other) => near.get(other).size === 1);
}

export const asked = new Asked();
