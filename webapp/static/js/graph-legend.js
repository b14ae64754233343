// The legend of the drawing: a button a type, with its colour and count; pressed off, its nodes are hidden.
import { h, number } from "./dom.js";
import { typeColour, typeWords } from "./facts.js";

export class Legend {
  constructor(changed) {
    this.changed = changed;
    this.off = new Set();
    this.buttons = new Map();
    this.element = h("div", { class: "legend", role: "group", "aria-label": "Types of nodes; press one to hide or show it" });
  }

  hides(type) {
    return this.off.has(type);
  }

  show(nodes) {
    const counts = new Map();
    for (const { type } of nodes) counts.set(type, (counts.get(type) ?? 0) + 1);
    for (const [type, button] of this.buttons) button.hidden = !counts.has(type);
    for (const [type, count] of counts) this.button(type).lastChild.textContent = number(count);
  }

  button(type) {
    if (!this.buttons.has(type)) {
      const dot = h("span", { class: `dot type-${typeColour(type)}` });
      const button = h("button", { type: "button", "aria-pressed": true, onclick: () => this.press(type) }, dot, h("span", { class: "words", title: type }, typeWords(type)), h("span", { class: "n" }));
      this.buttons.set(type, button);
      this.element.append(button);
    }
    this.buttons.get(type).hidden = false;
    return this.buttons.get(type);
  }

  press(type) {
    if (!this.off.delete(type)) this.off.add(type);
    this.buttons.get(type).setAttribute("aria-pressed", !this.off.has(type));
    this.changed();
  }
}
