// One light for the whole page: a sentence, an edge, a table row or a node asks for edges (and nodes) to be
// lit; the log, the drawing and the table each answer "light" and "unlight". A pinned light stays.
import { tell } from "./dom.js";

let pinned = null;

export const light = (edges, nodes = []) => tell("light", { edges: new Set(edges), nodes: new Set(nodes) });

export const dim = () => (pinned ? light(pinned.edges, pinned.nodes) : tell("unlight"));

export const isPinned = (key) => pinned?.key === key;

// Pin what `key` names, or let it go if it is pinned already; the answer says whether it is pinned now.
export function pin(key, edges, nodes = []) {
  pinned = isPinned(key) ? null : { key, edges: [...edges], nodes: [...nodes] };
  tell("pinned", { key: pinned?.key });
  dim();
  return Boolean(pinned);
}

export function unpin() {
  const had = Boolean(pinned);
  pinned = null;
  tell("pinned", {});
  tell("unlight");
  return had;
}
