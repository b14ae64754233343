// The facts below an answer: numbered as its sentences cite them, by where they come from. A fact leads to its edge in
// the graph and lights its sentences; a sentence's number leads here. Below them the passages of other sources, by letters.
import { h, hear, icon, number, t, tell, tn } from "./dom.js";
import { originWords, provenance } from "./facts.js";
import { graph } from "./graph-data.js";
import { dim, light, pin } from "./light.js";
import { quotation } from "./passages.js";

const FIRST = 12; // facts of a source before "show all"

export class Sources {
  constructor(run) {
    this.run = run;
    this.numbers = new Map(); // edge → number
    this.items = new Map(); // edge → its line
    this.given = new Map(); // passage's id → the passage, as sources gave it
    this.letters = new Map(); // passage's id → its letter
    this.quotes = new Map(); // passage's id → its line
    this.title = h("span", {});
    this.inside = h("div", { class: "source-list" });
    this.element = h("details", { class: "sources", hidden: true }, h("summary", {}, icon("right"), this.title), this.inside);
    this.element.addEventListener("toggle", () => { if (this.element.open && this.groups && !this.items.size && !this.quotes.size) this.fill(); });
    hear({
      "source.asked": (event) => event.run === this.run && this.take(event.passages ?? []),
      light: ({ edges }) => this.glow(edges),
      unlight: () => this.glow(new Set()),
    });
  }

  take(passages) {
    for (const each of passages) this.given.set(each.id, each);
  }

  // Number what the claims stand on; lines are made when somebody opens them.
  number(claims) {
    for (const id of new Set(claims.flatMap(({ passages = [] }) => passages)))
      if (this.given.has(id) && !this.letters.has(id)) this.letters.set(id, letterOf(this.letters.size));
    for (const { number, edge } of graph.citations(claims)) this.numbers.set(edge.id, number);
  }

  show(claims) {
    this.number(claims);
    const facts = graph.citations(claims);
    this.element.hidden = !facts.length && !this.letters.size;
    if (this.element.hidden) return;
    this.groups = grouped(facts);
    this.title.textContent = [facts.length ? summary(facts, this.groups) : "", this.letters.size ? tn("{count} passage", "{count} passages", this.letters.size) : ""].filter(Boolean).join(", ");
    this.items.clear(); // an answer that grew has other facts
    this.quotes.clear();
    if (this.element.open) this.fill();
  }

  fill() {
    this.quotes = new Map([...this.letters].map(([id, letter]) => [id, quotation(this.given.get(id), letter)]));
    const passages = this.quotes.size ? [h("section", {}, h("h3", {}, t("Passages of other sources")), h("ul", { role: "list" }, ...this.quotes.values()))] : [];
    this.inside.replaceChildren(...[...this.groups].map(([origin, facts]) => this.group(origin, facts)), ...passages);
  }

  letter = (id) => this.letters.get(id);

  // Open at a passage.
  quote(id) {
    if (!this.quotes.has(id)) this.fill();
    this.element.open = true;
    const line = this.quotes.get(id);
    line?.scrollIntoView({ block: "nearest" });
    line?.focus();
  }

  group(origin, facts) {
    const lines = facts.map((fact) => this.line(fact));
    for (const line of lines.slice(FIRST)) line.hidden = true;
    const more = h("button", { type: "button", class: "fold", hidden: lines.length <= FIRST, onclick: () => { for (const line of lines) line.hidden = false; more.remove(); } }, t("Show all {count}", { count: lines.length }));
    return h("section", {}, h("h3", {}, origin || t("No source is kept for these")), h("ul", { role: "list" }, lines), more);
  }

  line({ number, edge, words }) {
    const details = provenance(edge).map(({ detail }) => detail).filter(Boolean).join("; ");
    const act = () => { graph.look(this.run); pin(`edge:${edge.id}`, [edge.id]); tell("edge.chosen", { id: edge.id }); tell("show-pane", { pane: "graph" }); };
    const button = h("button", { type: "button", class: "fact", onclick: act }, h("span", { class: "n" }, String(number)), h("span", { class: "words", dir: "auto" }, words), details ? h("span", { class: "muted small" }, details) : "");
    for (const begin of ["pointerenter", "focus"]) button.addEventListener(begin, () => light([edge.id]));
    for (const end of ["pointerleave", "blur"]) button.addEventListener(end, dim);
    const line = h("li", {}, button);
    this.items.set(edge.id, line);
    return line;
  }

  // Open at the facts of a sentence.
  lead(edges) {
    if (!this.items.size) this.fill();
    this.element.open = true;
    const lines = edges.map((id) => this.items.get(id)).filter(Boolean);
    for (const line of lines) line.hidden = false;
    lines[0]?.querySelector("button").focus();
  }

  glow(edges) {
    for (const [id, line] of this.items) line.classList.toggle("lit", edges.has(id));
  }

  // "1–4, 7": the numbers of these edges.
  range(edges) {
    const numbers = edges.map((id) => this.numbers.get(id)).filter(Boolean).sort((a, b) => a - b);
    const runs = [];
    for (const n of numbers) n === runs.at(-1)?.[1] + 1 ? (runs.at(-1)[1] = n) : runs.push([n, n]);
    return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(", ");
  }
}

// a, b, ... z, aa, ab ...
const letterOf = (at) => (at < 26 ? "" : letterOf(Math.floor(at / 26) - 1)) + String.fromCharCode(97 + (at % 26));

function grouped(facts) {
  const groups = new Map();
  for (const fact of facts) {
    const origin = originWords(fact.edge);
    groups.has(origin) ? groups.get(origin).push(fact) : groups.set(origin, [fact]);
  }
  return groups;
}

function summary(facts, groups) {
  const named = [...groups.keys()].filter(Boolean);
  const count = tn("{count} fact", "{count} facts", facts.length);
  if (!named.length) return count;
  const from = named.length === 1 ? named[0] : t("{first} and {count} more sources", { first: named[0], count: named.length - 1 });
  return t("{facts} from {sources}", { facts: count, sources: from });
}
