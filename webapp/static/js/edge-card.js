// The card of the chosen edge: the fact in words, where it comes from, how sure it is, and the sentences that use it.
import { h, icon, iconButton, number, share, t, tell } from "./dom.js";
import { edgeWords, originWords, provenance, relationWords, shorten, valueWords } from "./facts.js";
import { graph } from "./graph-data.js";
import { session } from "./session.js";

const LONGEST = 180; // characters of a sentence

export function edgeCard(edge, close) {
  const head = h("header", {}, h("div", { class: "grow" }, h("h3", { dir: "auto" }, edgeWords(edge, graph.name)), h("span", { class: "muted small" }, relationWords(edge.relation))), iconButton("close", t("Close"), close));
  return [head, known(edge), ends(edge), sentences(edge)].filter(Boolean);
}

function known(edge) {
  const lines = provenance(edge).map((each) => [t("from"), [originWords({ sources: [each] }), each.detail].filter(Boolean).join(", ")]);
  if (!lines.length) lines.push([t("from"), t("No source is kept for this fact.")]);
  if (edge.confidence != null && edge.confidence < 1) lines.push([t("confidence"), share(edge.confidence)]);
  for (const [key, value] of Object.entries(edge.props ?? {})) lines.push([relationWords(key), valueWords(value)]);
  return h("dl", {}, lines.flatMap(([key, value]) => [h("dt", {}, key), h("dd", { dir: "auto" }, value)]));
}

function ends(edge) {
  const go = (id) => h("button", { type: "button", class: "button slim", onclick: () => tell("node.chosen", { id }) }, graph.name(id));
  const { head, relation, tail } = edge;
  return h("div", { class: "row" }, go(head), go(tail), editLink(session.state.editFactUrl, { head, relation, tail }));
}

// Where those who may change the graph change this, and others propose to; nothing for whoever only reads.
export function editLink(address, what) {
  const words = session.state.curates ? t("Edit") : t("Propose a change");
  return address ? h("a", { class: "button slim", href: `${address}?${new URLSearchParams(what)}` }, icon("edit"), words) : "";
}

function sentences(edge) {
  const uses = graph.sentences(edge.id);
  if (!uses.length) return null;
  const lead = ({ run, number, text }) => h("li", {}, h("button", { type: "button", class: "fact plain", onclick: () => tell("sentence.chosen", { run, number }) }, shorten(text, LONGEST)));
  return h("div", {}, h("h4", {}, t("Sentences that use it")), h("ul", { role: "list" }, uses.map(lead)));
}
