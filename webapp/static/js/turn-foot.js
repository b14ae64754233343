// What stands below an answer: its facts, its time, copy, ask again, and whether it helped.
import { copied, h, icon, iconButton, milliseconds, number, plural, post, t, tell } from "./dom.js";
import { graph } from "./graph-data.js";
import { session } from "./session.js";

const REASONS = [t("It is wrong"), t("Something is missing"), t("My question was misread"), t("It is hard to follow")];
const LONGEST = 500; // characters of a reason

export class TurnFoot {
  constructor(run, question) {
    this.run = run;
    this.question = question;
    this.line = h("div", { class: "after", hidden: true });
    this.form = h("div", {});
    this.element = h("div", { class: "foot" }, this.line, this.form);
  }

  show({ timings = {}, text, claims = [], model_calls: calls = 0, tokens = 0 }) {
    const found = graph.found(this.run);
    const total = timings.total ?? 0;
    const facts = h("button", { type: "button", class: "quiet", onclick: () => this.look() }, icon("graph"), ` ${found.edges.size ? plural(found.edges.size, "fact") : plural(found.nodes.size, "node")}`);
    this.line.replaceChildren(found.nodes.size ? facts : "", total ? h("span", { class: "quiet" }, milliseconds(total)) : "", calls ? h("span", { class: "quiet model-cost" }, t("{calls} of a language model, {tokens} tokens", { calls: plural(calls, "call"), tokens: number(tokens) })) : "", ...this.tools(text, claims));
    this.line.hidden = false;
  }

  tools(text, claims) {
    const copy = iconButton("copy", t("Copy the answer"), () => this.copy(copy, text, claims));
    if (!session.state.maySend) return [copy];
    const again = iconButton("again", t("Ask again"), () => session.ask(this.question, { instead: this.run }));
    this.up = iconButton("up", t("A good answer"), () => this.judge("up"), { "aria-pressed": "false" });
    this.down = iconButton("thumb-down", t("Not a good answer"), () => this.judge("down"), { "aria-pressed": "false" });
    this.mark(session.judged.get(this.run) ?? {});
    return [copy, again, this.up, this.down];
  }

  look() {
    graph.look(this.run);
    tell("show-pane", { pane: "graph" });
  }

  // The answer with its numbered sources, as plain text.
  async copy(button, text, claims) {
    const cited = graph.citations(claims);
    const lines = cited.map(({ number, words, source }) => `[${number}] ${words}${source ? ` (${source})` : ""}`);
    if (!(await copied([text, ...(lines.length ? ["", ...lines] : [])].join("\n")))) return;
    button.replaceChildren(icon("check"));
    setTimeout(() => button.replaceChildren(icon("copy")), 1500);
  }

  mark({ thumb = "" }) {
    this.up.setAttribute("aria-pressed", String(thumb === "up"));
    this.down.setAttribute("aria-pressed", String(thumb === "down"));
  }

  async judge(thumb) {
    const before = session.judged.get(this.run) ?? {};
    const given = before.thumb === thumb ? "" : thumb;
    if (!(await this.keep(given, ""))) return;
    this.form.replaceChildren(given === "down" ? this.ask() : "");
    this.form.querySelector("button")?.focus();
  }

  async keep(thumb, reason) {
    try {
      const kept = await (await post(`${session.state.url}runs/${this.run}/judge/`, { thumb, reason })).json();
      session.judged.set(this.run, kept);
      this.mark(kept);
      return true;
    } catch {
      this.form.replaceChildren(h("p", { class: "small wrong", role: "alert" }, t("That could not be kept. Try again.")));
      return false;
    }
  }

  ask() {
    const field = h("input", { type: "text", "aria-label": t("What was wrong with it, in your words"), placeholder: t("In your words"), maxlength: LONGEST, dir: "auto" });
    const reasons = REASONS.map((words) => h("button", { type: "button", class: "chip", onclick: () => this.reason(words) }, words));
    const form = h("form", { class: "row" }, field, h("button", { class: "button slim" }, t("Send")));
    form.addEventListener("submit", (event) => { event.preventDefault(); this.reason(field.value.trim()); });
    const told = h("p", { class: "small muted" }, t("The graph's curators see your question, this answer and what you say here."));
    return h("div", { class: "why", role: "group", "aria-label": t("What was wrong?") }, h("p", { class: "small" }, t("What was wrong?")), h("div", { class: "row" }, reasons), form, told);
  }

  async reason(words) {
    if (!words || !(await this.keep("down", words))) return;
    this.form.replaceChildren(h("p", { class: "small muted", role: "status" }, t("Thank you. The graph's curators will see it.")));
  }
}
