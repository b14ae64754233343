// The tools over the drawing: find, filter, lay out, colour, undo, zoom. They change the view's state; the view draws it.
import { h, hear, icon, iconButton, number, t, tell } from "./dom.js";
import { relationWords, typeColour, typeWords } from "./facts.js";
import { graph } from "./graph-data.js";

const LAYOUTS = { force: t("By force"), hierarchy: t("In layers"), circle: t("On a circle") };
const COLOURS = { type: t("By type"), cluster: t("By group") };
const FOUND = 8; // nodes that a search names

export class Tools {
  // `camera` zooms; `state` is the view's; which can take its last change back and make it again.
  constructor(camera, state) {
    this.camera = camera;
    this.state = state;
    this.redoing = iconButton("redo", t("Do it again"), () => state.redo(), { disabled: true });
    this.undoing = iconButton("undo", t("Undo the last change of the view"), () => state.undo(), { disabled: true });
    this.element = h("div", { class: "graph-tools", role: "toolbar", "aria-label": t("The drawing"), "aria-orientation": "vertical" },
      this.find(), this.filter(), this.layout(), this.undoing, this.redoing, h("span", { class: "rule" }),
      iconButton("plus", t("Zoom in"), () => camera().zoom(1.35)), iconButton("minus", t("Zoom out"), () => camera().zoom(1 / 1.35)), iconButton("fit", t("Fit"), () => camera().fit()));
    hear({ "view.changed": () => this.show(), "graph.changed": () => this.show() });
  }

  show() {
    const pressed = [this.undoing, this.redoing].find((button) => button === document.activeElement);
    this.undoing.disabled = !this.state.past.length;
    this.redoing.disabled = !this.state.future.length;
    if (pressed?.disabled) (this.undoing.disabled ? this.redoing : this.undoing).focus(); // else the keys go nowhere
    for (const input of this.choices.querySelectorAll("input")) input.checked = this.state[input.name.slice(5)] === input.value;
    if (this.filters.open) this.fillFilters();
    this.filters.classList.toggle("on", Boolean(this.state.types.size + this.state.relations.size + this.state.hidden.size));
  }

  tool(name, label, panel, opened) {
    const turn = (event) => {
      event.preventDefault(); // it opens at once, so that what is typed next goes where it belongs
      details.open = !details.open;
      if (!details.open) return;
      for (const other of this.element.querySelectorAll("details[open]")) if (other !== details) other.open = false;
      opened?.();
    };
    const details = h("details", { class: "picker tool" }, h("summary", { class: "icon-button", "aria-label": label, title: label, onclick: turn }, icon(name)), panel);
    return details;
  }

  // --- find --------------------------------------------------------------------------------------

  find() {
    this.field = h("input", { type: "search", placeholder: t("Find in the drawing"), "aria-label": t("Find in the drawing"), oninput: () => this.search(), autocomplete: "off" });
    this.found = h("ul", { role: "list", "aria-label": t("Nodes found") });
    this.field.addEventListener("keydown", (event) => event.key === "Enter" && this.found.querySelector("button")?.click());
    return this.tool("find", t("Find"), h("div", { class: "panel-over" }, this.field, this.found), () => { this.search(); this.field.focus(); });
  }

  search() {
    const wanted = this.field.value.trim().toLowerCase();
    const called = (node) => [node.name, ...(node.aliases ?? []), node.id].some((text) => text.toLowerCase().includes(wanted));
    const found = wanted ? graph.shown().nodes.filter(called).slice(0, FOUND) : [];
    const none = wanted && !found.length ? h("li", { class: "muted small" }, t("Nothing in the drawing is called that.")) : "";
    this.found.replaceChildren(...found.map((node) => this.hit(node)), none);
  }

  hit(node) {
    const go = () => { if (this.state.hidden.has(node.id)) this.state.toggle("hidden", node.id); tell("node.chosen", { id: node.id }); };
    return h("li", {}, h("button", { type: "button", onclick: go }, h("span", { class: `dot type-${typeColour(node.type)}` }), node.name));
  }

  // --- filter ------------------------------------------------------------------------------------

  filter() {
    this.lists = h("div", { class: "panel-over" });
    this.filters = this.tool("filter", t("Filter"), this.lists, () => this.fillFilters());
    return this.filters;
  }

  fillFilters() {
    const { nodes, edges } = graph.shown();
    const types = this.boxes("types", t("Kinds of nodes"), counted(nodes, "type"), (type) => [h("span", { class: `dot type-${typeColour(type)}` }), typeWords(type)]);
    const relations = this.boxes("relations", t("Relations"), counted(edges, "relation"), (relation) => [relationWords(relation)]);
    const hidden = this.state.hidden.size ? h("button", { type: "button", class: "button slim", onclick: () => this.state.set("hidden", new Set()) }, t("Show the {count} hidden nodes", { count: number(this.state.hidden.size) })) : "";
    const focused = document.activeElement?.dataset?.key;
    this.lists.replaceChildren(types, relations, hidden);
    if (focused) [...this.lists.querySelectorAll("input")].find((box) => box.dataset.key === focused)?.focus(); // at once, for the next key
  }

  boxes(name, title, counts, words) {
    const lines = [...counts].sort((a, b) => b[1] - a[1]).map(([key, count]) => {
      const box = h("input", { type: "checkbox", checked: !this.state[name].has(key), "data-key": `${name} ${key}`, onchange: () => this.state.toggle(name, key) });
      return h("li", {}, h("label", {}, box, ...words(key), h("span", { class: "n" }, number(count))));
    });
    return h("fieldset", {}, h("legend", {}, title), h("ul", { role: "list" }, lines));
  }

  // --- layout and colours ------------------------------------------------------------------------

  layout() {
    const choice = (name, choices, title) => h("fieldset", {}, h("legend", {}, title), Object.entries(choices).map(([value, words]) => h("label", {}, h("input", { type: "radio", name: `view-${name}`, value, checked: this.state[name] === value, onchange: () => this.state.set(name, value) }), words)));
    this.choices = h("div", { class: "panel-over" }, choice("layout", LAYOUTS, t("Layout")), choice("colour", COLOURS, t("Colours")));
    return this.tool("layers", t("Layout and colours"), this.choices);
  }
}

function counted(things, key) {
  const counts = new Map();
  for (const thing of things) counts.set(thing[key], (counts.get(thing[key]) ?? 0) + 1);
  return counts;
}
