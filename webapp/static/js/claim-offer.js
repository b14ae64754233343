// A claim of a document, card or model can be handed to the curators: a button behind its sentence, where one may propose.
import { h, icon, post, t, tell } from "./dom.js";
import { session } from "./session.js";

const OTHERS = ["document", "card", "model"];

export function offer(run, { kind, passages = [] }, number) {
  if (!OTHERS.includes(kind) || !passages.length || !session.state?.editUrl || !session.state.maySend) return [];
  const label = t("Propose this to the graph");
  const button = h("button", { type: "button", class: "cite propose", "aria-label": label, title: label, onclick: () => propose(run, number, button) }, icon("plus"));
  return [button];
}

async function propose(run, number, button) {
  button.disabled = true;
  try {
    const url = `${session.state.url}runs/${run}/claims/${number}/propose/`;
    const { proposed } = await (await post(url)).json();
    for (const each of proposed) tell("proposal.decided", { run, ...each });
    if (!proposed.length) tell("proposal.decided", { run, proposal: `claim ${number}`, state: "nothing" });
    button.replaceChildren(icon(proposed.length ? "check" : "minus"));
  } catch {
    tell("proposal.decided", { run, proposal: `claim ${number}`, state: "lost" });
    button.disabled = false;
  }
}
