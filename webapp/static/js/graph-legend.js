// The legend of the drawing: a button a type, with its colour and count; pressed off, its nodes are hidden.
import { h, number, t } from "./dom.js";
import { typeColour, typeWords } from "./facts.js";

export class Legend {
  constructor(state) {
    this.state = state;
    this.buttons = new Map();
    this.element = h("div", { class: "legend", role: "group", "aria-label": t("Types of nodes; press one to hide or show it") });
  }

  hides(type) {
    return this.state.types.has(type);
  }

  show(nodes) {
    this.element.hidden = this.state.colour !== "type";
    const counts = new Map();
    for (const { type } of nodes) counts.set(type, (counts.get(type) ?? 0) + 1);
    for (const [type, button] of this.buttons) button.hidden = !counts.has(type);
    for (const [type, count] of counts) this.button(type).lastChild.textContent = number(count);
    for (const [type, button] of this.buttons) button.setAttribute("aria-pressed", String(!this.hides(type)));
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
