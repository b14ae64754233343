// Looking around: search as one types, and the drawing of a node's neighbourhood on its page.
import { tell } from "./dom.js";
import { graph } from "./graph-data.js";
import { session } from "./session.js";
import "./node-search.js";

const RUN = "explore"; // the drawing shows what an answer showed, or, here, what the page did

async function neighbourhood() {
  const state = JSON.parse(document.getElementById("chat-state")?.textContent ?? "null");
  if (!state) return;
  await import("./graph-view.js");
  session.begin(state);
  const url = new URL(state.neighbourhoodUrl, location.href);
  url.search = new URLSearchParams({ id: state.centre, limit: state.around });
  const response = await fetch(url, { headers: { Accept: "application/json" } });
  if (!response.ok) return;
  const found = await response.json();
  graph.begin(RUN);
  tell("graph.grown", { run: RUN, ...found });
}

neighbourhood();
