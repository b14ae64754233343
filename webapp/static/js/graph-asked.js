// What the drawing is asked in words ("hide the rivers", "only genes", "collapse X"), and the groups that an answer
// found, as changes of the view's state: what a person could have done by hand, and can undo. Requests add up until an
// answer finds something again.
import { hear, tell } from "./dom.js";
import { graph } from "./graph-data.js";

const SOON = 60; // milliseconds until what was just found is drawn and can be turned to
const KINDS = ["hidden", "types", "relations"];

export class Asked {
  constructor(view) {
    this.view = view;
    this.forget("");
    hear({
      "graph.grown": ({ run }) => run !== this.run && this.forget(run),
      "clusters.found": ({ run, clusters = [] }) => this.group(run, clusters),
      "view.asked": (event) => this.take(event),
    });
  }

  forget(run) {
    this.run = run;
    this.groups = []; // [{name, nodes}]
    this.off = Object.fromEntries(KINDS.map((kind) => [kind, new Set()]));
  }

  group(run, clusters) {
    this.run = run;
    this.groups = clusters;
    this.view.set("colour", "cluster");
  }

  // A group's number by node id; null where no answer found groups.
  places() {
    return this.groups.length ? new Map(this.groups.flatMap(({ nodes }, place) => nodes.map((id) => [id, place]))) : null;
  }

  take({ run, action, nodes = [], types = [], relations = [] }) {
    this.run = run;
    graph.carry(run);
    const named = { hidden: nodes, types, relations };
    if (action === "reset") this.forget(run);
    if (action === "hide") for (const kind of KINDS) for (const name of named[kind]) this.off[kind].add(name);
    if (action === "show") for (const kind of KINDS) for (const name of named[kind]) this.off[kind].delete(name);
    if (action === "only") this.off = others(named);
    if (action === "collapse") for (const id of nodes) for (const leaf of leaves(id)) this.off.hidden.add(leaf);
    this.apply();
    if (["focus", "expand"].includes(action) && nodes.length) setTimeout(() => tell("node.chosen", { id: nodes[0] }), SOON);
  }

  apply() {
    const before = KINDS.map((kind) => this.view[kind]);
    const put = (sets) => KINDS.forEach((kind, at) => (this.view[kind] = sets[at]));
    const after = KINDS.map((kind) => new Set(this.off[kind]));
    this.view.change(() => put(after.map((names) => new Set(names))), () => put(before));
  }
}

// What stays away where only these are to be seen: the other relations, the other types, or all but what is named.
function others({ hidden: nodes, types, relations }) {
  const shown = graph.shown();
  const rest = (things, key, kept) => new Set(kept.length ? things.map((thing) => thing[key]).filter((name) => !kept.includes(name)) : []);
  const off = { hidden: new Set(), types: new Set(), relations: rest(shown.edges, "relation", relations) };
  if (!nodes.length) off.types = rest(shown.nodes, "type", types);
  else off.hidden = new Set(shown.nodes.filter(({ id, type }) => !nodes.includes(id) && !types.includes(type) && !relations.length).map(({ id }) => id));
  return off;
}

// What is joined to nothing but this node.
function leaves(id) {
  const near = new Map();
  for (const { head, tail } of graph.shown().edges) for (const [one, other] of [[head, tail], [tail, head]]) near.set(one, (near.get(one) ?? new Set()).add(other));
  return [...(near.get(id) ?? [])].filter((other) => near.get(other).size === 1);
}
