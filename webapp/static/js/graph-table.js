// <graph-table>: the drawing as a table: its facts, and the things that no fact joins; sorted by a column, filtered by
// a word, walked by arrow keys, read well by a screen reader, and part of the page's light.
import { h, hear, icon, number, plural, t, tell } from "./dom.js";
import { relationWords, sourceWords, typeWords } from "./facts.js";
import { graph } from "./graph-data.js";
import { dim, light, pin } from "./light.js";

const LEISURE = 500; // milliseconds after which the table is filled while the drawing is looked at instead
const FIRST = 200; // rows before "show all"
const COLUMNS = [
  [t("From"), (edge) => graph.name(edge.head)],
  [t("Relation"), (edge) => relationWords(edge.relation)],
  [t("To"), (edge) => graph.name(edge.tail)],
  [t("Source"), sourceWords],
];
const alone = ({ id, type }) => [graph.name(id), typeWords(type), "", ""]; // a thing's cells
const compare = new Intl.Collator(undefined, { numeric: true }).compare;

class GraphTable extends HTMLElement {
  connectedCallback() {
    this.sorted = { column: 0, down: false };
    this.lit = { edges: new Set(), nodes: new Set() };
    this.build();
    this.end = hear({
      "graph.changed": ({ begun }) => { if (begun) this.all = false; this.soon(); },
      light: ({ edges, nodes }) => this.glow(edges, nodes),
      unlight: () => this.glow(new Set(), new Set()),
    });
    new ResizeObserver(() => this.stale && !this.away() && this.show()).observe(this);
    this.show();
  }

  // Whether the drawing is looked at instead: an answer does not wait for a table that nobody sees.
  away() {
    return Boolean(this.closest("[hidden]"));
  }

  build() {
    this.filter = h("input", { type: "search", placeholder: t("Filter the facts"), "aria-label": t("Filter the facts"), oninput: () => this.show() });
    this.heads = COLUMNS.map(([title], column) => h("th", { scope: "col" }, h("button", { type: "button", onclick: () => this.sort(column) }, title, icon("down"))));
    this.body = h("tbody", { onkeydown: (event) => this.key(event) });
    this.foot = h("div", { class: "table-foot", role: "status" });
    this.more = h("button", { type: "button", class: "fold", onclick: () => { this.all = true; this.show(); } }, t("Show all"));
    const table = h("table", {}, h("caption", { class: "visually-hidden" }, t("The facts that are shown")), h("thead", {}, h("tr", {}, this.heads)), this.body);
    this.append(h("div", { class: "table-tools" }, this.filter), h("div", { class: "table-scroll", tabindex: 0, role: "region", "aria-label": t("Facts") }, table, this.foot));
  }

  soon() {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.later);
    this.stale = true;
    if (this.away()) this.later = setTimeout(() => this.show(), LEISURE);
    else this.frame = requestAnimationFrame(() => this.show());
  }

  sort(column) {
    this.sorted = { column, down: this.sorted.column === column && !this.sorted.down };
    this.show();
  }

  // Rows of {edge, cells}, or {node, cells} for what no fact joins.
  facts() {
    const wanted = this.filter.value.trim().toLowerCase(), { nodes, edges } = graph.shown();
    const joined = new Set(edges.flatMap(({ head, tail }) => [head, tail]));
    const rows = edges.map((edge) => ({ edge, cells: COLUMNS.map(([, cell]) => cell(edge)) }));
    for (const node of nodes) if (!joined.has(node.id)) rows.push({ node, cells: alone(node) });
    const { column, down } = this.sorted;
    return rows
      .filter(({ cells }) => !wanted || cells.join(" ").toLowerCase().includes(wanted))
      .sort((a, b) => (down ? -1 : 1) * compare(a.cells[column], b.cells[column]));
  }

  show() {
    this.stale = false;
    const facts = this.facts(), told = counted(facts);
    const rows = this.all ? facts : facts.slice(0, FIRST);
    this.body.replaceChildren(...rows.map((fact, place) => this.row(fact, place)));
    this.heads.forEach((head, n) => head.setAttribute("aria-sort", n !== this.sorted.column ? "none" : this.sorted.down ? "descending" : "ascending"));
    const empty = this.filter.value ? t("No fact holds that word.") : t("The facts that an answer stands on will be listed here.");
    this.foot.replaceChildren(facts.length ? rows.length < facts.length ? `${t("{facts}, the first {count} shown", { facts: told, count: number(rows.length) })} ` : told : empty, rows.length < facts.length ? this.more : "");
    this.glow(this.lit.edges, this.lit.nodes);
  }

  row({ edge, node, cells }, place) {
    const row = h("tr", { "data-edge": edge?.id, "data-node": node?.id, tabindex: place ? -1 : 0 }, cells.map((cell) => h("td", {}, cell)));
    const show = () => (edge ? light([edge.id]) : light([], [node.id]));
    for (const begin of ["pointerenter", "focus"]) row.addEventListener(begin, show);
    for (const end of ["pointerleave", "blur"]) row.addEventListener(end, () => dim());
    row.addEventListener("click", () => this.choose(row.dataset));
    return row;
  }

  // Keep its light, and open its card.
  choose({ edge, node }) {
    if (node) return tell("node.chosen", { id: node });
    pin(`edge:${edge}`, [edge]);
    tell("edge.chosen", { id: edge });
  }

  key(event) {
    const step = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
    const row = document.activeElement.closest("tr");
    if (event.key === "Enter" && row) this.choose(row.dataset);
    const next = step && row?.[step];
    if (!next) return;
    event.preventDefault();
    row.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }

  glow(edges, nodes) {
    this.lit = { edges, nodes };
    for (const row of this.body.rows) row.classList.toggle("lit", edges.has(row.dataset.edge) || nodes.has(row.dataset.node));
  }
}

// "3 facts", "2 things", or both.
function counted(rows) {
  const facts = rows.filter(({ edge }) => edge).length, things = rows.length - facts;
  const told = [facts || !things ? plural(facts, "fact") : "", things ? plural(things, "thing") : ""];
  return told.filter(Boolean).join(" · ");
}

customElements.define("graph-table", GraphTable);
