// The bar above the drawing: drawing or table, this answer or the whole conversation, save.
import { h, hear, plural, tell } from "./dom.js";
import { graph } from "./graph-data.js";
import { FORMS, picture, save as keep } from "./graph-export.js";
import { session } from "./session.js";

const MOST = 900; // nodes and edges that one form may name; above it what the answers showed is saved

// Save what is shown and no more, also what was opened by hand: a form is the one way to send many ids and be
// handed a file.
function saveShown({ nodes, edges }) {
  const named = [...nodes.map((node) => ["nodes", node.id]), ...edges.map((edge) => ["edges", edge.id])];
  const fields = [["csrfmiddlewaretoken", document.body.dataset.csrf], ...named];
  const inputs = fields.map(([name, value]) => h("input", { type: "hidden", name, value }));
  const form = h("form", { method: "post", action: session.state.urls?.picture, hidden: true }, inputs);
  document.body.append(form);
  form.submit();
  form.remove();
}

export function graphPane(pane) {
  const tabs = [...pane.querySelectorAll('[role="tab"]')];
  const scope = pane.querySelector("[data-scope]");
  const save = pane.querySelector(".save");
  const saving = pane.querySelector(".saving");
  const name = () => `${session.state.graph ?? "graph"}-${new Date().toISOString().slice(0, 10)}`;
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

  save.addEventListener("click", (event) => {
    const { nodes, edges } = graph.shown();
    if (nodes.length + edges.length > MOST) return;
    event.preventDefault();
    saveShown({ nodes, edges });
  });
  for (const button of saving.querySelectorAll("[data-form]")) button.addEventListener("click", async () => {
    saving.open = false;
    const { form } = button.dataset;
    if (form === "png") return keep(`${name()}.png`, await picture(pane.querySelector("canvas")));
    const [kind, ending, written] = FORMS[form];
    keep(`${name()}.${ending}`, written(graph.shown()), kind);
  });
  scope.addEventListener("click", () => graph.look(graph.whole ? graph.latest : ""));
  hear({
    "graph.changed": () => {
      scope.hidden = graph.runs.size < 2;
      scope.setAttribute("aria-pressed", Boolean(graph.whole));
    },
    "graph.counted": ({ nodes, facts }) => {
      count.textContent = [nodes && plural(nodes, "node"), facts && plural(facts, "fact")].filter(Boolean).join(", ");
      saving.hidden = !nodes;
      save.hidden = !session.state.urls?.picture;
      if (session.state.urls?.picture) save.href = session.state.urls?.picture;
    },
  });
  tell("graph.changed", {});
}
