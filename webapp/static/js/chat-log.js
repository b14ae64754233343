// <chat-log>: the talk. Holds one <chat-turn> a run. A new question is brought to the top and nothing moves
// after that: the answer is written below it, however long. A screen reader is told the answer once it is
// whole, never word by word.
import { calm, h, hear, iconButton, PATIENCE, t, tell } from "./dom.js";
import "./chat-turn.js";

const NEAR = 120; // pixels from the end within which a reader counts as being there
const MARGIN = 20; // pixels above the latest question
const BESIDE = 60; // pixels of the log that the room of the latest question leaves
const NARROW = 480; // pixels of width up to which the log is `narrow`

class ChatLog extends HTMLElement {
  connectedCallback() {
    this.turns = this.querySelector(".turns");
    this.voice = h("div", { class: "visually-hidden", role: "status", "aria-live": "polite" });
    this.append(this.voice);
    this.toEnd = h("div", { class: "to-end", hidden: true }, iconButton("arrow-down", t("To the latest"), () => this.toTheEnd()));
    document.querySelector(".composer-wrap")?.append(this.toEnd);
    this.near = true;
    this.addEventListener("scroll", () => this.look(), { passive: true });
    new ResizeObserver(() => this.look()).observe(this.turns);
    new ResizeObserver(([{ contentRect }]) => this.sized(contentRect)).observe(this);
    this.end = hear({
      asking: (asked) => this.asking(asked),
      refused: () => this.refused(),
      "run.started": (event) => this.started(event),
      "answer.done": ({ text }) => this.live && (this.voice.textContent = text),
      "run.failed": ({ reason }) => this.live && (this.voice.textContent = reason),
      said: ({ text }) => (this.voice.textContent = text),
      "run.stopped": () => this.live && (this.voice.textContent = t("Stopped.")),
    });
  }

  disconnectedCallback() {
    this.end();
  }

  // A question is drawn while it is on its way, so that the page has nothing left to do when the first event comes in.
  // One asked in the place of another waits until it is known what goes.
  asking({ text, instead }) {
    this.own = true;
    if (!instead) this.wait(text);
    this.soon = setTimeout(() => (this.pending ?? this.wait(text)).classList.add("pending"), PATIENCE);
  }

  wait(text) {
    this.before = this.turns.querySelector("chat-turn:last-child");
    this.before?.fold();
    this.greet(false);
    this.pending = h("chat-turn", { question: text });
    this.turns.append(this.pending);
    this.room();
    this.brought();
    return this.pending;
  }

  greet(shown) {
    const greeting = this.querySelector(".greeting");
    if (greeting) greeting.hidden = !shown;
  }

  refused() {
    clearTimeout(this.soon);
    if (!this.pending) return;
    this.pending.withdraw();
    this.pending = null;
    this.before?.unfold();
    this.greet(!this.before);
    this.room();
  }

  started({ run, question, after }) {
    clearTimeout(this.soon);
    this.querySelector(".greeting")?.remove();
    if (after !== undefined) this.goBack(after);
    const taken = this.pending?.question === question ? this.pending : null;
    if (taken) taken.take(run);
    else this.add(run, question);
    this.pending = null;
    if (this.live) this.voice.textContent = t("Working on the answer.");
    this.own = false; // what another tab asks moves nobody who reads further up
  }

  // A question that was not drawn before: of another tab, or kept from before.
  add(run, question) {
    this.pending?.withdraw();
    this.turns.querySelector("chat-turn:last-child")?.fold();
    this.turns.append(h("chat-turn", { run, question }));
    this.room();
    if ((this.near || this.own) && this.live) this.brought();
  }

  // Bring the latest question up in the frame that draws it: the page is laid out once for both.
  brought() {
    cancelAnimationFrame(this.bringing);
    this.bringing = requestAnimationFrame(() => this.bring());
  }

  // A question asked anew takes the place of what stood after the run that it follows.
  goBack(after) {
    const turns = [...this.turns.querySelectorAll("chat-turn[run]")];
    for (const turn of turns.slice(turns.findIndex((each) => each.run === after) + 1)) {
      tell("turn.gone", { run: turn.run });
      turn.remove();
    }
  }

  // What a container query would tell: but a container has every layout of the page lay out all that was ever said.
  sized({ width, height }) {
    this.height = height;
    this.classList.toggle("narrow", width <= NARROW);
    this.room();
  }

  // Room below, so that a new question can stand at the top and stay there while its answer is written.
  room() {
    const last = this.turns.querySelector("chat-turn:last-child");
    if (last !== this.roomy && this.roomy) this.roomy.style.minHeight = "";
    this.roomy = last;
    if (last) last.style.minHeight = `${Math.max(0, (this.height ?? this.clientHeight) - BESIDE)}px`;
  }

  plain({ role, text }) {
    const look = role === "person" ? h("div", { class: "bubble" }, h("p", {}, text)) : h("div", { class: "answer" }, text);
    this.turns.append(h("article", {}, look));
  }

  look() {
    const end = [...(this.turns.lastElementChild?.children ?? [])].findLast((each) => each.offsetHeight); // of what is seen
    const below = (end ?? this.turns).getBoundingClientRect().bottom - this.getBoundingClientRect().bottom;
    this.near = below < NEAR;
    this.toEnd.hidden = this.near;
  }

  // Show the latest question at the top. (scrollIntoView would move the page around the log as well.)
  bring(run) {
    const turn = this.turns.querySelector(`chat-turn[run="${CSS.escape(run ?? "")}"]`) ?? this.turns.lastElementChild;
    const top = this.scrollTop + turn.getBoundingClientRect().top - this.getBoundingClientRect().top - MARGIN;
    this.scrollTo({ top, behavior: this.live && !calm() ? "smooth" : "instant" });
  }

  toTheEnd() {
    this.scrollTo({ top: this.scrollHeight, behavior: calm() ? "instant" : "smooth" });
  }
}

customElements.define("chat-log", ChatLog);
