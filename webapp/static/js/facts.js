// How nodes and edges are said in words. The graph's own templates come with the page's state.
import { amount, dated, t } from "./dom.js";

const state = JSON.parse(document.getElementById("chat-state")?.textContent ?? "{}");

// "HAS_PHENOTYPE" and "hasPhenotype" → "has phenotype".
export function relationWords(relation) {
  const spaced = relation.replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2").replace(/[_\s]+/g, " ").trim();
  return spaced === spaced.toUpperCase() || spaced !== relation ? spaced.toLowerCase() : spaced;
}

// "statute_series" → "Statute series"; what has no type is a node.
export function typeWords(type) {
  const words = relationWords(type ?? "") || t("node");
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

// The edge as a sentence; `name` gives a node id's name.
export function edgeWords(edge, name) {
  const template = state.relations?.[edge.relation] || `{head} ${relationWords(edge.relation)} {tail}`;
  return template.replace(/\{(head|tail)\}/g, (_, end) => name(edge[end]));
}

export function sourceWords(edge) {
  return (edge.sources ?? []).map((each) => [each.name, each.detail].filter(Boolean).join(", ")).join("; ");
}

// Where a fact comes from, each {kind, name, detail}.
export const provenance = (edge) => edge.sources ?? [];

const ORIGINS = { file: "", person: t("said by {name}"), document: t("document {name}"), model: t("a language model, {name}") };
export function originWords(edge) {
  const words = provenance(edge).map(({ kind, name }) => (ORIGINS[kind] ? fillName(ORIGINS[kind], name) : name));
  return [...new Set(words.filter(Boolean))].join("; ");
}
const fillName = (words, name) => words.replace("{name}", () => name);

// A property's value as the reader's language writes it.
export function valueWords(value) {
  if (Array.isArray(value)) return value.map(valueWords).join(", ");
  if (typeof value === "boolean") return value ? t("yes") : t("no");
  if (typeof value === "number") return amount(value);
  return typeof value === "object" && value ? JSON.stringify(value) : dated(String(value));
}

export const shorten = (text, length = 28) => (text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text);

// A colour's number for a type: by its place in the graph's list, so it stays the same between visits.
const places = new Map((state.types ?? []).map((type, place) => [type, place]));
export function typeColour(type) {
  if (!places.has(type)) places.set(type, places.size);
  return places.get(type) % 10;
}

// Who says so: the graph, what was concluded from it, a document, a card, a model, a person; or that they disagree.
const KINDS = {
  conflict: t("sources disagree"), inference: t("inferred"), document: t("from a document"), card: t("from a card"), model: t("a language model says so"),
  person: t("a person says so"), none: "",
};
// Beside claims of other sources, those of the graph say so, too.
export const standsOn = (kind) => (kind === "graph" ? t("from the graph") : kindWords(kind));
export const kindWords = (kind) => KINDS[kind] ?? "";
export const saidBy = (kind) => (kind === "graph" ? t("The graph says so") : kindWords(kind));
