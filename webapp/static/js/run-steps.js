// <run-steps>: a line a step, as it happens. A step opens to what was decided there and what else it could be.
import { h, hear, icon, milliseconds, plural, t } from "./dom.js";
import { session } from "./session.js";
import { depth, depthSwitch, markDepth } from "./step-depth.js";
import { PlanPanel } from "./plan-panel.js";
import * as details from "./step-details.js";
import { lineOf, TELLING } from "./step-lines.js";

const NAMES = {
  understand: t("Understand"), link: t("Find names"), plan: t("Plan"), gather: t("Search"),
  reason: t("Reason"), answer: t("Answer"), propose: t("Propose"),
};

const SLOW = 6000; // milliseconds of a step after which it is said that this takes long
const LONG = 900; // milliseconds that a first step takes only where the server is not ready yet
const COLD = t("The first question after a start takes some seconds: the server loads what it reads questions with.");
const LATE = t("This takes longer than usual. You can wait, or stop with Escape.");

class RunSteps extends HTMLElement {
  connectedCallback() {
    if (this.box) return;
    this.run = this.getAttribute("run");
    this.question = this.getAttribute("question");
    this.steps = new Map();
    this.heard = new Map();
    this.time = 0;
    this.heading = h("span", {}, t("Working…"));
    this.list = h("div", { class: "step-list" });
    this.box = h("details", {}, h("summary", {}, icon("right"), this.heading), this.list);
    this.switch = depthSwitch();
    this.append(this.box, this.switch);
    this.deepen(depth.now);
    hear({ "steps.depth": ({ name }) => this.isConnected && this.deepen(name) });
    this.plan = new PlanPanel({ run: this.run, question: this.question });
    this.listen();
  }

  // The run that these steps are of, where it was not known when they were drawn.
  take(run) {
    this.run = this.plan.asked.run = run;
    this.setAttribute("run", run);
  }

  // One line, what each step decided, or all there is.
  deepen(name) {
    this.depth = name;
    markDepth(this.switch, name);
    this.box.open = name !== "line";
    for (const step of this.list.querySelectorAll("details")) step.open = name === "everything" && !step.classList.contains("plain");
  }

  listen() {
    const mine = (handle) => (event) => event.run === this.run && handle(event);
    const shown = Object.entries(details.SHOWN).map(([type, [step, show]]) => [type, mine((event) => this.show(step, show, event))]);
    const told = hear(Object.fromEntries(TELLING.map((type) => [type, mine((event) => this.hear(type, event))])));
    const ended = hear({
      ...Object.fromEntries(shown),
      "step.started": mine((event) => this.started(event)),
      "step.finished": mine((event) => this.finished(event)),
      "run.paused": mine(({ step }) => this.paused(step)),
      "run.resumed": mine(() => this.plan.resumed()),
      "run.reset": mine(() => this.clear()),
      "answer.done": mine(() => this.over("")),
      "run.failed": mine(() => this.over(t("failed"))),
      "run.stopped": mine(() => this.over(t("stopped"))),
      "run.interrupted": mine(() => this.over(t("interrupted"))),
    });
    this.end = () => { told(); ended(); };
  }

  hear(type, event) {
    this.heard.set(type, [...(this.heard.get(type) ?? []), event]);
  }

  step(name) {
    if (!this.steps.has(name)) this.steps.set(name, this.line(name));
    return this.steps.get(name);
  }

  line(name) {
    const parts = {
      mark: h("span", { class: "mark" }, icon("check")),
      line: h("span", { class: "line", dir: "auto" }),
      time: h("span", { class: "time" }),
      inside: h("div", { class: "inside" }),
    };
    const summary = h("summary", {}, parts.mark, h("span", { class: "name" }, NAMES[name] ?? name), parts.line, parts.time);
    parts.box = h("details", { class: "step plain", "data-step": name }, summary);
    summary.addEventListener("click", (event) => parts.inside.isConnected || event.preventDefault());
    this.list.append(parts.box);
    return parts;
  }

  started({ step }) {
    this.step(step).box.classList.add("going");
    this.heading.textContent = `${NAMES[step] ?? step}…`;
    clearTimeout(this.waiting);
    if (!session.state.ready && this.steps.size === 1) this.waiting = setTimeout(() => this.excuse(step, COLD), LONG);
    else if (step !== "answer") this.waiting = setTimeout(() => this.excuse(step, LATE), SLOW);
  }

  // Say why nothing happens; a page from a server that was ready never has to.
  excuse(step, words) {
    const { box, line } = this.step(step);
    if (box.classList.contains("going")) line.textContent = line.title = this.heading.textContent = words;
  }

  finished({ step, summary, milliseconds: time }) {
    const { box, line, time: clock } = this.step(step);
    clearTimeout(this.waiting);
    session.state.ready = true;
    box.classList.remove("going");
    line.textContent = line.title = lineOf(step, summary, this.heard);
    clock.textContent = milliseconds(time);
    this.time += time;
  }

  // What is asked again from a step is what the person said, in its place: it may follow up on what came before.
  show(step, show, event) {
    this.add(typeof step === "function" ? step(event) : step, show(event, { run: this.run, question: this.question }, this.plan));
  }

  add(step, content) {
    if (!content) return;
    const { box, inside } = this.step(step);
    box.classList.remove("plain");
    if (!inside.isConnected) box.append(inside);
    inside.append(content);
    if (this.depth === "everything") for (const each of [box, ...content.querySelectorAll("details")]) each.open = true;
  }

  // Whatever was folded, a run that waits for a person shows where.
  paused(step) {
    clearTimeout(this.waiting);
    this.plan.paused(step, NAMES[step] ?? step);
    this.heading.textContent = t("Paused before: {step}", { step: NAMES[step] ?? step });
    this.box.open = true;
    const { box, inside } = this.step("plan");
    if (!inside.isConnected) this.add("plan", this.plan.element);
    box.open = true;
  }

  // The run begins again.
  clear() {
    this.hidden = false;
    this.steps.clear();
    this.heard.clear();
    this.list.replaceChildren();
    this.time = 0;
    this.plan.resumed();
  }

  over(how) {
    this.plan.over();
    clearTimeout(this.waiting);
    for (const { box, mark } of this.steps.values()) {
      if (!box.classList.contains("going")) continue;
      box.classList.replace("going", "broken");
      mark.replaceChildren(icon("close"));
    }
    this.hidden = !this.steps.size; // a run that broke before its first step has nothing to list
    const told = [plural(this.steps.size, "step"), this.time ? milliseconds(this.time) : "", how];
    this.heading.textContent = told.filter(Boolean).join(" · ");
    this.end();
  }

  fold() {
    if (this.depth !== "everything") this.box.open = false;
  }
}

customElements.define("run-steps", RunSteps);
