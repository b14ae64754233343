// An answer as it is written: one span a claim, tied to its edges. Light goes both ways.
import { h, hear, icon, t, tell } from "./dom.js";
import { kindWords, saidBy, standsOn } from "./facts.js";
import { graph } from "./graph-data.js";
import { dim, light, pin } from "./light.js";
import { offer } from "./claim-offer.js";
import { Sources } from "./sources.js";

const BEGINNING = 7; // characters by which a sentence says already what stands above it
const JOINED = "\u2060"; // no line ends here
const CLAIMS = 8; // sentences shown before "show all"
const LINES = 3; // sentences from which on each has a line of its own

export class Answer {
  constructor(run) {
    this.run = run;
    this.text = "";
    this.spans = []; // by claim number
    this.claims = [];
    this.sources = new Sources(run);
    this.rest = h("span", { hidden: true });
    this.more = h("button", { type: "button", class: "fold", hidden: true, onclick: () => this.unfold() });
    this.element = h("div", { class: "answer", dir: "auto" });
    hear({
      "claims.made": (event) => event.run === this.run && (this.claims = event.claims ?? []),
      "sentence.chosen": ({ run: its, number }) => its === this.run && this.lead(number),
      light: ({ edges }) => this.answerLight(edges),
      unlight: () => this.answerLight(new Set()),
      pinned: ({ key }) => this.spans.forEach((span, n) => span?.hasAttribute("aria-pressed") && span.setAttribute("aria-pressed", key === this.key(n))),
    });
  }

  key = (number) => `${this.run}:${number}`;

  grow({ text, claim = 0 }) {
    this.text += text;
    this.element.classList.add("caret");
    this.element.classList.toggle("lines", this.claims.length >= LINES);
    this.write(this.span(claim), text);
  }

  // The space between two sentences stands between their spans, so that it is not underlined.
  write(span, text) {
    const space = span.firstChild ? "" : text.match(/^\s*/)[0];
    if (space) span.parentElement.before(space);
    span.append(text.slice(space.length));
  }

  span(number) {
    if (!this.spans[number]) this.place((this.spans[number] = h("span", { class: "claim" })), number);
    return this.spans[number];
  }

  // Sentences past the first few are written out of sight, so that nothing shrinks when the answer is done.
  place(span, number) {
    const box = h("span", { class: "sentence" }, span);
    if (number < CLAIMS) return this.element.append(box);
    if (!this.rest.isConnected) this.element.append(this.rest, " ", this.more);
    this.rest.append(box);
    this.more.hidden = !this.rest.hidden;
    this.more.textContent = t("Show all {count}", { count: Math.max(number + 1, this.claims.length) });
  }

  unfold() {
    this.rest.hidden = false;
    this.more.hidden = true;
    this.rest.querySelector("[tabindex]")?.focus();
  }

  finish({ text, claims = [], verdict, not_in_graph }) {
    if (claims.length) this.claims = claims;
    if (this.text !== text) this.rewrite(text);
    this.halt();
    this.sources.show(this.claims);
    this.claims.forEach((claim, number) => this.tie(claim, number));
    if (verdict) this.element.prepend(h("span", { class: `verdict ${verdict}` }, icon(verdict === "yes" ? "check" : "close"), verdict === "yes" ? t("Yes") : t("No")));
    if (not_in_graph) {
      this.element.classList.add("absent");
      const words = (this.element.dataset.words = t("Not in this graph"));
      this.element.classList.toggle("said", text.startsWith(words.slice(0, BEGINNING)));
    }
  }

  // Write the whole text anew: what stands between two claims stays between them.
  rewrite(text) {
    this.element.replaceChildren();
    this.element.classList.toggle("lines", this.claims.length >= LINES);
    this.rest.replaceChildren();
    this.rest.remove();
    this.spans = [];
    let at = 0;
    this.claims.forEach((claim, number) => {
      const start = text.indexOf(claim.text, at);
      if (start < 0) return;
      this.write(this.span(number), text.slice(at, start) + claim.text);
      at = start + claim.text.length;
    });
    if (at < text.length) this.element.append(text.slice(at));
    this.text = text;
  }

  halt() {
    this.element.classList.remove("caret");
  }

  // Cut short: the sentences that are whole are tied as ever.
  stop() {
    this.halt();
    this.sources.show(this.claims.filter((claim, number) => this.spans[number]?.textContent === claim.text));
    this.claims.forEach((claim, number) => this.spans[number]?.textContent === claim.text && this.tie(claim, number));
  }

  tie(claim, number) {
    const span = this.spans[number];
    if (!span || span.dataset.tied) return;
    span.dataset.tied = "yes";
    span.classList.add(claim.kind);
    const facts = claim.edges.length;
    span.after(...this.marks(claim, number));
    if (!facts && !claim.nodes.length) return;
    span.classList.add("tied");
    for (const [name, value] of Object.entries({ tabindex: 0, role: "button", "aria-pressed": false })) span.setAttribute(name, value);
    this.listen(span, claim, number);
  }

  // Behind a sentence, and never on a line without its last word: who says so, and the numbers of its facts.
  marks(claim, number) {
    const kind = this.mixed() ? standsOn(claim.kind) : kindWords(claim.kind);
    const said = [...(kind ? [h("span", { class: `kind ${claim.kind}` }, kind)] : []), ...this.quotes(claim), ...offer(this.run, claim, number)];
    const range = this.sources.range(claim.edges);
    if (!range) return said.length ? [JOINED, ...said] : [];
    const lead = () => { this.sources.lead(claim.edges); pin(this.key(number), claim.edges); };
    const label = t("{said}: facts {numbers}", { said: saidBy(claim.kind), numbers: range });
    return [JOINED, ...said, h("button", { type: "button", class: "cite", "aria-label": label, title: label, onclick: lead }, range)];
  }

  // The passages that a sentence stands on, each by its letter.
  quotes({ passages = [] }) {
    return passages.map((id) => [id, this.sources.letter(id)]).filter(([, letter]) => letter).map(([id, letter]) => {
      const label = t("Passage {letter}", { letter });
      return h("button", { type: "button", class: "cite passage", "aria-label": label, title: label, onclick: () => this.sources.quote(id) }, letter);
    });
  }

  // Whether other sources than the graph speak in this answer.
  mixed = () => this.claims.some(({ kind }) => !["graph", "inference", "none"].includes(kind));

  // A fact leads here: to the sentence that uses it.
  lead(number) {
    const span = this.spans[number];
    if (!span) return;
    this.unfold();
    tell("show-pane", { pane: "talk" });
    span.scrollIntoView({ block: "center" });
    span.focus();
  }

  listen(span, { edges, nodes }, number) {
    const show = () => light(edges, edges.length ? [] : nodes);
    const choose = () => { graph.look(this.run); pin(this.key(number), edges, edges.length ? [] : nodes); };
    span.addEventListener("pointerenter", show);
    span.addEventListener("pointerleave", dim);
    span.addEventListener("focus", show);
    span.addEventListener("blur", dim);
    span.addEventListener("click", () => getSelection().isCollapsed && choose());
    span.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      choose();
    });
  }

  answerLight(edges) {
    this.spans.forEach((span, n) => span?.classList.toggle("lit", Boolean(this.claims[n]?.edges?.some((id) => edges.has(id)))));
  }
}
