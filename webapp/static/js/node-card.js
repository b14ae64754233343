// The card of the chosen node: everything known of it, and what can be done with it.
import { h, hear, iconButton, plural, t, tell } from "./dom.js";
import { edgeCard } from "./edge-card.js";
import { relationWords, typeColour, typeWords, valueWords } from "./facts.js";
import { graph } from "./graph-data.js";

export class NodeCard {
  constructor(neighbours, close) {
    this.neighbours = neighbours;
    this.close = close;
    this.element = h("section", { class: "node-card", hidden: true, "aria-label": "The chosen node" });
    hear({ neighbours: ({ id }) => this.node?.id === id && this.show(this.node) });
  }

  show(node) {
    this.node = node;
    this.element.hidden = !node;
    this.element.setAttribute("aria-label", t("The chosen node"));
    this.element.replaceChildren(...(node ? this.parts(node) : []));
  }

  showEdge(edge) {
    this.node = null;
    this.element.hidden = false;
    this.element.setAttribute("aria-label", t("The chosen fact"));
    this.element.replaceChildren(...edgeCard(edge, this.close));
  }

  parts(node) {
    const type = h("span", { class: "muted small" }, [typeWords(node.type), node.id].filter(Boolean).join(" · "));
    const head = h("header", {}, h("span", { class: `dot type-${typeColour(node.type)}` }), h("div", { class: "grow" }, h("h3", {}, node.name), type), iconButton("close", "Close", this.close));
    const description = node.description ? h("p", {}, node.description) : null;
    return [head, description, this.known(node), this.actions(node)].filter(Boolean);
  }

  known(node) {
    const lines = Object.entries(node.props ?? {}).map(([key, value]) => [relationWords(key), valueWords(value)]);
    if (node.aliases?.length) lines.unshift(["also called", node.aliases.join(", ")]);
    if (!lines.length) return null;
    return h("dl", {}, lines.flatMap(([key, value]) => [h("dt", {}, key), h("dd", {}, value)]));
  }

  actions(node) {
    const state = this.neighbours.of(node.id);
    const action = (words, onclick, disabled = false) => h("button", { type: "button", class: "button slim", onclick, disabled }, words);
    const buttons = [action("Ask about this", () => this.ask(node))];
    if (!state || state.problem) buttons.push(action("Expand", () => this.neighbours.expand(node.id)));
    else if (state.busy) buttons.push(action("Expanding…", null, true));
    else {
      if (state.omitted) buttons.push(action(`Show more (${plural(state.omitted, "neighbour")} left)`, () => this.neighbours.expand(node.id, true)));
      if (state.added.size) buttons.push(action("Collapse", () => this.neighbours.collapse(node.id)));
    }
    const facts = h("span", { class: "muted small" }, `${plural(graph.around(node.id).length, "fact")} shown`);
    return h("div", { class: "row" }, buttons, state?.problem ? h("span", { class: "small" }, state.problem) : facts);
  }

  ask(node) {
    tell("draft", { text: `What is known about ${node.name}?` });
    tell("show-pane", { pane: "talk" });
  }
}
