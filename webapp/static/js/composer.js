// <chat-composer>: Enter sends, Shift+Enter makes a line, Escape stops. The draft survives a reload, and so does a
// question that was on its way: unless its run is found there, it stands in the field again.
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
    this.field.value ||= kept.get(this.key("draft")) ?? "";
    this.found = kept.get(this.key("unsent")) ?? "";
    this.field.value = behind(this.found, this.field.value);
    this.form.addEventListener("submit", (event) => { event.preventDefault(); this.busy ? session.stop() : this.send(); });
    this.form.addEventListener("pointerdown", (event) => event.target === this.form && setTimeout(() => this.field.focus()));
    this.field.addEventListener("input", () => this.typed());
    this.field.addEventListener("keydown", (event) => this.pressed(event));
    addEventListener("keydown", (event) => event.key === "Escape" && !event.defaultPrevented && this.escape(event));
    hear({
      running: () => { this.leave(); this.onTheWay(""); },
      idle: () => this.work(false),
      asking: ({ text }) => { this.leave(); this.onTheWay(text); },
      "run.started": ({ question }) => this.arrived(question),
      "conversation.created": () => this.moved(),
      refused: (event) => this.refused(event),
      draft: ({ text }) => this.write(text),
    });
    this.typed();
    if (!phone()) this.field.focus();
  }

  key(of, talk = session.state?.conversation ?? this.dataset.conversation ?? "new") {
    return `${of}.${this.dataset.graph}.${talk}`;
  }

  // What is asked is kept until its run has begun.
  onTheWay(text) {
    this.unsent = text;
    kept.set(this.key("unsent"), text);
  }

  // What was found on its way had arrived after all.
  arrived(question) {
    if (question !== this.found || !this.field.value.startsWith(question)) return;
    this.found = "";
    this.field.value = this.field.value.slice(question.length).trimStart();
    this.typed();
  }

  // A talk that had no address has one now; what is kept moves with it.
  moved() {
    for (const of of ["draft", "unsent"]) kept.set(this.key(of, "new"), null);
    this.onTheWay(this.unsent);
    this.typed();
  }

  pressed(event) {
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
    this.leaving = text;
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
    const back = this.leaving ? "" : this.unsent; // what has not left the field yet need not come back
    this.leaving = "";
    this.onTheWay("");
    if (back) this.write(behind(back, this.field.value));
    this.say(reason);
    if (!session.running) this.work(false);
  }

  typed() {
    const over = this.field.value.trim().length - this.longest;
    if (!FITS) this.grow();
    kept.set(this.key("draft"), this.field.value);
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

// What was typed behind a question that comes back stays behind it.
function behind(question, typed) {
  return [question, typed].filter(Boolean).join("\n");
}

customElements.define("chat-composer", ChatComposer);
