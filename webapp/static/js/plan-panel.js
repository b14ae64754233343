// The plan of a run: its steps, which can be left out, and its other readings; pause, go on, start over.
import { h, icon, kept, t } from "./dom.js";
import { session } from "./session.js";

// Whether runs wait before their plan is carried out, as the person wants it.
export const holding = {
  get now() { return kept.get("hold") === "yes"; },
  set(now) { kept.set("hold", now ? "yes" : null); },
};

export class PlanPanel {
  constructor(asked) {
    this.asked = asked;
    this.live = Boolean(session.state.maySend);
    this.held = "";
    this.dropped = new Set();
    this.state = h("p", { class: "plan-state", role: "status" });
    this.body = h("div", {});
    this.pause = this.button("pause", t("Pause"), "pause");
    this.go = this.button("right", t("Go on"), "continue");
    this.reset = this.button("again", t("Start over"), "reset");
    const always = h("input", { type: "checkbox", onchange: () => holding.set(always.checked) });
    always.checked = holding.now;
    this.always = h("label", {}, always, t("Always wait here before searching"));
    this.element = h("div", { class: "plan-panel" }, this.body, this.state, h("div", { class: "plan-tools" }, this.pause, this.go, this.reset, this.always));
    this.look();
  }

  button(name, words, type) {
    return h("button", { type: "button", class: "button slim", onclick: () => session.steer(this.asked.run, type) }, icon(name), words);
  }

  // The plan as it is now: it may have been changed.
  made({ steps = [], dropped = [] }, parts) {
    this.dropped = new Set(dropped);
    this.boxes = steps.map((step, number) => this.box(step, number));
    this.body.replaceChildren(...parts(steps.map((step, number) => h("label", { class: "plan-step" }, this.boxes[number], h("span", {}, step.words)))));
    this.look();
  }

  box(step, number) {
    const box = h("input", { type: "checkbox", "aria-label": t("Carry out: {step}", { step: step.words }) });
    box.checked = !this.dropped.has(number);
    box.addEventListener("change", () => this.leave(number, !box.checked));
    return box;
  }

  leave(number, out) {
    if (out) this.dropped.add(number);
    else this.dropped.delete(number);
    session.steer(this.asked.run, "change", { dropped: [...this.dropped] });
  }

  // Another reading: of the plan that waits, else the question is asked again.
  read(number) {
    if (this.editable) session.steer(this.asked.run, "change", { reading: number });
    else session.again(this.asked, { reading: number });
  }

  get editable() {
    return this.live && this.held === "gather";
  }

  paused(step, name) {
    this.held = step;
    this.look(t("Paused before: {step}", { step: name }));
  }

  resumed() {
    this.held = "";
    this.look();
  }

  over() {
    this.live = false;
    this.held = "";
    this.look();
  }

  look(words = "") {
    this.state.textContent = words;
    this.state.hidden = !words;
    this.pause.hidden = !this.live || Boolean(this.held);
    this.go.hidden = this.reset.hidden = !this.live || !this.held;
    for (const box of this.boxes ?? []) box.disabled = !this.editable;
  }
}
