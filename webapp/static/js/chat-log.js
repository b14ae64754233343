// <chat-log>: the talk. Holds one <chat-turn> a run, keeps the reader where she reads, and tells a screen
// reader the answer once it is whole (never word by word).
import { h, hear, iconButton, calm } from "./dom.js";
import "./chat-turn.js";

const NEAR = 120; // pixels from the end within which the log follows what is written

class ChatLog extends HTMLElement {
  connectedCallback() {
    this.turns = this.querySelector(".turns");
    this.voice = h("div", { class: "visually-hidden", role: "status", "aria-live": "polite" });
    this.append(this.voice);
    this.toEnd = iconButton("arrow-down", "To the latest", () => this.follow(true), { hidden: true });
    this.toEnd.classList.add("to-end");
    document.querySelector(".composer-wrap")?.append(this.toEnd);
    this.following = true;
    this.addEventListener("scroll", () => this.scrolled(), { passive: true });
    new ResizeObserver(() => this.following && this.follow()).observe(this.turns);
    this.end = hear({
      "run.started": (event) => this.started(event),
      "answer.done": ({ text }) => this.live && (this.voice.textContent = text),
      "run.failed": ({ reason }) => this.live && (this.voice.textContent = reason),
      "run.stopped": () => this.live && (this.voice.textContent = "Stopped."),
    });
  }

  disconnectedCallback() {
    this.end();
  }

  started({ run, question }) {
    this.querySelector(".greeting")?.remove();
    this.turns.lastElementChild?.fold?.();
    this.turns.append(h("chat-turn", { run, question }));
    if (this.live) this.voice.textContent = "Working on the answer.";
    this.follow(true);
  }

  plain({ role, text }) {
    const look = role === "person" ? h("div", { class: "bubble" }, h("p", {}, text)) : h("div", { class: "answer" }, text);
    this.turns.append(h("article", {}, look));
  }

  scrolled() {
    this.following = this.scrollHeight - this.scrollTop - this.clientHeight < NEAR;
    this.toEnd.hidden = this.following;
  }

  follow(now = false) {
    if (now) this.following = true;
    this.scrollTo({ top: this.scrollHeight, behavior: now && this.live && !calm() ? "smooth" : "instant" });
  }
}

customElements.define("chat-log", ChatLog);
