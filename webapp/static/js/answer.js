// An answer as it is written: one span a claim, tied to its edges. Light goes both ways.
import { h, hear, icon, plural } from "./dom.js";
import { kindWords } from "./facts.js";
import { graph } from "./graph-data.js";
import { dim, light, pin } from "./light.js";

const LONG_WORD = 24; // characters; a longer last word may be parted from what marks its sentence
const CLAIMS = 8; // sentences shown before "show all"
const LINES = 3; // sentences from which on each has a line of its own

export class Answer {
  constructor(run) {
    this.run = run;
    this.text = "";
    this.spans = []; // by claim number
    this.claims = [];
    this.rest = h("span", { hidden: true });
    this.more = h("button", { type: "button", class: "fold", hidden: true, onclick: () => this.unfold() });
    this.element = h("div", { class: "answer" });
    hear({
      "claims.made": (event) => event.run === run && (this.claims = event.claims ?? []),
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
    if (space) span.before(space);
    span.append(text.slice(space.length));
  }

  span(number) {
    if (!this.spans[number]) this.place((this.spans[number] = h("span", { class: "claim" })), number);
    return this.spans[number];
  }

  // Sentences past the first few are written out of sight, so that nothing shrinks when the answer is done.
  place(span, number) {
    if (number < CLAIMS) return this.element.append(span);
    if (!this.rest.isConnected) this.element.append(this.rest, " ", this.more);
    this.rest.append(span);
    this.more.hidden = !this.rest.hidden;
    this.more.textContent = `Show all ${Math.max(number + 1, this.claims.length)}`;
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
    this.claims.forEach((claim, number) => this.tie(claim, number));
    if (verdict) this.element.prepend(h("span", { class: `verdict ${verdict}` }, icon(verdict === "yes" ? "check" : "close"), verdict === "yes" ? "Yes" : "No"));
    if (not_in_graph) {
      this.element.classList.add("absent");
      this.element.dataset.words = "Not in this graph";
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
    this.claims.forEach((claim, number) => this.spans[number]?.textContent === claim.text && this.tie(claim, number));
  }

  tie(claim, number) {
    const span = this.spans[number];
    if (!span) return;
    span.classList.add(claim.kind);
    const words = kindWords(claim.kind);
    const facts = claim.edges.length;
    const marks = [];
    if (words) marks.push(h("span", { class: "kind" }, words));
    if (facts) marks.push(h("span", { class: "count", title: plural(facts, "fact") }, String(facts), h("span", { class: "visually-hidden" }, facts === 1 ? " fact" : " facts")));
    if (marks.length) mark(span, marks);
    if (!facts && !claim.nodes.length) return;
    span.classList.add("tied");
    for (const [name, value] of Object.entries({ tabindex: 0, role: "button", "aria-pressed": false })) span.setAttribute(name, value);
    this.listen(span, claim, number);
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

// Put marks behind a sentence, on one line with its last word.
function mark(span, marks) {
  span.normalize();
  const text = span.lastChild;
  const at = text.data.lastIndexOf(" ") + 1;
  const word = text.length - at <= LONG_WORD ? text.splitText(at) : "";
  span.append(h("span", { class: "together" }, word, ...marks));
}
