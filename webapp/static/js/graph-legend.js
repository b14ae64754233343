// The legend of the drawing: a button a type, with its colour and count; pressed off, its nodes are hidden. Where an
// answer found groups and these give the colours, it names them, and a button lights its group.
import { h, number, t } from "./dom.js";
import { typeColour, typeWords } from "./facts.js";
import { COLOURED } from "./graph-clusters.js";
import { pin } from "./light.js";

export class Legend {
  constructor(state, asked) {
    this.state = state;
    this.asked = asked;
    this.buttons = new Map();
    this.element = h("div", { class: "legend", role: "group", "aria-label": t("Types of nodes; press one to hide or show it") });
  }

  hides(type) {
    return this.state.types.has(type);
  }

  show(nodes) {
    const groups = this.state.colour === "type" ? [] : this.asked.groups;
    this.element.hidden = this.state.colour !== "type" && !groups.length;
    this.group(groups);
    if (groups.length) return;
    const counts = new Map();
    for (const { type } of nodes) counts.set(type, (counts.get(type) ?? 0) + 1);
    for (const [type, button] of this.buttons) button.hidden = !counts.has(type);
    for (const [type, count] of counts) this.button(type).lastChild.textContent = number(count);
    for (const [type, button] of this.buttons) button.setAttribute("aria-pressed", String(!this.hides(type)));
  }

  group(groups) {
    for (const button of this.element.querySelectorAll(".group")) button.remove();
    if (groups.length) for (const button of this.buttons.values()) button.hidden = true;
    const button = ({ name, nodes }, place) => h("button", { type: "button", class: "group", onclick: () => pin(`group:${place}`, [], nodes) }, h("span", { class: `dot type-${place % COLOURED}` }), h("span", { class: "words", title: name }, name), h("span", { class: "n" }, number(nodes.length)));
    this.element.append(...groups.map(button));
  }

  button(type) {
    if (!this.buttons.has(type)) {
      const dot = h("span", { class: `dot type-${typeColour(type)}` });
      const button = h("button", { type: "button", "aria-pressed": "true", onclick: () => this.state.toggle("types", type) }, dot, h("span", { class: "words", title: type }, typeWords(type)), h("span", { class: "n" }));
      this.buttons.set(type, button);
      this.element.append(button);
    }
    this.buttons.get(type).hidden = false;
    return this.buttons.get(type);
  }
}
