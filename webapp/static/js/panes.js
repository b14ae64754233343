// The workspace's panes: a splitter that a mouse, a finger or the arrow keys move; toggles; tabs on a phone.
import { hear, kept, t } from "./dom.js";

const leftward = () => document.documentElement.dir === "rtl";
const workspace = document.querySelector(".workspace");
const NARROWEST = 24, WIDEST = 68; // per cent of the workspace for the graph

class PaneSplitter extends HTMLElement {
  connectedCallback() {
    for (const [name, value] of Object.entries({ role: "separator", tabindex: 0, "aria-orientation": "vertical", "aria-label": t("Width of the graph"), "aria-valuemin": NARROWEST, "aria-valuemax": WIDEST })) this.setAttribute(name, value);
    this.set(Number(kept.get("graph-width")) || 42);
    this.addEventListener("pointerdown", (event) => this.setPointerCapture(event.pointerId));
    this.addEventListener("pointermove", (event) => this.hasPointerCapture(event.pointerId) && this.drag(event));
    this.addEventListener("keydown", (event) => this.key(event));
  }

  drag(event) {
    const { left, right, width } = workspace.getBoundingClientRect();
    this.set(((leftward() ? event.clientX - left : right - event.clientX) / width) * 100);
  }

  key(event) {
    const step = { ArrowLeft: 2, ArrowRight: -2 }[event.key];
    if (!step) return;
    event.preventDefault();
    this.set(this.share + (leftward() ? -step : step));
  }

  set(share) {
    this.share = Math.min(WIDEST, Math.max(NARROWEST, share));
    workspace.style.setProperty("--graph", `${this.share}%`);
    this.setAttribute("aria-valuenow", Math.round(this.share));
    kept.set("graph-width", String(this.share));
  }
}

class PaneTabs extends HTMLElement {
  connectedCallback() {
    this.tabs = [...this.querySelectorAll("[data-pane]")];
    for (const tab of this.tabs) tab.addEventListener("click", () => this.show(tab.dataset.pane));
    this.addEventListener("keydown", (event) => this.key(event));
    hear({
      "show-pane": ({ pane }) => this.show(pane),
      "graph.changed": ({ run }) => run && this.badge(),
    });
  }

  show(pane) {
    workspace.dataset.pane = pane;
    for (const tab of this.tabs) {
      const here = tab.dataset.pane === pane;
      tab.setAttribute("aria-selected", here);
      tab.tabIndex = here ? 0 : -1;
    }
    if (pane === "graph") this.querySelector(".badge").hidden = true;
    if (pane === "graph") open("no-graph", false);
  }

  badge() {
    if (workspace.dataset.pane !== "graph") this.querySelector(".badge").hidden = false;
  }

  key(event) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!step) return;
    const next = this.tabs[(this.tabs.indexOf(document.activeElement) + step + this.tabs.length) % this.tabs.length];
    this.show(next.dataset.pane);
    next.focus();
  }
}

function open(name, on) {
  workspace.classList.toggle(name, on);
  for (const button of document.querySelectorAll(`[data-toggle="${name}"]`)) {
    const shown = name === "with-list" ? on : !on;
    button.setAttribute("aria-expanded", shown);
  }
}

// The list is shown unless closed on a wide screen, and hidden unless opened on a middling one.
function toggle(name) {
  const middling = name === "no-list" && matchMedia("(max-width: 1080px)").matches;
  const key = middling ? "with-list" : name;
  workspace.classList.toggle(key);
  const on = workspace.classList.contains(key);
  const shown = middling ? on : !on;
  for (const button of document.querySelectorAll(`[data-toggle="${name}"]`)) button.setAttribute("aria-expanded", shown);
  if (!middling) kept.set(name, on ? "yes" : null);
}

if (workspace) {
  for (const name of ["no-list", "no-graph"]) if (kept.get(name)) open(name, true);
  for (const button of document.querySelectorAll("[data-toggle]")) button.addEventListener("click", () => toggle(button.dataset.toggle));
  customElements.define("pane-splitter", PaneSplitter);
  customElements.define("pane-tabs", PaneTabs);
}
