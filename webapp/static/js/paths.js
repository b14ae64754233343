// The path between two picked nodes: the first is kept, the second asks the site, and the way is drawn and lit.
import { h, t, tell } from "./dom.js";
import { graph } from "./graph-data.js";
import { pin } from "./light.js";
import { session } from "./session.js";

export class Paths {
  constructor(grown) {
    this.grown = grown; // told the nodes that a path brought
    this.words = h("span", { role: "status" });
    this.cancel = h("button", { type: "button", class: "button slim", onclick: () => this.end() }, t("Cancel"));
    this.element = h("div", { class: "picking", hidden: true }, this.words, this.cancel);
  }

  get picking() {
    return Boolean(this.from);
  }

  begin(node) {
    this.from = node.id;
    this.say(t("A path from {name}: choose the other end.", { name: node.name }));
  }

  say(words) {
    this.words.textContent = words;
    this.element.hidden = !words;
  }

  end() {
    this.from = null;
    this.say("");
  }

  async to(id) {
    const from = this.from;
    if (id === from) return;
    this.say(t("Looking for a path…"));
    try { this.show(from, id, await this.fetch(from, id)); }
    catch { this.end(); this.say(t("The path could not be looked for. Try again.")); }
  }

  async fetch(from, to) {
    const url = new URL(session.state.pathsUrl, location.href);
    url.search = new URLSearchParams({ from, to });
    const response = await fetch(url, { headers: { Accept: "application/json" } });
    if (!response.ok) throw new Error(response.status);
    return response.json();
  }

  show(from, to, { nodes, edges }) {
    this.from = null;
    if (!edges.length) return this.say(t("No path of {count} steps or fewer joins {one} and {other}.", { count: 6, one: graph.name(from), other: graph.name(to) }));
    this.grown({ nodes, edges });
    pin(`path:${from}:${to}`, edges.map((edge) => edge.id), nodes.map((node) => node.id));
    tell("view.fit");
    this.say(t("The shortest path has {count} steps.", { count: edges.length }));
  }
}
