// <chat-turn>: one question, the steps taken for it, its answer, and what can be done next. It is drawn when it is asked;
// its run is known once the server has taken the question.
import { h, hear, icon, number, t, tell } from "./dom.js";
import { Answer } from "./answer.js";
import { typeColour, typeWords } from "./facts.js";
import { graph } from "./graph-data.js";
import { missingFact } from "./missing.js";
import { Question } from "./question.js";
import { session } from "./session.js";
import { TurnFoot } from "./turn-foot.js";
import { Wording } from "./wording.js";
import "./run-steps.js";

const READINGS = 3; // other readings offered below the answer; the steps have all of them
const ANSWERS = 6; // answers shown before "show all"

class ChatTurn extends HTMLElement {
  connectedCallback() {
    if (this.answer) return;
    this.run = this.getAttribute("run");
    this.question = this.getAttribute("question");
    this.answer = new Answer(this.run);
    this.wording = new Wording(this.run, this.answer);
    this.steps = h("run-steps", { run: this.run, question: this.question });
    this.found = h("div", { class: "answers", hidden: true });
    this.state = h("div", { class: "turn-state", hidden: true });
    this.foot = new TurnFoot(this.run, this.question);
    this.asked = new Question(this.run, this.question);
    this.others = h("details", { class: "other-ways", hidden: true });
    this.next = h("div", { class: "ask-list", hidden: true });
    this.setAttribute("role", "article");
    this.setAttribute("aria-label", t("Question: {question}", { question: this.question }));
    this.append(this.asked.element, this.steps, this.answer.element, this.wording.element, this.wording.notes, this.found, this.answer.sources.element, this.state, this.foot.element, this.others, this.next);
    this.end = hear({
      "intent.understood": this.mine((event) => this.understood(event)),
      "entities.linked": this.mine(({ mentions = [] }) => (this.about = mentions.find(({ node }) => node)?.node)),
      "plan.made": this.mine(({ readings, status }) => this.planned(readings ?? [], status)),
      "answer.delta": this.mine((event) => this.answer.grow(event)),
      "wording.delta": this.mine((event) => this.wording.grow(event)),
      "wording.checked": this.mine((event) => this.wording.check(event)),
      "model.asked": this.mine((event) => this.wording.named(event)),
      "model.failed": this.mine((event) => this.wording.failed(event)),
      "run.reset": this.mine(() => this.wording.reset()),
      "answer.done": this.mine((event) => this.done(event)),
      "run.failed": this.mine(({ reason }) => this.broke(reason, "wrong")),
      "run.stopped": this.mine(() => this.broke(t("You stopped this answer."), "")),
      "run.interrupted": this.mine(() => this.broke(t("The server was restarted before this answer was done."), "careful")),
    });
  }

  // The server has taken the question as this run.
  take(run) {
    this.classList.remove("pending");
    this.setAttribute("run", run);
    this.run = this.answer.run = this.answer.sources.run = this.wording.run = this.foot.run = this.asked.run = run;
    this.steps.take(run);
    this.asked.count();
  }

  mine(handle) {
    return (event) => event.run === this.run && handle(event);
  }

  // Where it is not sure which kind of request this is, the two likeliest are offered below the answer.
  understood({ unsure, intent, alternatives = [] }) {
    this.kinds = unsure ? [intent, ...alternatives].slice(0, 2) : [];
  }

  planned(readings, status) {
    this.readings = readings;
    this.unsure = status === "unsure" || status === "none";
  }

  fold() {
    this.steps.fold();
    this.others.hidden = this.next.hidden = true;
  }

  // The question was not taken.
  withdraw() {
    this.end();
    this.steps.end();
    this.remove();
  }

  // What followed it was not taken after all.
  unfold() {
    for (const each of [this.others, this.next]) each.hidden = !each.childElementCount;
  }

  done(event) {
    this.answer.finish(event);
    this.wording.finish(event);
    this.others.open = Boolean(this.unsure || this.kinds?.length || event.not_in_graph);
    this.list(event.answers ?? [], event.count);
    this.foot.show(event);
    if (event.not_in_graph) this.foot.element.before(missingFact(this.about));
    this.offer(event.suggestions ?? []);
    this.end();
  }

  // The things found, as buttons that lead to them in the graph; worth a row only for several named things.
  list(answers, count = answers.length) {
    const named = answers.filter((each) => each.id);
    if (named.length < 2) return;
    const times = new Map();
    for (const { name } of named) times.set(name, (times.get(name) ?? 0) + 1);
    const chips = named.map((each) => this.chip(each, times.get(each.name) > 1));
    for (const chip of chips.slice(ANSWERS)) chip.hidden = true;
    const more = h("button", { type: "button", class: "fold", hidden: chips.length <= ANSWERS }, count > named.length ? t("Show the first {some} of {count}", { some: number(named.length), count: number(count) }) : t("Show all {count}", { count: number(named.length) }));
    more.addEventListener("click", () => { for (const chip of chips) chip.hidden = false; more.remove(); chips[ANSWERS].focus(); });
    this.found.replaceChildren(...chips, more);
    this.found.hidden = false;
  }

  // Namesakes are told apart by their ids.
  chip({ id, name, type }, namesakes) {
    const show = () => { graph.look(this.run); tell("node.chosen", { id }); tell("show-pane", { pane: "graph" }); };
    return h("button", { type: "button", class: "chip", dir: "auto", title: typeWords(type), onclick: show }, h("span", { class: `dot type-${typeColour(type ?? "")}` }), name ?? id, namesakes ? h("span", { class: "muted small" }, id) : "");
  }

  offer(suggestions) {
    const kinds = (this.kinds ?? []).map((each) => this.way(each.name, { intent: each.name }, t("Take it as this instead")));
    const ways = [...kinds, ...(this.readings ?? []).slice(0, READINGS).map(({ words, number }) => this.way(words, { reading: number }))];
    if (!session.state.maySend) return;
    for (const [mode, words] of session.state.sources ? this.manners() : []) ways.push(this.way(words, { sources: mode }));
    const asks = suggestions.map((text) => h("button", { type: "button", "data-ask": text, dir: "auto" }, text));
    if (asks.length) this.next.replaceChildren(h("p", { class: "small muted" }, t("Ask next")), ...asks);
    this.next.hidden = !asks.length;
    this.others.append(h("summary", {}, icon("right"), t("Did you mean something else?")), h("div", { class: "ask-list" }, ...ways));
    this.others.hidden = !ways.length;
  }

  // How the sources beside the graph may be asked otherwise.
  manners() {
    const known = { auto: t("Ask other sources as needed"), "bottom-up": t("Ask every source that covers it"), off: t("Let the graph answer alone") };
    return Object.entries(known).filter(([mode]) => mode !== session.state.sources);
  }

  way(words, choice, title) {
    return h("button", { type: "button", title, dir: "auto", onclick: () => session.again({ run: this.run, question: this.question }, choice) }, words);
  }

  broke(reason, look) {
    this.answer.stop();
    this.wording.stop();
    const retry = h("button", { type: "button", class: "button slim", onclick: () => session.ask(this.question, { instead: this.run }) }, icon("again"), t("Try again"));
    this.state.className = `turn-state note ${look}`;
    this.state.replaceChildren(icon(look ? "warn" : "stop"), h("span", {}, reason), session.state.maySend ? retry : "");
    this.state.hidden = false;
    this.end();
  }
}

customElements.define("chat-turn", ChatTurn);
