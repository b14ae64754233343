// The question of a turn: shown as a bubble, edited in its place, and switched between the ways it was asked.
import { h, iconButton, t } from "./dom.js";
import { branches } from "./branches.js";
import { session } from "./session.js";

export class Question {
  constructor(run, text) {
    this.run = run;
    this.text = text;
    this.words = h("p", { role: "heading", "aria-level": 2, dir: "auto" }, text);
    this.pencil = session.state?.maySend ? iconButton("edit", t("Edit and ask again"), () => this.edit()) : "";
    this.bubble = h("div", { class: "bubble" }, this.pencil, this.words);
    this.ways = h("div", { class: "ways" });
    this.element = h("div", { class: "question" }, this.bubble, this.ways);
    this.count();
  }

  count() {
    this.ways.replaceChildren(branches.switch(this.run));
  }

  edit() {
    const field = h("textarea", { "aria-label": t("Your question"), rows: 1, dir: "auto", maxlength: session.state.maxQuestion });
    field.value = this.text;
    const send = h("button", { type: "submit", class: "button primary slim" }, t("Ask"));
    const leave = h("button", { type: "button", class: "button slim", onclick: () => this.close() }, t("Cancel"));
    const form = h("form", { class: "edit" }, field, h("div", { class: "row" }, leave, send));
    form.addEventListener("submit", (event) => { event.preventDefault(); this.send(field.value.trim()); });
    field.addEventListener("keydown", (event) => this.key(event, form));
    field.addEventListener("input", () => grow(field));
    this.bubble.replaceWith(form);
    this.form = form;
    grow(field);
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  }

  key(event, form) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); form.requestSubmit(); }
    if (event.key === "Escape") { event.preventDefault(); event.stopPropagation(); this.close(); }
  }

  send(text) {
    if (!text || session.running) return;
    this.close();
    session.ask(text, { instead: this.run });
  }

  close() {
    this.form.replaceWith(this.bubble);
    this.pencil.focus?.();
  }
}

function grow(field) {
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight}px`;
}
