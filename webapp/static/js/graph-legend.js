// The legend of the drawing: a button a type, with its colour and count; pressed off, its nodes are hidden. Where an
// answer found groups, the colours are theirs, and so are the buttons.
import { h, number } from "./dom.js";
import { typeColour, typeWords } from "./facts.js";

const COLOURS = 10;

export class Legend {
  constructor(changed) {
    this.changed = changed;
    this.off = new Set(); // keys of buttons: a type, or a group's number
    this.buttons = new Map();
    this.element = h("div", { class: "legend", role: "group", "aria-label": "Kinds of nodes; press one to hide or show it" });
  }

  hides(type, place) {
    return this.off.has(type) || this.off.has(place);
  }

  show(nodes, groups = []) {
    for (const button of this.buttons.values()) button.hidden = true;
    if (groups !== this.groups) this.forget();
    this.groups = groups;
    if (groups.length) return groups.forEach(({ name, nodes: members }, place) => this.tell(place, place % COLOURS, name, members.length));
    const counts = new Map();
    for (const { type } of nodes) counts.set(type, (counts.get(type) ?? 0) + 1);
    for (const [type, count] of counts) this.tell(type, typeColour(type), typeWords(type), count);
  }

  // Other groups are other buttons.
  forget() {
    for (const [key, button] of this.buttons) {
      if (typeof key !== "number") continue;
      button.remove();
      this.buttons.delete(key);
      this.off.delete(key);
    }
  }

  tell(key, colour, words, count) {
    if (!this.buttons.has(key)) this.make(key, colour, words);
    const button = this.buttons.get(key);
    button.hidden = false;
    button.lastChild.textContent = number(count);
  }

  make(key, colour, words) {
    const dot = h("span", { class: `dot type-${colour}` });
    const button = h("button", { type: "button", "aria-pressed": true, onclick: () => this.press(key) }, dot, h("span", { class: "words", title: words }, words), h("span", { class: "n" }));
    this.buttons.set(key, button);
    this.element.append(button);
  }

  press(key) {
    if (!this.off.delete(key)) this.off.add(key);
    this.buttons.get(key).setAttribute("aria-pressed", !this.off.has(key));
    this.changed();
  }
}
