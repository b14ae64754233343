// What a person did to the view: hidden and pinned nodes, a focus, filters, a layout, colours. Each change can be undone,
// and done again until another is made.
import { tell } from "./dom.js";

export class ViewState {
  constructor() {
    this.begin();
  }

  // Nothing was done yet.
  begin() {
    this.past = []; // {undo, again}, the latest last
    this.future = []; // what was undone, the next to be done again last
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
    this.done(undo, act);
  }

  // Keep how to undo a change that was made already, and how to make it again.
  done(undo, again) {
    this.past.push({ undo, again });
    this.future = [];
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
    return this.step(this.past, this.future, "undo");
  }

  redo() {
    return this.step(this.future, this.past, "again");
  }

  // Whether there was a step to take.
  step(from, to, way) {
    const last = from.pop();
    if (!last) return false;
    last[way]();
    to.push(last);
    tell("view.changed");
    return true;
  }
}
