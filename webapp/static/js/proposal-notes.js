// What a question proposed and what became of it, said below its answer.
import { h, hear } from "./dom.js";

const SAID = {
  open: ["", ({ words }) => `Proposed: ${words}. It waits for a curator.`],
  repeated: ["", ({ words }) => `Proposed: ${words}. Somebody proposed the same; it waits for a curator.`],
  accepted: ["good", ({ words, by }) => `${by || "A curator"} accepted what you proposed: ${words}. It is in the graph.`],
  rejected: ["careful", ({ words, by, reason }) => `${by || "A curator"} rejected what you proposed: ${words}.${reason ? ` Why: ${reason}` : ""}`],
  refused: ["careful", ({ words, reason }) => `Not proposed: ${words}. ${reason}`],
};

function show(run, key, state, told) {
  const turn = document.querySelector(`chat-turn[run="${CSS.escape(run)}"]`);
  const [look, say] = SAID[state] ?? [];
  if (!turn || !say) return;
  const note = h("p", { class: `note proposal-note ${look}`, role: "status", "data-proposal": key }, say(told));
  const earlier = turn.querySelector(`.proposal-note[data-proposal="${CSS.escape(key)}"]`);
  if (earlier) earlier.replaceWith(note);
  else turn.querySelector(":scope > .after")?.before(note) ?? turn.append(note);
}

hear({
  "proposal.made": ({ run, seq, words, kept, now }) => {
    if (kept) show(run, String(kept.proposal ?? `e${seq}`), (now ?? kept).state, { words, ...kept, ...now });
  },
  "proposal.decided": ({ run, proposal, state, ...told }) => show(run, String(proposal), state, told),
});
