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
    this.toEnd = iconButton("arrow-down", t("To the latest"), () => this.toTheEnd(), { hidden: true });
    this.toEnd.classList.add("to-end");
    document.querySelector(".composer-wrap")?.append(this.toEnd);
    this.near = true;
    this.addEventListener("scroll", () => this.look(), { passive: true });
    new ResizeObserver(() => this.look()).observe(this.turns);
    new ResizeObserver(([{ contentRect }]) => this.sized(contentRect)).observe(this);
    this.end = hear({
      asking: ({ text }) => this.asking(text),
      refused: () => { this.taken(); this.room(); },
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

  // The question as it waits to be taken; drawn only where that takes a while, for each drawing delays what comes in.
  asking(text) {
    this.own = true;
    this.taken();
    this.soon = setTimeout(() => this.wait(text), PATIENCE);
  }

  wait(text) {
    this.pending = h("div", { class: "asking" }, h("div", { class: "bubble pending" }, h("p", {}, text)));
    this.turns.append(this.pending);
    this.room();
    this.bring();
  }

  taken() {
    clearTimeout(this.soon);
    this.pending?.remove();
  }

  started({ run, question, after }) {
    this.querySelector(".greeting")?.remove();
    this.taken();
    if (after !== undefined) this.goBack(after);
    this.turns.lastElementChild?.fold?.();
    this.turns.append(h("chat-turn", { run, question }));
    this.room();
    if (this.live) this.voice.textContent = t("Working on the answer.");
    if ((this.near || this.own) && this.live) this.bring();
    this.own = false; // what another tab asks moves nobody who reads further up
  }

  // A question asked anew takes the place of what stood after the run that it follows.
  goBack(after) {
    const turns = [...this.turns.querySelectorAll("chat-turn")];
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
    const last = this.turns.querySelector(":is(chat-turn, .asking):last-child");
    if (last !== this.roomy && this.roomy) this.roomy.style.minHeight = "";
    this.roomy = last;
    if (last) last.style.minHeight = `${Math.max(0, (this.height ?? this.clientHeight) - BESIDE)}px`;
  }

  plain({ role, text }) {
    const look = role === "person" ? h("div", { class: "bubble" }, h("p", {}, text)) : h("div", { class: "answer" }, text);
    this.turns.append(h("article", {}, look));
  }

  look() {
    const end = this.turns.lastElementChild?.lastElementChild;
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
