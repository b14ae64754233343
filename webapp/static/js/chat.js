// The chat page's front door: makes the parts, then lets the page's state and the socket speak to them.
import { hear, kept, t, tell } from "./dom.js";
import { branches, RETURN } from "./branches.js";
import { session } from "./session.js";
import "./graph-data.js";
import "./panes.js";
import "./chat-log.js";
import "./graph-view.js";
import "./graph-table.js";
import "./composer.js";
import "./conversation-list.js";
import "./talk-bar.js";
import "./proposal-notes.js";
import { graphPane } from "./graph-pane.js";

const state = JSON.parse(document.getElementById("chat-state").textContent);
const log = document.querySelector("chat-log");

function connection() {
  const words = document.querySelector(".connection");
  hear({
    connection: ({ state: line, failures }) => {
      const lost = line !== "open" && failures > 0;
      words.replaceChildren(lost ? t("Connection lost. Coming back…") : "");
    },
  });
}

// Messages that belong to no run (nothing makes them yet but an import might) are shown as they are.
function talk() {
  for (const message of state.messages ?? []) if (!message.run) log.plain(message);
}

// A question in the address is asked only when a page of this site sent the person here.
function asked() {
  const question = new URLSearchParams(location.search).get("q");
  if (!question || state.conversation) return;
  history.replaceState(null, "", location.pathname);
  if (document.referrer.startsWith(`${location.origin}/`)) session.ask(question);
  else tell("draft", { text: question });
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-ask]");
  if (button) session.ask(button.dataset.ask);
});

connection();
graphPane(document.querySelector(".graph-pane"));
talk();
branches.take(state.tree);
session.begin(state);
log.live = true;
if (state.runs?.length) log.bring(kept.get(RETURN));
kept.set(RETURN, null);
asked();
