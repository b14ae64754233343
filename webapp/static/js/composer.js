// <chat-composer>: Enter sends, Shift+Enter makes a line, Escape stops. The draft survives a reload.
import { h, hear, icon, kept, phone, t, tn } from "./dom.js";
import { unpin } from "./light.js";
import { session } from "./session.js";

const FITS = CSS.supports("field-sizing", "content"); // the stylesheet lets the field grow; else it is measured, at a layout a letter
const LONGEST = 2000; // characters, where the page names no other limit; the server refuses more

class ChatComposer extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.field = this.querySelector("textarea");
    this.longest = Number(this.dataset.longest) || LONGEST;
    this.button = this.querySelector(".go");
    this.hint = this.querySelector(".hint");
    this.problem = this.querySelector(".problem");
    this.field.value ||= kept.get(this.draftKey) ?? "";
    this.form.addEventListener("submit", (event) => { event.preventDefault(); this.busy ? session.stop() : this.send(); });
    this.form.addEventListener("pointerdown", (event) => event.target === this.form && setTimeout(() => this.field.focus()));
    this.field.addEventListener("input", () => this.typed());
    this.field.addEventListener("keydown", (event) => this.key(event));
    addEventListener("keydown", (event) => event.key === "Escape" && !event.defaultPrevented && this.escape(event));
    hear({
      running: () => this.leave(),
      idle: () => this.work(false),
      asking: () => this.leave(),
      refused: (event) => this.refused(event),
      draft: ({ text }) => this.write(text),
    });
    this.typed();
    if (!phone()) this.field.focus();
  }

  get draftKey() {
    return `draft.${this.dataset.graph}.${session.state?.conversation ?? this.dataset.conversation ?? "new"}`;
  }

  key(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    if (!this.busy) this.send();
  }

  escape(event) {
    if (document.querySelector("dialog[open]")) return;
    if (session.stop() || unpin()) event.preventDefault();
  }

  send() {
    const text = this.field.value.trim();
    if (!text || text.length > this.longest || session.asking) return;
    this.sent = this.leaving = text;
    session.ask(text);
  }

  // The question leaves the field with the drawing of its turn. What was typed behind it meanwhile stays.
  leave() {
    const typed = this.field.value.trimStart();
    if (this.leaving && typed.startsWith(this.leaving)) {
      this.field.value = typed.slice(this.leaving.length).trimStart();
      this.typed();
    }
    this.leaving = "";
    this.work(true);
  }

  write(text) {
    this.field.value = text;
    this.typed();
    this.field.focus();
    this.field.setSelectionRange(text.length, text.length);
  }

  refused({ reason }) {
    this.leaving = "";
    if (!this.field.value && this.sent) this.write(this.sent);
    this.say(reason);
    if (!session.running) this.work(false);
  }

  typed() {
    const over = this.field.value.trim().length - this.longest;
    if (!FITS) this.grow();
    kept.set(this.draftKey, this.field.value);
    this.say(over > 0 ? tn("{count} character too long", "{count} characters too long", over) : "");
    this.button.disabled = !this.busy && (!this.field.value.trim() || over > 0);
  }

  grow() {
    this.field.style.height = "auto";
    this.field.style.height = `${this.field.scrollHeight}px`;
  }

  say(problem) {
    this.problem.textContent = problem;
    this.hint.hidden = Boolean(problem);
  }

  work(busy) {
    if (busy === this.busy) return;
    this.busy = busy;
    const words = busy ? t("Stop (Escape)") : t("Send");
    this.button.replaceChildren(icon(busy ? "stop" : "send"));
    this.button.setAttribute("aria-label", words);
    this.button.title = words;
    this.button.disabled = !busy && !this.field.value.trim();
  }
}

customElements.define("chat-composer", ChatComposer);
