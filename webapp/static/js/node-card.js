// The card of the chosen node: everything known of it, and what can be done with it.
import { h, hear, icon, iconButton, plural, t, tell } from "./dom.js";
import { edgeCard, editLink } from "./edge-card.js";
import { edgeWords, originWords, relationWords, typeColour, typeWords, valueWords } from "./facts.js";
import { graph } from "./graph-data.js";
import { session } from "./session.js";

const FACTS = 6; // of a relation, before "and N more"

export class NodeCard {
  constructor({ neighbours, view, paths, close }) {
    Object.assign(this, { neighbours, view, paths, close });
    this.element = h("section", { class: "node-card", hidden: true, tabindex: -1 });
    hear({ neighbours: ({ id }) => this.node?.id === id && this.refresh() });
  }

  show(node) {
    this.node = node;
    this.element.hidden = !node;
    this.element.setAttribute("aria-label", t("The chosen node"));
    this.element.replaceChildren(...(node ? this.parts(node) : []));
  }

  refresh() {
    if (this.node) this.show(this.node);
  }

  showEdge(edge) {
    this.node = null;
    this.element.hidden = false;
    this.element.setAttribute("aria-label", t("The chosen fact"));
    this.element.replaceChildren(...edgeCard(edge, this.close));
  }

  parts(node) {
    const type = h("span", { class: "muted small" }, [typeWords(node.type), node.id].filter(Boolean).join(" · "));
    const head = h("header", {}, h("span", { class: `dot type-${typeColour(node.type)}` }), h("div", { class: "grow" }, h("h3", { dir: "auto" }, node.name), type), iconButton("close", t("Close"), this.close));
    const description = node.description ? h("p", { dir: "auto" }, node.description) : null;
    return [head, description, this.known(node), this.actions(node), this.facts(node)].filter(Boolean);
  }

  known(node) {
    const lines = Object.entries(node.props ?? {}).map(([key, value]) => [relationWords(key), valueWords(value)]);
    if (node.aliases?.length) lines.unshift([t("also called"), node.aliases.join(", ")]);
    if (!lines.length) return null;
    return h("dl", {}, lines.flatMap(([key, value]) => [h("dt", {}, key), h("dd", { dir: "auto" }, value)]));
  }

  actions(node) {
    const action = (name, words, onclick, pressed) => h("button", { type: "button", class: "button slim", onclick, "aria-pressed": pressed == null ? null : String(pressed) }, name ? icon(name) : "", words);
    const { view } = this;
    const pinned = view.pinned.has(node.id), focused = view.focus === node.id;
    const buttons = [
      session.state.askUrl ? h("a", { class: "button slim", href: `${session.state.askUrl}?${new URLSearchParams({ q: about(node) })}` }, icon("talk"), t("Ask about this")) : "",
      session.state.maySend ? action("talk", t("Ask about this"), () => this.ask(node)) : "",
      ...this.growing(node, action),
      action("focus", t("Focus"), () => view.set("focus", focused ? null : node.id), focused),
      action("pin", t("Pin"), () => view.toggle("pinned", node.id, true), pinned),
      action("hide", t("Hide"), () => { view.toggle("hidden", node.id); this.close(); }),
      session.state.pathsUrl ? action("path", t("Path from here"), () => this.paths.begin(node)) : "",
      session.state.nodeUrl ? h("a", { class: "button slim", href: pageOf(node) }, icon("compass"), t("Open its page")) : "",
      editLink(session.state.editUrl, { id: node.id }),
    ];
    return h("div", { class: "row" }, buttons);
  }

  growing(node, action) {
    if (!session.state.neighbourhoodUrl) return [];
    const state = this.neighbours.of(node.id);
    if (!state) return [action("plus", t("Expand"), () => this.neighbours.expand(node.id))];
    if (state.problem) return [action("plus", t("Expand"), () => this.neighbours.expand(node.id)), h("span", { class: "small" }, state.problem)];
    if (state.busy) return [h("span", { class: "small muted" }, t("Expanding…"))];
    const more = state.omitted ? [action("plus", t("Show more ({count} left)", { count: plural(state.omitted, "neighbour") }), () => this.neighbours.expand(node.id, true))] : [];
    return state.added.size ? [...more, action("minus", t("Collapse"), () => this.neighbours.collapse(node.id))] : more;
  }

  // The facts that are shown of it, by relation, each leading to its edge.
  facts(node) {
    const groups = new Map();
    for (const edge of graph.around(node.id)) groups.has(edge.relation) ? groups.get(edge.relation).push(edge) : groups.set(edge.relation, [edge]);
    if (!groups.size) return null;
    const count = [...groups.values()].reduce((sum, edges) => sum + edges.length, 0);
    const lists = [...groups].map(([relation, edges]) => h("div", {}, h("h4", {}, relationWords(relation)), h("ul", { role: "list" }, edges.slice(0, FACTS).map((edge) => this.fact(edge)), edges.length > FACTS ? h("li", { class: "small muted" }, t("and {count} more", { count: edges.length - FACTS })) : "")));
    return h("details", { class: "card-facts" }, h("summary", {}, icon("right"), t("{count} shown", { count: plural(count, "fact") })), ...lists);
  }

  fact(edge) {
    const origin = originWords(edge);
    return h("li", {}, h("button", { type: "button", class: "fact plain", onclick: () => tell("edge.chosen", { id: edge.id }) }, edgeWords(edge, graph.name), origin ? h("span", { class: "muted small" }, ` ${origin}`) : ""));
  }

  ask(node) {
    tell("draft", { text: about(node) });
    tell("show-pane", { pane: "talk" });
  }
}

// A question that the engine reads: in English, whatever the page speaks.
const about = (node) => `What is known about ${node.name}?`;

// A node's page; an id that no path can hold is asked for (as the site does in explore/addresses.py).
export function pageOf({ id }) {
  const plain = /^[\p{L}\p{N}_:@,;()+!~-][\p{L}\p{N}_:@.,;()+!~ -]{0,200}$/u.test(id);
  return plain ? `${session.state.nodeUrl}${encodeURIComponent(id)}/` : `${session.state.nodeUrl}?${new URLSearchParams({ id })}`;
}
