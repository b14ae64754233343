// What a question proposed and what became of it, said below its answer.
import { h, hear, t } from "./dom.js";

const SAID = {
  open: ["", ({ words }) => t("Proposed: {words}. It waits for a curator.", { words })],
  repeated: ["", ({ words }) => t("Proposed: {words}. Somebody proposed the same; it waits for a curator.", { words })],
  accepted: ["good", ({ words, by }) => t("{curator} accepted what you proposed: {words}. It is in the graph.", { curator: by || t("A curator"), words })],
  rejected: ["careful", ({ words, by, reason }) => `${t("{curator} rejected what you proposed: {words}.", { curator: by || t("A curator"), words })}${reason ? ` ${t("Why: {reason}", { reason })}` : ""}`],
  nothing: ["", () => t("There is nothing to propose: the graph says this already, or has no place for such a fact.")],
  lost: ["careful", () => t("That could not be proposed. Try again.")],
  refused: ["careful", ({ words, reason }) => t("Not proposed: {words}. {reason}", { words, reason })],
};

function show(run, key, state, told) {
  const turn = document.querySelector(`chat-turn[run="${CSS.escape(run)}"]`);
  const [look, say] = SAID[state] ?? [];
  if (!turn || !say) return;
  const note = h("p", { class: `note proposal-note ${look}`, role: "status", "data-proposal": key }, say(told));
  const earlier = turn.querySelector(`.proposal-note[data-proposal="${CSS.escape(key)}"]`);
  if (earlier) earlier.replaceWith(note);
  else turn.querySelector(":scope > .foot")?.before(note) ?? turn.append(note);
}

hear({
  "proposal.made": ({ run, seq, words, kept, now }) => {
    if (kept) show(run, String(kept.proposal ?? `e${seq}`), (now ?? kept).state, { words, ...kept, ...now });
  },
  "proposal.decided": ({ run, proposal, state, ...told }) => show(run, String(proposal), state, told),
});
