// What a person did to the view: hidden and pinned nodes, a focus, filters, a layout, colours. Each change can be undone.
import { tell } from "./dom.js";

export class ViewState {
  constructor() {
    this.past = []; // functions that undo a change, the latest last
    this.forget();
  }

  forget() {
    this.hidden = new Set();
    this.pinned = new Map(); // node → {x, y}
    this.focus = null; // a node; only what is around it is shown
    this.types = new Set(); // those that are off
    this.relations = new Set();
    this.layout = "force";
    this.colour = "type";
  }

  // Do a change and keep how to undo it.
  change(act, undo) {
    act();
    this.past.push(undo);
    tell("view.changed");
  }

  set(name, value) {
    const before = this[name];
    this.change(() => (this[name] = value), () => (this[name] = before));
  }

  toggle(name, key, value) {
    const set = this[name];
    const flip = (on) => (on ? (set instanceof Map ? set.set(key, value) : set.add(key)) : set.delete(key));
    const had = set.has(key);
    this.change(() => flip(!had), () => flip(had));
  }

  undo() {
    const last = this.past.pop();
    last?.();
    tell("view.changed");
    return Boolean(last);
  }
}
