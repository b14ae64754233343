// A passage that a source beside the graph gave: quoted, with who says so, what became of its check, and its place.
import { h, icon, number, t } from "./dom.js";
import { session } from "./session.js";

const SAID = {
  document: (name) => t("The document {name}", { name }),
  card: (name) => t("The card {name}, from what it was trained on", { name }),
  model: (name) => t("The model {name}, from its own memory", { name }),
};
const CHECKED = {
  supported: t("Checked: other evidence says so, too."), contradicted: t("Checked: other evidence says otherwise."),
  outdone: t("Held back: what is better founded answers otherwise."),
  unknown: t("Checked: the evidence leaves it open."), no_evidence: t("No evidence was found for or against it."),
  failed: t("It could not be checked."),
};
const SCORES = { relevance: t("relevance"), factuality: t("facts"), brevity: t("kept of its length"), router: t("share of its source") };

export function quotation(passage, letter = "") {
  const { text, kind, source, place, checked } = passage;
  const said = (SAID[kind] ?? SAID.model)(place?.title ?? source);
  return h("li", { tabindex: -1, class: `quotation ${kind} ${checked ?? ""}` },
    h("p", { class: "small" }, letter ? h("span", { class: "n" }, letter) : "", said, place?.page ? `, ${t("page {number}", { number: number(place.page) })}` : ""),
    h("blockquote", { dir: "auto" }, text),
    h("p", { class: "small muted" }, [CHECKED[checked], scores(passage)].filter(Boolean).join(" ")),
    open(passage) ?? "");
}

// What each selector gave it.
function scores({ scores: given = {} }) {
  const told = Object.entries(SCORES).filter(([name]) => name in given).map(([name, words]) => `${words} ${number(Math.round(given[name] * 100) / 100)}`);
  return told.length ? `(${told.join(", ")})` : "";
}

// Leads to the document with just these words marked, for whoever may read the graph.
function open({ kind, place }) {
  const base = session.state?.documentsUrl;
  if (kind !== "document" || !place || !base) return null;
  const href = `${base}${encodeURIComponent(place.document)}/?from=${Number(place.start)}&to=${Number(place.end)}#cited`;
  return h("a", { class: "small", href }, icon("right"), t("Read it in the document"));
}
