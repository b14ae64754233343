// The bar above the drawing: drawing or table, this answer or the whole conversation, save as a page.
import { hear, plural, tell } from "./dom.js";
import { graph } from "./graph-data.js";
import { session } from "./session.js";

export function graphPane(pane) {
  const tabs = [...pane.querySelectorAll('[role="tab"]')];
  const scope = pane.querySelector("[data-scope]");
  const save = pane.querySelector(".save");
  const count = pane.querySelector(".count");

  const show = (tab) => {
    for (const each of tabs) {
      each.setAttribute("aria-selected", each === tab);
      each.tabIndex = each === tab ? 0 : -1;
      document.getElementById(each.getAttribute("aria-controls")).hidden = each !== tab;
    }
  };
  for (const tab of tabs) tab.addEventListener("click", () => show(tab));
  tabs[0].parentElement.addEventListener("keydown", ({ key }) => {
    if (key !== "ArrowLeft" && key !== "ArrowRight") return;
    const other = tabs[1 - tabs.indexOf(document.activeElement)];
    show(other);
    other.focus();
  });

  scope.addEventListener("click", () => graph.look(graph.whole ? graph.latest : ""));
  hear({
    "graph.changed": () => {
      scope.hidden = graph.runs.size < 2;
      scope.setAttribute("aria-pressed", Boolean(graph.whole));
    },
    "graph.counted": ({ nodes, facts }) => {
      count.textContent = nodes ? `${plural(nodes, "node")}, ${plural(facts, "fact")}` : "";
      save.hidden = !nodes || !session.state.pictureUrl;
      if (session.state.pictureUrl) save.href = session.state.pictureUrl;
    },
  });
  tell("graph.changed", {});
}
