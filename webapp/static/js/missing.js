// What the graph lacks can be proposed by whoever may: in a form that begins with the thing asked about, or in words.
import { h, icon, t, tell } from "./dom.js";
import { session } from "./session.js";

// `node`: what the question was found to speak of, if anything.
export function missingFact(node) {
  const { editFactUrl, maySend } = session.state;
  if (!editFactUrl || !maySend) return "";
  const form = h("a", { class: "button slim", href: `${editFactUrl}?${new URLSearchParams({ head: node?.id ?? "" })}` }, icon("plus"), t("Propose the missing fact"));
  const say = h("button", { type: "button", class: "button slim", onclick: () => tell("draft", { text: begun(node) }) }, icon("talk"), t("Say it in words"));
  return h("div", { class: "row missing", role: "group", "aria-label": t("What the graph lacks") }, form, say);
}

// The beginning of a sentence that the engine reads as teaching: in English, whatever the page speaks.
const begun = (node) => `Remember that ${node ? `${node.name} ` : ""}`;
